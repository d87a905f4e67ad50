import { expect, test } from './support/story.ts'

test('at the end of the month 焦尔 confirms one form in one press and fills another', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  await page.goto('/customers/feedback')
  await expect(page.getByRole('heading', { name: '客户信息反馈表', level: 1 })).toBeVisible()
  const confirm = page.getByRole('button', { name: /^本月无变化：/ }).first()
  const name = ((await confirm.getAttribute('aria-label')) ?? '').replace('本月无变化：', '')
  await confirm.click()
  await expect(page.getByText(`${name}：本月无变化`)).toBeVisible()
  await expect(page.getByRole('button', { name: `本月无变化：${name}` })).toHaveCount(0)

  await page
    .getByRole('button', { name: /^更新：/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: '备注', exact: true }).fill('请信通主任核对过')
  await page.getByRole('button', { name: /^数据库：无$/ }).click()
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText('请信通主任核对过').first()).toBeVisible()
  await expect(page.getByText(/^第 \d+ 版，焦尔/).first()).toBeVisible()
})

test('what a visit answers stands in the form, with the day of the visit', async ({ page, signIn }) => {
  await signIn('jiaoer')
  await page.goto('/customers?q=松照化工园自备电厂')
  const customer = page.getByRole('row', { name: /松照化工园自备电厂/ }).first()
  await customer.click()
  await customer.press('Enter')
  await expect(page.getByRole('heading', { name: '松照化工园自备电厂', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: '反馈表', exact: true }).click()
  const before = page.getByText('下一次拜访该问什么')
  await expect(before).toBeVisible()
  const record = page.url().split('?')[0]
  await page.goto(`/activities/new?customerId=${record?.split('/').at(-1)}`)
  for (const [label, text] of [
    ['拜访内容', '看了机房'],
    ['拜访的结果', '答应给清单'],
    ['存在的问题', '无'],
  ] as const)
    await page.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(text)
  await page.getByText('问到了什么').click()
  await page.getByRole('textbox', { name: /使用、采购和管理部门/ }).fill('听信通的')
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()
  await page.goto(`${record}?tab=feedback`)
  await expect(page.getByText('听信通的').first()).toBeVisible()
  await expect(page.getByText(/来自|第 2 版/).first()).toBeVisible()
})
