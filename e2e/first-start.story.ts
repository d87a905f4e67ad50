import { expect, test } from './support/story.ts'

test.skip(({ isMobile }) => isMobile, 'whoever installs it sits at a desk')

test('the first start prints a link that makes the division and its administrator, once', async ({
  browser,
  emptyServer,
}) => {
  await expect.poll(() => emptyServer.printed()).toContain('/setup?token=')
  const link = String(/http\S+\/setup\?token=\S+/.exec(emptyServer.printed())?.[0])
  const context = await browser.newContext({ baseURL: emptyServer.url })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('事业部名称').fill('水务事业部')
  await page.getByLabel('您的姓名').fill('林管')
  await page.getByLabel('用户名').fill('linguan')
  await page.getByLabel('密码', { exact: false }).fill('qingfeng-mingyue-7')
  await page.getByRole('button', { name: '建立并登录' }).click()
  await page.getByRole('checkbox', { name: '我已阅读，承诺遵守' }).check()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await expect(page.getByRole('heading', { name: '今天', level: 1 })).toBeVisible()

  // What is entered first, one button per step.
  await expect(page.getByText('还没有经理：水务事业部')).toBeVisible()
  await page.getByRole('link', { name: '录入：总经理' }).click()
  await expect(page.getByLabel('入职日期')).toBeVisible()

  await page.goto(link)
  await expect(page.getByText('已经有系统管理员')).toBeVisible()
  await context.close()
})
