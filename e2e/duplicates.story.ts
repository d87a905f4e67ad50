import { expect, test } from './support/story.ts'

test('综合管理 merges what stands on record twice, and takes it apart again', async ({ page, signIn }) => {
  await signIn('hengli')
  await page.goto('/customers/duplicates')
  await page.getByRole('button', { name: /^不是重复：.*电力调度中心/ }).click()
  await expect(page.getByText('已标为不是重复，以后不再提示')).toBeVisible()
  await page.getByRole('link', { name: /^比较并合并：.*供电局/ }).click()
  await expect(page.getByRole('heading', { name: '合并客户' })).toBeVisible()
  await page.getByRole('radio', { name: /^客户状态用.*供电局.*接触中/ }).check()
  const name = await page.getByRole('radio', { name: /^保留.*供电公司/ }).getAttribute('aria-label')
  const failed: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url())
  })
  await page.getByRole('button', { name: '合并为一家' }).dblclick()
  await expect(page.getByText(/供电局.*并入.*供电公司/).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/供电公司/)
  expect(name).toContain('KH-YL-')
  expect(failed, 'the records that are merged are not asked for again').toEqual([])

  await page.goto('/customers/duplicates?view=merged')
  await page
    .getByRole('listitem')
    .filter({ hasText: '供电局' })
    .getByRole('button', { name: /^撤销合并/ })
    .click()
  await expect(page.getByText('亨礼已撤销')).toBeVisible()
  await page.goto('/customers/duplicates')
  await expect(page.getByRole('link', { name: /^比较并合并：.*供电局/ })).toBeVisible()
})
