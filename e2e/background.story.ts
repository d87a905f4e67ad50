import { expect, test } from './support/story.ts'

test('焦尔 writes down what a customer runs, and 今天 asks what follows until he knows', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  const found = await page.request.get('/api/customers?limit=1&q=松照县供电公司')
  const { items }: { items: { id: string }[] } = await found.json()
  const background = `/customers/${items[0]?.id}?tab=background`
  await page.goto(background)

  await page.getByRole('button', { name: '记信息化状况' }).click()
  const form = page.getByRole('form', { name: '记信息化状况' })
  await form.getByRole('combobox', { name: /类别/ }).click()
  await page.getByTitle('视频会议').click()
  await form.getByRole('textbox', { name: /品牌/ }).fill('照野')
  await form.getByRole('textbox', { name: '型号' }).fill('MCU-32')
  await form.getByLabel('维保到期').fill('2026-12-15')
  await form.getByRole('button', { name: '记下' }).click()
  await expect(form.getByText('请填写来源')).toBeVisible()
  await form.getByRole('combobox', { name: /来源/ }).fill('信通主任口头')
  await form.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('照野 MCU-32')).toBeVisible()
  await expect(page.getByText(/^维保到 12-15/)).toBeVisible()

  await page.goto('/')
  const reminder = page.getByText('视频会议 照野 MCU-32，问清续保还是更换')
  await expect(reminder).toBeVisible()
  await page.goto(background)
  await page.getByRole('button', { name: '照野 MCU-32的操作' }).click()
  await page.getByRole('menuitem', { name: '修改' }).click()
  const change = page.getByRole('form', { name: '修改信息化状况' })
  await change.getByRole('textbox', { name: '更换打算' }).fill('续保一年')
  await change.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('打算：续保一年')).toBeVisible()

  await page.goto('/')
  await expect(page.getByRole('heading', { name: '今天', level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(reminder).toHaveCount(0)
})

test('what a visit answered is taken over into 背景资料 with one press', async ({ page, signIn }) => {
  await signIn('jiaoer')
  const found = await page.request.get('/api/customers?limit=1&q=松照县供电公司')
  const { items }: { items: { id: string; owner: { id: string } }[] } = await found.json()
  const visited = await page.request.post('/api/activities', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      ...{ customerId: items[0]?.id, happenedAt: '2026-11-23T08:10:00+08:00' },
      ...{ visitorIds: [items[0]?.owner.id], content: '看机房', result: '给了清单', problem: '无' },
      feedback: [{ item: 'database', text: '主库两套，一套还在国外库上' }],
    },
  })
  const { id }: { id: string } = await visited.json()
  await page.goto(`/activities/${id}`)
  await page.getByRole('link', { name: '1 条可记入背景资料' }).click()
  const offer = page.getByRole('button', { name: /^记入背景资料：主库两套/ })
  await offer.click()
  const form = page.getByRole('form', { name: '记信息化状况' })
  await expect(form.getByTitle('数据库')).toBeVisible()
  await expect(form.getByRole('combobox', { name: /来源/ })).toHaveValue('拜访')
  await form.getByRole('textbox', { name: /品牌/ }).fill('达梦')
  await form.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('达梦', { exact: true })).toBeVisible()
  await expect(offer).toHaveCount(0)
})
