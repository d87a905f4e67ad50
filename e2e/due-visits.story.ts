import { expect, test } from './support/story.ts'

test('a forgotten customer gets a visit in one tap, and a card moves to another status', async ({
  page,
  signIn,
}) => {
  await signIn('fale')
  await page.goto('/customers/forgotten')
  const plan = page.getByRole('button', { name: /^计划 11-24 周二 拜访/ }).first()
  const name = (await plan.getAttribute('aria-label'))?.replace('计划 11-24 周二 拜访', '') ?? ''
  await plan.click()
  await expect(page.getByText(`${name}：计划 11-24 周二 拜访`)).toBeVisible()
  await expect(page.getByText('已计划 11-24 周二')).toBeVisible()
  await page.goto('/')
  await expect(page.getByText('计划的拜访').first()).toBeVisible()

  await page.goto('/customers/board?status=potential')
  const move = page.getByRole('button', { name: /^移到：/ }).first()
  const card = (await move.getAttribute('aria-label'))?.replace('移到：', '') ?? ''
  await move.click()
  await page.getByRole('menuitem', { name: '意向' }).click()
  await expect(page.getByText(`${card}：潜在改为意向`)).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('button', { name: `移到：${card}` })).toBeVisible()
})
