import { expect, test } from './support/story.ts'

test.use({ demoNow: '2026-11-30T17:10:00+08:00' })

test('the month is told in three boxes, its facts are taken over, and the manager reads it', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  await signIn('jiaoer')
  await page.goto('/reports/monthly/2026-11')
  const results = page.getByRole('textbox', { name: /^工作成果第 \d+ 条$/ })
  // The new customer of the month stands there already; its numbers are offered.
  await expect(results.filter({ hasText: '新客户：青穹电力设计院有限公司' })).toHaveCount(1)
  const written = await results.count()
  await page.getByRole('button', { name: /^写入.*拜访 \d+ 次/ }).click()
  await expect(results).toHaveCount(written + 1)
  await expect(page.getByRole('button', { name: '先填工作中存在问题' })).toBeVisible()
  await page.getByRole('textbox', { name: '工作中存在问题' }).fill('两家县局的预算推到明年')
  await page.getByRole('textbox', { name: '下月工作重点第 1 条' }).fill('陪设计院定下终端准入的参数')
  await page.getByRole('button', { name: '提交月报' }).click()
  await expect(page.getByText(/已提交，计为按时/)).toBeVisible()

  const manager = await signIn('anpeizhi', await anotherDevice())
  await manager.goto('/reports/team?box=all&kind=monthly')
  await manager.getByText('11月工作报告').first().click()
  await expect(manager.getByRole('heading', { name: '工作中存在问题' })).toBeVisible()
  await expect(manager.getByText('两家县局的预算推到明年').first()).toBeVisible()
  await expect(manager.getByText(/拜访 \d+ 次/).first()).toBeVisible()
  await expect(manager.getByText('陪设计院定下终端准入的参数').first()).toBeVisible()
})
