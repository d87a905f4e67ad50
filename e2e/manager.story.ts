import { expect, test } from './support/story.ts'

test('the manager sees who has not filed and why, urges them, and they are told at once', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  const phoneOfJiaoer = await signIn('jiaoer', await anotherDevice())
  await signIn('anpeizhi')
  await expect(page.getByText(/2 人(没交|日报未交)/).first()).toBeVisible()
  const urged = page.waitForResponse((response) => response.url().endsWith('/reports/urges') && response.ok())
  await page.getByRole('button', { name: /^催办/ }).first().click()
  await urged
  await page.goto('/reports/team')
  await expect(page.getByText(/焦尔/).first()).toBeVisible()
  await phoneOfJiaoer.goto('/notifications')
  await expect(phoneOfJiaoer.getByText(/催/).first()).toBeVisible()
})

test('the manager comments on a report and its author finds the comment', async ({
  page,
  signIn,
  anotherDevice,
  isMobile,
}) => {
  await signIn('anpeizhi')
  await page.goto('/reports/team')
  // Beside the reports stands who has not filed yet, with the same names.
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /^高思.*未读/ })
    .first()
    .click()
  const send = page.getByRole('button', { name: '点评，下一篇', exact: true })
  if (isMobile) await send.click()
  await page.getByRole('textbox', { name: '点评' }).fill('先提澄清，不点名厂家。')
  const sent = page.waitForResponse((reply) => reply.url().endsWith('/comments') && reply.ok())
  await send.last().click()
  await sent
  const gaosi = await signIn('gaosi', await anotherDevice())
  await gaosi.goto('/notifications')
  await gaosi.getByText(/点评/).first().click()
  await expect(gaosi.getByText('先提澄清，不点名厂家。').first()).toBeVisible()
})

test('a red cell tells its story, and the manager waives it with a reason', async ({ page, signIn }) => {
  await signIn('anpeizhi')
  await page.goto('/reports/compliance')
  await page.getByRole('button', { name: /高思.*11-17.*未填/ }).click()
  await expect(page.getByText('五.1.3)②').first()).toBeVisible()
  await page.getByRole('button', { name: '豁免…' }).click()
  await page.getByLabel('豁免理由').fill('当天陪客户验收到深夜')
  await page.getByRole('button', { name: '确定豁免' }).click()
  await expect(page.getByRole('button', { name: /高思.*11-17.*豁免/ })).toBeVisible()
})

test('what waits for a decision opens its story from 今天, and once looked at it waits no more', async ({
  page,
  signIn,
}) => {
  await signIn('anpeizhi')
  const row = page.getByRole('link', { name: /^核对：高思 11-17/ })
  await row.click()
  const story = page.getByRole('dialog')
  await expect(story.getByText('高思，2026-11-17 周二')).toBeVisible()
  await page.reload()
  await story.getByRole('button', { name: '维持未填' }).click()
  await expect(story.getByText('安培之维持未填')).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('link', { name: /^核对/ }).first()).toBeVisible()
  await expect(row).toHaveCount(0)
})

test('总经理 reads in one line what is out of line, and it opens', async ({ page, signIn }) => {
  await signIn('lin')
  await page
    .getByRole('link', { name: /份汇报未填/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: '合规', level: 1 })).toBeVisible()
})

test('the manager’s own report goes to the general manager', async ({ page, signIn }) => {
  await signIn('lin')
  await page.goto('/reports/team')
  await expect(page.getByText('安培之').first()).toBeVisible()
})
