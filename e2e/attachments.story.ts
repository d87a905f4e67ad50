import { expect, test } from './support/story.ts'

test('焦尔 hangs a photo and a drawing on a customer over a line that breaks, and takes one back', async ({
  page,
  signIn,
}) => {
  await signIn('jiaoer')
  const { items } = await (await page.request.get('/api/customers?limit=50')).json()
  const own = items.find(({ owner }: { owner: { name: string } | null }) => owner?.name === '焦尔')
  await page.goto(`/customers/${own.id}?tab=attachments`)
  const files = page.locator('input[type=file]').last()
  await expect(files).toBeAttached()

  await page.route('**/pieces?offset=1048576', (route) => route.abort(), { times: 1 })
  await files.setInputFiles([
    { name: '配电室.png', mimeType: 'image/png', buffer: dot },
    { name: '接线图.dwg', mimeType: 'application/octet-stream', buffer: Buffer.alloc(1_500_000, 1) },
  ])
  await expect(page.getByText('连接断了，恢复后自动接着传', { exact: false })).toBeVisible()
  await expect(page.getByRole('link', { name: '下载 接线图.dwg' })).toBeVisible()

  await page.getByRole('button', { name: '配电室.png', exact: true }).click()
  const picture = page.getByRole('dialog').getByRole('img', { name: '配电室.png' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '移除 接线图.dwg' }).click()
  await expect(page.getByRole('link', { name: '下载 接线图.dwg' })).toHaveCount(0)
  await page.getByRole('button', { name: /^撤销/ }).click()
  await expect(page.getByRole('link', { name: '下载 接线图.dwg' })).toBeVisible()
})

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
