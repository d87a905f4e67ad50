import type { Page } from '@playwright/test'
import { colourViolationsOf, spokenEnglish, violationsOf } from './support/accessibility.ts'
import { expect, test } from './support/story.ts'

/** Pages behind a click, each read in the eyes of the one who has most to do there. */
const behindAClick: Readonly<Record<string, readonly string[]>> = {
  anpeizhi: [
    '/attendance/new',
    '/reports/team',
    '/reports/compliance',
    '/reports/compliance?unit=week',
    '/customers/exports',
    '/tasks?view=given',
    '/tasks/new?assign=true',
    '/verbal-reports/incidents',
    '/verbal-reports/incidents/new',
    '/complaints/suggestions',
    '/customers/forgotten',
    '/customers/regions',
    '/customers/grade-changes',
    '/meetings?when=past',
    '/meetings/new',
    '/support-requests',
    '/settings/people/new',
    '/settings/personal-requests?view=all',
  ],
  jiaoer: [
    '/activities/new',
    '/activities/calendar',
    '/complaints/new',
    '/complaints/suggestions/new',
    '/verbal-reports/new',
    '/tasks/new',
    '/badge',
    '/customers/new',
    '/customers/board',
    '/customers/feedback',
    '/customers/grade-changes?view=proposals',
    '/reports/new',
    '/reports/daily/2026-11-23',
    '/meetings/action-items',
    '/meetings/training-hours',
    '/reports/weekly/2026-W47',
    '/reports/monthly/2026-11',
    '/notifications',
    '/settings/account',
    '/settings/reminders',
  ],
  // Who came back from a trip and has not written of it.
  gaosi: [],
  hengli: [
    '/',
    '/customers',
    '/customers/import',
    '/customers/duplicates',
    '/customers/merge',
    '/customers/feedback/import',
    '/customers/bulk-changes',
    '/customers/tags',
    '/market/competitors',
  ],
  admin: [
    '/',
    '/regulation/parameters',
    '/settings/people',
    '/settings/organisation',
    '/settings/calendar',
    '/settings/calendar/import',
    '/settings/audit',
    '/settings/channels',
  ],
}

/** Those who open customers, visits and reports: what the navigation offers them, and the first record of each list. */
const fieldAndManager = ['anpeizhi', 'jiaoer']

const light = ['light', violationsOf] as const
const dark = ['dark', colourViolationsOf] as const

test.setTimeout(300_000)

test('the sign-in page has nothing in anybody’s way', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await expectNothingInTheWay(page, '/sign-in')
})

for (const [username, behind] of Object.entries(behindAClick)) {
  test(`every page of ${username} has nothing in anybody’s way`, async ({ page, signIn }) => {
    await signIn(username)
    const ahead = fieldAndManager.includes(username)
      ? [...(await navigationOf(page)), ...(await firstRecords(page))]
      : []
    for (const path of new Set([...ahead, ...behind, ...(await unwrittenTripsOf(page))])) {
      await test.step(path, async () => {
        await open(page, path)
        await expect.soft(page.locator('[aria-busy=true]'), path).toHaveCount(0)
        await expectNothingInTheWay(page, path)
      })
    }
  })
}

/** As a click would, without loading everything again; where the heading stays, as for another record of the same kind, it is loaded. */
async function open(page: Page, path: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 }).first()
  await heading.evaluate((element) => element.setAttribute('data-left', ''))
  await page.evaluate((to) => history.pushState(null, '', to), path)
  const gone = page.locator('h1[data-left]').waitFor({ state: 'detached', timeout: 1000 })
  await gone.catch(() => page.goto(path))
  await expect.soft(heading, path).toBeVisible()
}

/** The same page in both looks, which follow the device without being loaded again; the phone has the colours of the desk. */
async function expectNothingInTheWay(page: Page, path: string): Promise<void> {
  const english = await spokenEnglish(page)
  // The demonstration offers its people with their account names.
  const spoken =
    path === '/sign-in' ? english.filter((name) => !/\p{Script=Han}.*[a-z]+$/u.test(name)) : english
  expect.soft(spoken, `${path}, read aloud`).toEqual([])
  for (const [colorScheme, violations] of isPhone(page) ? [light] : [light, dark]) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator(`html[data-theme=${colorScheme}]`)).toBeAttached()
    expect.soft(await violations(page), `${path}, ${colorScheme}`).toEqual([])
  }
}

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 768

async function navigationOf(page: Page): Promise<string[]> {
  if (isPhone(page)) {
    await page.goto('/me')
    await expect(page.getByRole('heading', { name: '我的', level: 1 })).toBeVisible()
  }
  const links = await page.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  return links.filter((href): href is string => href?.startsWith('/') ?? false)
}

/** The 出差报告 that are still owed open in their editor. */
async function unwrittenTripsOf(page: Page): Promise<string[]> {
  const reply = await page.request.get('/api/reports/duties')
  const duties: { kind: string; reportId: string | null; editor: string }[] = reply.ok()
    ? await reply.json()
    : []
  return duties.flatMap(({ kind, reportId, editor }) => (kind === 'trip' && !reportId ? [editor] : []))
}

async function firstRecords(page: Page): Promise<string[]> {
  const first = async (list: string, address: (id: string) => string) => {
    const reply = await page.request.get(list)
    const body: { items?: { id: string }[] } = reply.ok() ? await reply.json() : {}
    return body.items?.[0] ? [address(body.items[0].id)] : []
  }
  return (
    await Promise.all([
      first('/api/customers?limit=1', (id) => `/customers/${id}`),
      first('/api/customers?limit=1', (id) => `/customers/${id}?tab=chain`),
      first('/api/customers?limit=1&grade=A', (id) => `/customers/${id}?tab=background`),
      first('/api/customers?limit=1', (id) => `/customers/${id}?tab=attachments`),
      first('/api/customers?limit=1', (id) => `/customers/${id}?tab=feedback`),
      first('/api/feedback?limit=1', (id) => `/activities/new?customerId=${id}`),
      first('/api/activities?limit=1', (id) => `/activities/${id}`),
      first('/api/reports/mine?limit=1', (id) => `/reports/${id}`),
      first('/api/meetings?limit=1', (id) => `/meetings/${id}`),
      first('/api/meetings?limit=1&when=past', (id) => `/meetings/${id}`),
      first('/api/meetings?limit=1&when=past', (id) => `/meetings/${id}/print`),
      first('/api/people?limit=1', (id) => `/settings/people/${id}`),
    ])
  ).flat()
}
