import { expect, test } from './support/story.ts'

test('a trip that the manager registers frees the daily reports, until it is cancelled', async ({
  page,
  signIn,
  isMobile,
}) => {
  await signIn('anpeizhi')
  await page.goto('/attendance')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  // The list behind has a 出差 and a 登记 of its own.
  await expect(page.getByRole('heading', { name: '登记请假或出差', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: '出差', exact: true }).click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('请选择人员')).toBeVisible()
  await expect(page.getByText('请填写出差地区')).toBeVisible()
  await expect(page.getByText('请填写事由')).toBeVisible()

  await page.getByRole('combobox', { name: '人员' }).click()
  await page.getByTitle('高思，项目主管').click()
  await page.getByLabel('从（必填）').fill('2026-11-23')
  await page.getByLabel('到（必填）').fill('2026-11-25')
  await page.getByLabel('出差地区').fill('沧屿')
  await page.getByLabel('事由').fill('海上风电集控投标答疑')
  await expect(page.getByText('11-23 周一 至 11-25 周三 共 3 个工作日的日报免填')).toBeVisible()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('登记了高思的出差')).toBeVisible()
  await expect(page.getByText('出差期间日报免填，回来再填出差报告。')).toBeVisible()

  await page.goto('/reports/compliance')
  if (isMobile) await page.getByRole('button', { name: /下一周/ }).click()
  const monday = page.getByRole('button', { name: /高思.*11-23.*出差，免填/ })
  await expect(monday).toBeVisible()

  await page.goto('/attendance')
  await page.getByRole('row', { name: /高思.*沧屿/ }).click()
  await page.getByRole('button', { name: '撤销出差' }).click()
  await page.getByLabel('撤销原因').fill('招标延期')
  await page.getByRole('button', { name: '撤销出差' }).click()
  await expect(page.getByText('撤销了高思的出差')).toBeVisible()
  await expect(page.getByText('已撤销').first()).toBeVisible()
  await page.goto('/reports/compliance')
  await expect(page.getByRole('heading', { name: '合规', level: 1 })).toBeVisible()
  await expect(monday).toHaveCount(0)
})

test('somebody asks for leave, and the manager approves it from 今天', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  await signIn('jiaoer')
  await page.goto('/attendance/new')
  await expect(page.getByRole('heading', { name: '这一页不对您开放' })).toBeVisible()
  await page.goto('/attendance')
  await expect(page.getByText(/病假|上午看牙/).first()).toBeVisible()
  await page.getByRole('button', { name: '申请请假或出差' }).click()
  await page.getByLabel('从（必填）').fill('2026-11-26')
  await page.getByRole('combobox', { name: /请假类型/ }).click()
  await page.getByTitle('事假').click()
  await page.getByRole('textbox', { name: '事由' }).fill('家中有事')
  await expect(page.getByText('批准后，11-26 周四的日报免填')).toBeVisible()
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByText('请假已提交，待批准')).toBeVisible()

  const manager = await signIn('anpeizhi', await anotherDevice())
  await manager.getByRole('button', { name: '批准：焦尔申请请假，11-26 周四' }).click()
  await expect(manager.getByText('批准了焦尔的请假')).toBeVisible()
  await page.reload()
  await expect(page.getByText('请假已批准，期间日报免填。')).toBeVisible()
})

test('a session that ends while somebody writes is renewed over the page, and the form is sent', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  await page.goto('/attendance/request')
  await page.getByRole('button', { name: '出差', exact: true }).click()
  await page.getByLabel('出差地区').fill('沧屿')
  await page.getByRole('textbox', { name: '事由' }).fill('现场勘查')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '登记出差' }).click()
  await page.getByLabel('jiaoer 的密码').fill('demo-zhuowei')
  await page.getByRole('button', { name: '登录并继续' }).click()
  await expect(page.getByText('出差已提交，待批准')).toBeVisible()
  await expect(page.getByText('出发前已登记，期间日报免填；不批准则恢复应填。')).toBeVisible()
})
