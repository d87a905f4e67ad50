import { expect, test } from './support/story.ts'

test('焦尔 sees her week in the calendar and takes it to her phone under an address that she can take back', async ({
  page,
  signIn,
  isMobile,
}) => {
  await signIn('jiaoer')
  await page.goto('/activities')
  await page.getByRole('button', { name: '日历', exact: true }).click()
  await expect(page.getByText('2026 年 11 月')).toBeVisible()
  await page.getByRole('button', { name: /^2026-11-20 周五/ }).click()
  await expect(page.getByText('日报 宽限到 11-23 周一 09:00').last()).toBeVisible()
  if (!isMobile) {
    await page.getByRole('button', { name: '周', exact: true }).click()
    await expect(page.getByText('11-16 至 11-22')).toBeVisible()
  }

  await page.getByRole('button', { name: '订阅' }).click()
  await page.getByRole('button', { name: '生成订阅地址' }).click()
  const address = await page.getByLabel('订阅地址（只显示这一次）').inputValue()
  const read = () => page.request.fetch(address, { headers: { cookie: '' } })
  const file = await read()
  expect(file.headers()['content-type']).toContain('text/calendar')
  expect(await file.text()).toContain('SUMMARY:周一工作日报 24:00 截止')
  await page.getByRole('switch', { name: '只显示忙闲' }).click()
  await expect(page.getByText('只有“忙”，没有客户和内容')).toBeVisible()
  expect(await (await read()).text()).not.toContain('日报')
  await page.getByRole('button', { name: '停用' }).click()
  await expect(page.getByRole('button', { name: '生成订阅地址' })).toBeVisible()
  expect((await read()).status()).toBe(404)
})
