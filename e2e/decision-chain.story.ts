import { expect, test } from './support/story.ts'

test('焦尔 sees who decides, relates two people, answers an opponent and takes the map along', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  const found = await (await page.request.get('/api/customers?limit=1&q=许照临')).json()
  await page.goto(`/customers/${found.items[0].id}?tab=chain`)
  await expect(page.getByRole('heading', { name: /^盲点 \d 处$/ })).toBeVisible()
  await expect(page.getByText(/^决策人.+ 45 天没有接触$/)).toBeVisible()

  await page.getByRole('button', { name: '记对策' }).click()
  await page.getByRole('textbox', { name: '反对理由' }).fill('担心停机窗口')
  await page.getByRole('textbox', { name: '对策' }).fill('下月先做一次夜间演练')
  await page.getByRole('button', { name: '记下对策' }).click()
  await expect(page.getByText('反对者程慕野还没有对策')).toHaveCount(0)

  await page.getByRole('button', { name: /^许照临/ }).click()
  await page.getByRole('button', { name: '加关系' }).click()
  await page.getByLabel(/^与谁/).click()
  await page.getByTitle('顾南乔，信通分中心主任').click()
  await page.getByLabel(/^关系/).click()
  await page.getByTitle('影响', { exact: true }).click()
  await expect(page.getByText('读作：许照临能影响顾南乔')).toBeVisible()
  await page.getByRole('button', { name: '记下关系' }).click()
  await page.getByRole('button', { name: /^许照临/ }).click()
  await expect(page.getByText('许照临能影响顾南乔')).toBeVisible()
})
