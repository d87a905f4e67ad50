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
