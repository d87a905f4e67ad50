import { violationsOf } from './support/accessibility.ts'
import { expect, test } from './support/story.ts'

/** §3A: nothing of a leaver is left without a holder, and a mistake can be taken back. */
test('系统管理员办焦尔离职：客户交给瓦澜，之后撤销', async ({ signIn }) => {
  const page = await signIn('admin')
  await page.goto('/settings/people')
  await page.getByText('焦尔', { exact: true }).click()
  await page.getByRole('button', { name: '办理离职' }).click()
  await expect(page.getByRole('heading', { name: '焦尔离职交接' })).toBeVisible()
  await page.getByLabel('接收人').click()
  await page.getByText(/^瓦澜，项目主管/).click()
  await expect(page.getByText(/\d+ 个客户归瓦澜，片区不变。/)).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: '办理离职' }).click()
  await expect(page.getByRole('heading', { name: '焦尔的离职已办好' })).toBeVisible()

  await page.getByRole('button', { name: '看焦尔' }).click()
  await page.getByRole('button', { name: '撤销离职' }).click()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: '撤销离职' }).click()
  await expect(page.getByText(/焦尔已复职，收回客户 \d+ 个/)).toBeVisible()
})
