import type { Page } from '@playwright/test'
import { expect, test } from './support/story.ts'

test.use({ demoNow: '2026-11-27T16:00:00+08:00' })

const box = (page: Page, name: string) => page.getByRole('region', { name })
const lines = (page: Page, label: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${label}第 \\d+ 条$`) })

/** One more line at the end of a box. */
async function addLine(page: Page, half: string, label: string, text: string): Promise<void> {
  const rows = lines(page, label)
  if ((await rows.last().inputValue()) !== '') {
    const before = await rows.count()
    const list = box(page, half).locator('section').filter({ has: rows.first() })
    await list.getByRole('button', { name: '加一条' }).click()
    await expect(rows).toHaveCount(before + 1)
  }
  await rows.last().fill(text)
}

test('on Friday at four one submit tells of this week and plans the next', async ({ page, signIn }) => {
  await signIn('walan')
  await page.goto('/reports/weekly/2026-W48')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await addLine(page, '本周完成情况', '任务描述', '写招标文件')
  for (const item of await page.getByRole('group', { name: /：完成没有$/ }).all())
    await item.getByRole('button', { name: '完成', exact: true }).click()
  const left = page.getByRole('group', { name: '写招标文件：完成没有' })
  await left.getByRole('button', { name: '未完成' }).click()
  await page.getByLabel('写招标文件：存在问题').fill('参数没定')
  await expect(lines(page, '下周工作计划').filter({ hasText: '写招标文件' })).toHaveCount(1)
  await expect(page.getByText(/第 1 次结转/).first()).toBeVisible()
  await addLine(page, '本周完成情况', '完成情况', '听涛县的样品已送到')
  const saved = page.waitForResponse((reply) => reply.url().endsWith('/draft') && reply.ok())
  await addLine(page, '下周计划', '需要支持和资源', '请专家一天')
  await saved
  await page.reload()
  await expect(page.getByLabel('写招标文件：存在问题')).toHaveValue('参数没定')
  await page.getByRole('button', { name: '提交周报' }).click()
  await expect(page.getByText(/已提交，计为按时/)).toBeVisible()
  await expect(page.getByText('（参数没定）')).toBeVisible()
  await page.goto('/reports?kind=weekly')
  await page.getByRole('link', { name: /第49周总结/ }).click()
  await expect(page.getByText('写招标文件').first()).toBeVisible()
  await expect(page.getByText('请专家一天')).toBeVisible()
})

test.describe('at the end of an ordinary day', () => {
  test.use({ demoNow: '2026-11-23T17:30:00+08:00' })

  test('the report takes two taps and a sentence of one’s own', async ({ page, signIn }) => {
    await signIn('walan')
    await visitAsPlanned(page, '2026-11-23')
    await page.goto('/')
    // Counted from 今天 to the filed report. Putting the cursor where one writes belongs to the sentence, not to the taps.
    let taps = 0
    const tap = async (name: RegExp) => {
      taps += 1
      await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click()
    }
    await tap(/^写日报：星期一工作日报/)
    await page.getByLabel('存在问题及计划', { exact: true }).fill('样册不够，周三前补印')
    await tap(/^提交日报$/)
    await expect(page.getByText(/已提交，计为按时/)).toBeVisible()
    expect(taps).toBe(2)
  })
})

/** Whoever was promised a visit for this day was visited, and one more customer besides; what was assigned for it was done and reported. */
async function visitAsPlanned(page: Page, date: string): Promise<void> {
  await page.evaluate(async (day) => {
    const get = async (path: string) => (await fetch(`/api${path}`)).json()
    const session = await get('/session')
    const { description } = await get(`/reports/daily/${day}`)
    const promises: string[] = description.flatMap((line: { ref: { type: string; id: string } | null }) =>
      line.ref?.type === 'visit' ? line.ref.id : [],
    )
    const customers = await Promise.all(
      promises.map(async (id) => (await get(`/activities/${id}`)).customer.id),
    )
    const { items } = await get('/customers?limit=1')
    const post = (path: string, body: object) =>
      fetch(`/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      })
    for (const { ref } of description)
      if (ref?.type === 'task') {
        const { version } = await get(`/tasks/${ref.id}`)
        await post(`/tasks/${ref.id}/feedback`, { version, body: '都补齐了' })
      }
    for (const customerId of new Set([...customers, items[0].id]))
      await post('/activities', {
        ...{ customerId, happenedAt: `${day}T15:00:00+08:00`, visitorIds: [session.person.id] },
        ...{ content: '走访', result: '样册已送到', problem: '无' },
      })
  }, date)
}
