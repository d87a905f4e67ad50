import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { filledIn } from '@zhuowei/server/feedback-papers/testing/filled-in.ts'
import { expect, test } from './support/story.ts'

test('at the end of the month 焦尔 confirms one form in one press and fills another', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  await page.goto('/customers/feedback')
  await expect(page.getByRole('heading', { name: '客户信息反馈表', level: 1 })).toBeVisible()
  const confirm = page.getByRole('button', { name: /^本月无变化：/ }).first()
  const name = ((await confirm.getAttribute('aria-label')) ?? '').replace('本月无变化：', '')
  await confirm.click()
  await expect(page.getByText(`${name}：本月无变化`)).toBeVisible()
  await expect(page.getByRole('button', { name: `本月无变化：${name}` })).toHaveCount(0)
  await page.getByRole('button', { name: /^撤销/ }).click()
  await expect(page.getByText(`${name}：已撤销“本月无变化”`)).toBeVisible()
  await page.getByRole('button', { name: `本月无变化：${name}` }).click()
  await expect(page.getByRole('button', { name: `本月无变化：${name}` })).toHaveCount(0)

  await page
    .getByRole('button', { name: /^更新：/ })
    .first()
    .click()
  const remark = page.getByRole('textbox', { name: '备注', exact: true })
  await remark.fill('请信通主任核对过')
  // Motion is switched off on the device meanwhile: the page stays the one that was typed into.
  const typedInto = await remark.elementHandle()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(remark).toHaveValue('请信通主任核对过')
  expect(await typedInto?.evaluate((box) => box.isConnected)).toBe(true)
  await page.getByRole('button', { name: /^数据库：无$/ }).click()
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText('请信通主任核对过').first()).toBeVisible()
  await expect(page.getByText(/^第 \d+ 版，焦尔/).first()).toBeVisible()
})

test('what 焦尔 learns on a visit goes into the form with the visit', async ({ page, signIn }) => {
  await signIn('jiaoer')
  const { id } = await formWithGaps(page)
  await page.goto(`/activities/new?customerId=${id}`)
  await page.getByText(/^问到了什么/).click()
  await page.getByRole('textbox', { name: /今明两年有什么项目规划/ }).fill('明年改造调度主站，预算三季度报')
  await field(page, '拜访内容').fill('问清了明年的规划')
  await field(page, '拜访的结果').fill('愿意听方案')
  await field(page, '存在的问题').fill('无')
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()

  await page.goto(`/customers/${id}?tab=feedback`)
  await expect(page.getByText('明年改造调度主站，预算三季度报').first()).toBeVisible()
  await page.getByText(/^第 2 版，焦尔/).click()
  await expect(page.getByRole('link', { name: /11-23 周一 的拜访/ })).toBeVisible()
})

test('焦尔 fills the exported form in Excel and takes it in; a wrong one names its cell', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  const { id, name } = await formWithGaps(page)
  await page.goto(`/customers/${id}?tab=feedback`)
  await page.getByRole('button', { name: /附表/ }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 Excel' }).click()
  const exported = await readFile(await (await downloading).path())

  await page.getByRole('button', { name: /附表/ }).click()
  await page.getByRole('menuitem', { name: '导入填好的表' }).click()
  const choose = page.getByLabel('选择填好的反馈表')
  await choose.setInputFiles(await filledForm(exported, '无（2027-01-01）'))
  await expect(page.getByText('B5：日期不能晚于今天')).toBeVisible()
  await choose.setInputFiles(await filledForm(exported, '备用调度明年立项'))
  await expect(page.getByText('1 份有变化')).toBeVisible()
  await page.getByRole('button', { name: '导入 1 份' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByText('备用调度明年立项').first()).toBeVisible()
})

const filledForm = async (exported: Buffer, projectPlans: string) => ({
  name: '填好的表.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await filledIn(exported, { 最近项目规划: projectPlans }),
})

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label })

/** One of the person's own customers whose form has its first version, and nothing yet about coming projects. */
async function formWithGaps(page: Page): Promise<{ id: string; name: string }> {
  const { items } = await (await page.request.get('/api/feedback?limit=200')).json()
  for (const { id, name, version } of items) {
    if (version !== 1) continue
    const form = await (await page.request.get(`/api/customers/${id}/feedback`)).json()
    if (form.missing.includes('projectPlans')) return { id, name }
  }
  throw new Error('the demonstration has a form without 最近项目规划')
}
