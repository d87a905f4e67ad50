import type { Page } from '@playwright/test'
import { expect, test } from './support/story.ts'

test('两个人同时改一个片区：两边的改动都看得到，输入的一个字也不丢', async ({ signIn, anotherDevice }) => {
  const mine = await signIn('admin')
  const other = await signIn('admin', await anotherDevice())
  await beginRenaming(mine)
  await beginRenaming(other)
  await other.getByLabel('片区名称').fill('云岭东片区')
  await other.getByRole('button', { name: '保存' }).click()
  await expect(other.getByText('云岭东片区', { exact: true })).toBeVisible()

  await mine.getByLabel('片区名称').fill('云岭北片区')
  await mine.getByLabel('代码').fill('YB')
  await mine.getByRole('button', { name: '保存' }).click()
  const dialog = mine.getByRole('dialog')
  await expect(dialog.getByText('您编辑时，同事改了云岭片区')).toBeVisible()
  await expect(dialog.getByRole('row', { name: /片区名称.*云岭片区.*云岭北片区.*云岭东片区/ })).toBeVisible()
  await expect(dialog.getByText('自动合并：我的')).toBeVisible()
  const save = dialog.getByRole('button', { name: /^保存合并/ })
  await expect(save).toBeDisabled()
  await dialog.getByText('我的', { exact: true }).click()
  await save.click()
  await expect(dialog).toBeHidden()
  await expect(mine.getByText('云岭北片区', { exact: true })).toBeVisible()
  await expect(mine.getByText('YB', { exact: true })).toBeVisible()
})

/** The form under the row of 云岭, which is the last of the division. */
async function beginRenaming(page: Page): Promise<void> {
  await page.goto('/settings/organisation')
  await expect(page.getByText('云岭片区', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '改名称' }).last().click()
  await expect(page.getByLabel('片区名称')).toHaveValue('云岭片区')
}
