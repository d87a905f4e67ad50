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

test('a plan that was not kept is named before filing and stands in the next report', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  await openFridaysReport(page)
  if ((await plan(page).inputValue()) === '') await plan(page).fill('走访云澈物资公司')
  if ((await result(page).inputValue()) === '') await result(page).fill('清单已核对')
  const planned = await plan(page).inputValue()
  await page.getByRole('button', { name: '外出晚归' }).click()
  await page.getByRole('button', { name: '提交日报' }).click()
  const question = page.getByRole('dialog')
  await question.getByRole('button', { name: '没完成', exact: true }).first().click()
  await question.getByLabel('存在问题及计划').fill('对方周五不在，周一再去')
  await question.getByRole('button', { name: '提交日报' }).click()
  await expect(page.getByText(/已提交，计为特殊原因/)).toBeVisible()
  await page.reload()
  await expect(page.getByText('对方周五不在，周一再去')).toBeVisible()
  await expect(page.getByText(/已提交，计为/)).toHaveCount(0)
  await page.goto('/reports/daily/2026-11-23')
  await expect(page.getByText(/^上次未完成/).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: /任务描述第/ }).filter({ hasText: planned })).toHaveCount(1)
})

test('two windows each add a line, and both lines stay', async ({ page, signIn }) => {
  await signIn('walan')
  const other = await page.context().newPage()
  for (const window of [page, other]) {
    await window.goto('/reports/daily/2026-11-23')
    await expect(plan(window)).toBeVisible()
  }
  for (const [window, text] of [
    [page, '甲窗口加的'],
    [other, '乙窗口加的'],
  ] as const) {
    await window.getByRole('button', { name: '加一条' }).first().click()
    const saved = window.waitForResponse((reply) => reply.url().endsWith('/draft') && reply.ok())
    await window.keyboard.type(text)
    await saved
  }
  await page.reload()
  await expect(
    page.getByRole('textbox', { name: /任务描述第/ }).filter({ hasText: '甲窗口加的' }),
  ).toHaveCount(1)
  await expect(
    page.getByRole('textbox', { name: /任务描述第/ }).filter({ hasText: '乙窗口加的' }),
  ).toHaveCount(1)
})

test('what was changed in a filed report survives going back, and its versions can be compared', async ({
  page,
  signIn,
}) => {
  await signIn('walan')
  await page.goto('/reports')
  await page.getByRole('link', { name: /11-19.*星期四工作日报/ }).click()
  await page.getByRole('button', { name: '修改，另存为新版本' }).click()
  await result(page).fill('改过的话')
  await page.goBack()
  await expect(page.getByRole('button', { name: '修改，另存为新版本' })).toBeVisible()
  await page.goForward()
  await expect(result(page)).toHaveValue('改过的话')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await page.getByRole('button', { name: '看改了什么' }).click()
  await expect(page.getByRole('dialog').getByText('第 2 版')).toBeVisible()
  await expect(page.getByRole('dialog').locator('ins')).toHaveText('改过的话')
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
