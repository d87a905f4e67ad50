import { expect, test } from './support/story.ts'

test('a sentence of a report becomes a 交办, is answered and accepted', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  await signIn('anpeizhi')
  await page.goto('/reports/team?box=all')
  const isPhone = (page.viewportSize()?.width ?? 0) < 768
  if (isPhone) await page.getByRole('listitem').getByRole('button', { name: /^高思/ }).first().click()
  await expect(page.getByRole('button', { name: '交办任务', exact: true })).toBeVisible()
  await page.getByRole('article').getByText('看招标公告').click()
  await page.getByRole('button', { name: '交办这句' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('任务主题')).toHaveValue('看招标公告')
  await expect(dialog.getByText('高思，项目主管').first()).toBeVisible()
  await dialog.getByRole('button', { name: '交办', exact: true }).click()
  await expect(dialog.getByText('请选择截止日期')).toBeVisible()
  await dialog.getByRole('button', { name: '一周', exact: true }).click()
  await dialog.getByRole('button', { name: '交办', exact: true }).click()
  await expect(page.getByText('已交办给高思')).toBeVisible()
  await expect(page.getByText('由这篇交办')).toBeVisible()

  const owner = await signIn('gaosi', await anotherDevice())
  await owner.getByRole('link', { name: '反馈：看招标公告' }).click()
  await expect(owner.getByText('安培之', { exact: true }).first()).toBeVisible()
  await owner.getByRole('textbox', { name: '完成情况' }).fill('三条公告都转给亨礼报名了')
  await owner.getByRole('button', { name: '反馈', exact: true }).click()
  await expect(owner.getByText('已反馈', { exact: true }).first()).toBeVisible()

  await page.goto('/')
  await page.getByRole('link', { name: /验收：高思反馈：看招标公告/ }).click()
  await expect(page.getByText('三条公告都转给亨礼报名了').first()).toBeVisible()
  await page.getByRole('button', { name: '验收', exact: true }).click()
  await expect(page.getByText('已验收，高思会收到')).toBeVisible()
})

test('五.5 a verbal report is logged with one touch and confirmed with another', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  await signIn('jiaoer')
  await page.getByRole('button', { name: '记一笔' }).click()
  await page.getByText('口头汇报', { exact: true }).last().click()
  await page.getByRole('textbox', { name: '汇报的事' }).fill('客户要求提前一周到货')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('客户要求提前一周到货').first()).toBeVisible()

  const manager = await signIn('anpeizhi', await anotherDevice())
  await manager.getByRole('button', { name: /已听取：焦尔口头汇报：客户要求提前一周到货/ }).click()
  await expect(manager.getByText('已听取焦尔的汇报')).toBeVisible()

  await page.reload()
  await expect(page.getByRole('row', { name: /客户要求提前一周到货\s*已听取/ })).toBeVisible()
})
