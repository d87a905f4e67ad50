import { expect, test } from './support/story.ts'

test('a complaint goes from the one who heard it over the manager to a satisfied customer', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  await signIn('jiaoer')
  await page.goto('/complaints/new')
  await page.getByRole('button', { name: '登记投诉', exact: true }).click()
  await expect(page.getByText('请填写被投诉的部门')).toBeVisible()
  await expect(page.getByText('请选择原因')).toBeVisible()
  await page.getByLabel('被投诉的部门').fill('售后服务')
  await page.getByRole('button', { name: '服务', exact: true }).click()
  await page.getByRole('textbox', { name: '投诉内容' }).fill('报修三天没有人来')
  await page.getByRole('button', { name: '登记投诉', exact: true }).click()
  await expect(page.getByText(/已登记 TS-202611-\d+，部门经理已收到/)).toBeVisible()
  await expect(page.getByText('等部门经理派单')).toBeVisible()
  const address = page.url()

  const manager = await signIn('anpeizhi', await anotherDevice())
  await manager.getByRole('link', { name: /派单：投诉.*售后服务/ }).click()
  await expect(manager.getByText('报修三天没有人来').first()).toBeVisible()
  await manager.getByRole('button', { name: '瓦澜', exact: true }).click()
  await manager.getByRole('button', { name: '派给瓦澜' }).click()
  await expect(manager.getByText(/派给了瓦澜/)).toBeVisible()

  const colleague = await signIn('walan', await anotherDevice())
  await colleague.goto(address)
  await colleague.getByRole('textbox', { name: '处理情况' }).fill('今天下午到现场修好')
  await colleague.getByLabel('已解决，请经理回访').check()
  await colleague.getByRole('button', { name: '提交解决结果' }).click()
  await expect(colleague.getByText('待回访').first()).toBeVisible()

  await manager.goto(address)
  await manager.getByRole('textbox', { name: '回访情况' }).fill('班长说修好了')
  await manager.getByRole('button', { name: '满意，关闭投诉' }).click()
  await expect(manager.getByText('满意关闭').first()).toBeVisible()
  await expect(manager.getByText('回访满意，安培之')).toBeVisible()
})

test('a complaint about the manager is with 总经理 alone', async ({ page, signIn, anotherDevice }) => {
  await signIn('anpeizhi')
  await page.goto('/complaints?view=all')
  await expect(page.getByText('通信模块').first()).toBeVisible()
  await expect(page.getByText('延保条款')).toHaveCount(0)
  const gm = await signIn('lin', await anotherDevice())
  await gm.getByRole('link', { name: /派单：投诉 TS/ }).click()
  await expect(gm.getByText('延保条款').first()).toBeVisible()
  await expect(gm.getByRole('button', { name: '安培之', exact: true })).toHaveCount(0)
  await expect(gm.getByRole('button', { name: '我自己处理' })).toBeVisible()
  await gm.getByRole('button', { name: '瓦澜', exact: true }).click()
  await gm.getByRole('button', { name: '派给瓦澜' }).click()
  await expect(gm.getByText(/派给了瓦澜/)).toBeVisible()
  await page.reload()
  await expect(page.getByText('通信模块').first()).toBeVisible()
  await expect(page.getByText('延保条款')).toHaveCount(0)
})
