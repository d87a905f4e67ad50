import type { Page } from '@playwright/test'
import { expect, test } from './support/story.ts'

const customer = '云澈电力培训中心'

test('焦尔 finds a customer by two characters and by the initials of its name', async ({ page, signIn }) => {
  await signIn('jiaoer')
  for (const typed of ['培训', 'ycdlpx']) {
    await page.goto('/')
    await expect(page.getByRole('heading', { name: /^今天/, level: 1 })).toBeVisible()
    await openSearch(page)
    await page.getByRole('combobox', { name: '查找客户、页面和操作' }).fill(typed)
    await page.getByRole('option', { name: customer }).first().click()
    await expect(page.getByRole('heading', { name: customer, level: 1 })).toBeVisible()
  }
})

test('a visit is written on the way: nothing typed is lost, the report of the day has it', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  await beginVisit(page)
  await field(page, '拜访内容').fill('看了实训楼机房，介绍动环监控方案')
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText('请填写拜访的结果')).toBeVisible()
  await expect(page.getByText('请填写存在的问题')).toBeVisible()
  await expect(field(page, '拜访内容')).toHaveValue('看了实训楼机房，介绍动环监控方案')
  await expect(page.getByText(/草稿 \d\d:\d\d 已存/)).toBeVisible()

  await page.reload()
  await expect(field(page, '拜访内容')).toHaveValue('看了实训楼机房，介绍动环监控方案')
  await field(page, '拜访的结果').fill('同意提供机房图纸')
  await field(page, '存在的问题').fill('预算要等明年初')
  await field(page, '下一步').fill('送动环方案初稿')
  await page.getByRole('button', { name: '明天' }).click()
  const affects = page.getByRole('group', { name: '影响跟进程度' })
  await affects.getByRole('button', { name: '是', exact: true }).click()
  await page.getByRole('checkbox', { name: '核对过，客户资料不用改' }).check()
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()
  await expect(page.getByText(/客户资料已同时更新/)).toBeVisible()

  await page.goto('/activities')
  await expect(page.getByRole('row', { name: /云澈电力培训中心.*同意提供机房图纸/ })).toBeVisible()
  await page.goto('/reports/daily/2026-11-23')
  await expect(page.getByText(/云澈电力培训中心/).first()).toBeVisible()
})

test('without a network the visit is kept on the device and sent once when the network is back', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  await beginVisit(page)
  await field(page, '拜访内容').fill('送样册')
  await field(page, '拜访的结果').fill('留下样册，约下周再谈')
  await field(page, '存在的问题').fill('无')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText(`${customer}的拜访还没有上传`)).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText(`${customer}的拜访已经上传`)).toBeVisible()
  await page.getByRole('button', { name: '看拜访' }).click()
  await expect(page.getByRole('row', { name: /留下样册/ })).toHaveCount(1)
})

test('the application opens without a network: after a reload the visit is written, and sent when the network is back', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  await beginVisit(page)
  await field(page, '拜访内容').fill('送样册')
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.context().setOffline(true)
  await page.reload()
  await expect(page.getByText(/没有网络：拜访照常保存/)).toBeVisible()
  await expect(field(page, '拜访内容')).toHaveValue('送样册')
  await field(page, '拜访的结果').fill('留下样册，下周再谈')
  await field(page, '存在的问题').fill('无')
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText(`${customer}的拜访还没有上传`)).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: /^今天/, level: 1 })).toBeVisible()
  await page.goto('/activities/new')
  await page.getByRole('option', { name: customer }).click()
  await expect(field(page, '拜访内容')).toBeVisible()

  await page.context().setOffline(false)
  await expect(page.getByText(`补传了 ${customer} 的拜访`)).toBeVisible()
  await page.goto('/activities')
  await expect(page.getByRole('row', { name: /留下样册，下周再谈/ })).toHaveCount(1)
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)))
    const requests = await Promise.all(caches.map((cache) => cache.keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/')
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([])
})

/** Its voice key bears the name of the field, too. */
const field = (page: Page, label: string) => page.getByRole('textbox', { name: label })

/** ⌘K at the desk, the tab 查找 under the thumb. */
async function openSearch(page: Page): Promise<void> {
  const tab = page.getByRole('button', { name: /查找$/ })
  const isPhone = (page.viewportSize()?.width ?? 0) < 768
  if (isPhone) await tab.click()
  else await page.keyboard.press('Control+k')
}

async function beginVisit(page: Page): Promise<void> {
  await page.goto('/activities/new')
  await page.getByRole('combobox', { name: '找客户' }).fill('ycdlpx')
  await page.getByRole('option', { name: customer }).click()
  await expect(field(page, '拜访内容')).toBeVisible()
}
