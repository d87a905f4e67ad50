import { expect, test } from './support/story.ts'

test('亨礼 asks for a list with a purpose, the manager allows it, and the file is hers for a day', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  const isPhone = (page.viewportSize()?.width ?? 0) < 768
  test.skip(isPhone, 'a list is exported on the desk; the manager’s tap on the phone is below')
  await signIn('hengli')
  await page.goto('/customers?grade=A')
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/由部门经理批准后生成/)).toBeVisible()
  await dialog.getByLabel('用途').fill('新年贺卡名单')
  await dialog.getByRole('button', { name: '申请导出' }).click()
  const row = page.getByRole('listitem').filter({ hasText: '新年贺卡名单' })
  await expect(row.getByText('待批准')).toBeVisible()

  const manager = await signIn('anpeizhi', await anotherDevice())
  await manager.goto('/customers/exports?waiting=true')
  await manager.getByRole('button', { name: '批准：新年贺卡名单', exact: true }).click()
  await expect(manager.getByText('批准了亨礼的导出')).toBeVisible()

  const link = page.getByRole('link', { name: '下载：新年贺卡名单' })
  await expect(link).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('客户-20261123-0840.xlsx')
  await expect(row.getByText(/下载 1 次/)).toBeVisible()
})

test('安培之 refuses an export with a reason', async ({ signIn, page }) => {
  await signIn('anpeizhi')
  await page.getByRole('link', { name: /傅特申请导出客户/ }).click()
  await expect(page.getByRole('heading', { name: '导出登记', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: '不批准：出差前核对 A 级客户', exact: true }).click()
  await page.getByRole('textbox', { name: /理由/ }).fill('在系统里看就行')
  await page.getByRole('button', { name: '不批准', exact: true }).click()
  await expect(page.getByText(/安培之没有批准.*在系统里看就行/)).toBeVisible()
})
