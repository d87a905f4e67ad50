import type { Page } from '@playwright/test'
import { expect, test } from './support/story.ts'

/** Friday's report, opened from the first thing that 今天 says is due. */
async function openFridaysReport(page: Page): Promise<void> {
  await page.goto('/reports/daily/2026-11-20')
  await expect(page.getByText('剩 20 分')).toBeVisible()
}

const plan = (page: Page) => page.getByRole('textbox', { name: '任务描述第 1 条' })
const result = (page: Page) => page.getByRole('textbox', { name: '完成情况第 1 条' })

async function fillBoxes(page: Page): Promise<void> {
  if ((await plan(page).inputValue()) === '') await plan(page).fill('走访云澈物资公司，核对等保整改清单')
  if ((await result(page).inputValue()) === '') await result(page).fill('清单已核对，周一送样')
  const open = page.getByRole('button', { name: /：还没说$/ })
  while ((await open.count()) > 0) await open.first().click()
}

test('in the morning 今天 leads to Friday’s report, which its author files for a special reason', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  await expect(page.getByText(/09:00|以没填计/).first()).toBeVisible()
  await openFridaysReport(page)
  await expect(page.getByText('星期五工作日报').first()).toBeVisible()
  await fillBoxes(page)
  await page.getByRole('button', { name: '外出晚归' }).click()
  await page.getByLabel('特殊原因的说明').fill('周五在听涛县现场到 22:40，返程没有网络')
  await page.getByRole('button', { name: '提交日报' }).click()
  await expect(page.getByText(/已提交，计为特殊原因/)).toBeVisible()
})

test('what was written survives a reload before it is filed', async ({ page, signIn }) => {
  await signIn('walan')
  await openFridaysReport(page)
  const saved = page.waitForResponse((response) => response.url().endsWith('/draft') && response.ok())
  await plan(page).fill('把方案第 2 版交给沈主任过目')
  await saved
  await page.reload()
  await expect(plan(page)).toHaveValue('把方案第 2 版交给沈主任过目')
})

test.describe('five seconds past the minute of the deadline', () => {
  test.use({ demoNow: '2026-11-23T09:01:05+08:00' })
  test('the report is kept as 补填 and still counts as missed', async ({ page, signIn }) => {
    await signIn('jiaoer')
    await page.goto('/reports/daily/2026-11-20')
    await fillBoxes(page)
    await page.getByRole('button', { name: '补填', exact: true }).click()
    await expect(page.getByText(/已提交，计为补填/)).toBeVisible()
  })
})

test.describe('in the last minute', () => {
  test.use({ demoNow: '2026-11-23T09:00:40+08:00' })
  test('forty seconds past nine the report is still in time for its special reason', async ({
    page,
    signIn,
  }) => {
    await signIn('jiaoer')
    await page.goto('/reports/daily/2026-11-20')
    await fillBoxes(page)
    await page.getByRole('button', { name: '网络', exact: true }).click()
    await page.getByRole('button', { name: '提交日报' }).click()
    await expect(page.getByText(/已提交，计为特殊原因/)).toBeVisible()
  })
})
