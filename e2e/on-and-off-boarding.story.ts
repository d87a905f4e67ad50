import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './support/story.ts'

/** §3A: the administrator brings somebody in and lets somebody go; nothing of a leaver is left without a holder. */
test('系统管理员办新员工入职，本人第一次登录', async ({ signIn, browser, baseURL }) => {
  test.slow() // two people, one after the other
  const page = await signIn('admin')
  await page.goto('/settings/people')
  await accessible(page)
  await page.getByRole('button', { name: '新员工' }).click()
  await page.getByLabel('姓名').fill('高斯')
  await page.getByLabel('工号').fill('DL-099')
  await page.getByRole('button', { name: '办理入职' }).click()
  await expect(page.getByText('请填写用户名')).toBeVisible()
  await page.getByLabel('用户名').fill('gauss')
  await choose(page, '片区', '澜海片区（欧牧）')
  await accessible(page)
  await page.getByRole('button', { name: '办理入职' }).click()
  await expect(page.getByRole('heading', { name: '高斯已入职' })).toBeVisible()
  const password = await page.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent()
  await firstDay(browser, String(baseURL), String(password))
})

test('系统管理员办焦尔离职：客户交给瓦澜，之后撤销', async ({ signIn }) => {
  const page = await signIn('admin')
  await page.goto('/settings/people')
  await page.getByText('焦尔', { exact: true }).click()
  await page.getByRole('button', { name: '办理离职' }).click()
  await expect(page.getByRole('heading', { name: '焦尔离职交接' })).toBeVisible()
  await page.getByLabel('接收人').click()
  await page.getByText(/^瓦澜，项目主管/).click()
  await expect(page.getByText(/\d+ 个客户归瓦澜，片区不变。/)).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: '办理离职' }).click()
  await expect(page.getByRole('heading', { name: '焦尔的离职已办好' })).toBeVisible()

  await page.getByRole('button', { name: '看焦尔' }).click()
  await page.getByRole('button', { name: '撤销离职' }).click()
  await accessible(page)
  await page.getByRole('button', { name: '撤销离职' }).click()
  await expect(page.getByText(/焦尔已复职，收回客户 \d+ 个/)).toBeVisible()
})

/** The password of the administrator, a password of one's own, 三.1, and then the application. */
async function firstDay(browser: Browser, address: string, password: string): Promise<void> {
  const context = await browser.newContext({ baseURL: address, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('用户名').fill('gauss')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await accessible(page)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByLabel('现在的密码').fill(password)
  await page.getByLabel('新密码').fill('一句自己记得住的话吧')
  await accessible(page)
  await page.getByRole('button', { name: '保存并继续' }).click()
  await expect(page.getByRole('heading', { name: '保密承诺' })).toBeVisible()
  await page.getByLabel('我已阅读，承诺遵守').check()
  await accessible(page)
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await expect(page.getByRole('heading', { name: '今天' })).toBeVisible()
  await context.close()
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.getByTitle(option).click()
  await page.keyboard.press('Escape')
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}
