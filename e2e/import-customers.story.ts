import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { customerList } from './support/customer-list.ts'
import { expect, test } from './support/story.ts'

/** 六.2.3)②: the office takes over the list that it has kept until now, and sends the bad rows back. */
test('综合管理导入一份 3,000 行、100 行有错的客户清单，再整批撤销', async ({ signIn }) => {
  const page = await signIn('hengli')
  await page.goto('/customers/import')
  await expect(page.getByText('导入记录')).toBeVisible()
  await accessible(page)
  await page.getByLabel('选择客户清单文件').setInputFiles({
    name: '客户清单.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await customerList(3000),
  })

  await expect(page.getByRole('heading', { name: '对应列' })).toBeVisible()
  await expect(page.getByText('表头以下 3,000 行')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '预检', exact: true }).click()

  await expect(page.getByRole('heading', { name: '会新增客户 2,900 家、联系人 2,900 位' })).toBeVisible({
    timeout: 60_000,
  })
  await standsOnce(page, '预检')
  await page.getByRole('button', { name: '手机号码 100' }).click()
  await expect(page.getByText('“号码待查”不是有效号码').first()).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '导入 2,900 行' }).click()

  await expect(page.getByRole('heading', { name: /^已新增客户 2,900 家/ })).toBeVisible({ timeout: 60_000 })
  await standsOnce(page, '结果')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载没有导入的 100 行' }).click()
  expect((await download).suggestedFilename()).toBe('没有导入的行-客户清单.xlsx')
  await accessible(page)

  await page.getByRole('button', { name: '撤销整批' }).click()
  await page.getByRole('button', { name: '撤销整批' }).last().click()
  await expect(page.getByRole('heading', { name: '已撤回全部 2,900 行' })).toBeVisible({ timeout: 60_000 })
  await page.getByText(/^原新增/).click()
  await expect(page.getByText('已撤回', { exact: true }).first()).toBeVisible()
})

/** One bar, and on it one step. */
async function standsOnce(page: Page, step: string): Promise<void> {
  const bar = page.getByRole('list', { name: '导入步骤' })
  await expect(bar).toHaveCount(1)
  await expect(bar.locator('[aria-current="step"]')).toHaveText(new RegExp(step))
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}
