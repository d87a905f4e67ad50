import { expect, fillSignIn, test } from './support/story.ts'

test('a new colleague gets a password once, changes it, promises confidentiality and stands before today', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  await signIn('admin')
  await page.goto('/settings/people/new')
  await page.getByLabel('姓名').fill('纪棠')
  await page.getByLabel('工号').fill('ZW090')
  await page.getByLabel('用户名').fill('jitang')
  await page.getByRole('button', { name: '办理入职' }).click()
  await expect(page.getByRole('heading', { name: '纪棠已入职' })).toBeVisible()
  const note = page.getByRole('region', { name: '初始密码' })
  const temporary = String(await note.getByRole('definition').last().textContent())
  await page.reload()
  await expect(page.getByText(temporary)).toHaveCount(0)

  const device = await anotherDevice()
  await device.goto('/')
  await fillSignIn(device, 'jitang', temporary)
  await expect(device.getByRole('heading', { name: '设置自己的密码' })).toBeVisible()
  await device.getByLabel('现在的密码').fill(temporary)
  await device.getByLabel('新密码').fill('qingfeng-mingyue-7')
  await device.getByRole('button', { name: '保存并继续' }).click()
  await expect(device.getByRole('heading', { name: '保密承诺' })).toBeVisible()
  await device.getByRole('checkbox', { name: '我已阅读，承诺遵守' }).check()
  await device.getByRole('button', { name: '确认', exact: true }).click()
  await expect(device.getByRole('heading', { name: '今天', level: 1 })).toBeVisible()
})

test('焦尔 leaves: 瓦澜 has the customers, an open session ends at once, nobody signs in as 焦尔 again', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  const jiaoer = await signIn('jiaoer', await anotherDevice())
  await signIn('admin')
  await page.goto('/settings/people?search=焦尔')
  const row = page.getByRole('row', { name: /焦尔/ })
  await row.click()
  await page.getByRole('button', { name: '办理离职' }).click()
  await expect(page.getByRole('heading', { name: '焦尔离职交接', level: 1 })).toBeVisible()
  await page.getByRole('combobox', { name: '接收人' }).click()
  await page.getByTitle(/^瓦澜，/).click()
  await page.getByRole('checkbox', { name: /现在就关闭账号/ }).check()
  await expect(page.getByText(/个客户归瓦澜，片区不变/)).toBeVisible()
  await page.getByRole('button', { name: '办理离职' }).click()
  await expect(page.getByRole('heading', { name: '焦尔的离职已办好' })).toBeVisible()

  const door = jiaoer.getByRole('dialog', { name: '登录已过期' })
  await door.getByLabel('jiaoer 的密码').fill('demo-zhuowei')
  await door.getByRole('button', { name: '登录并继续' }).click()
  await expect(door.getByRole('alert')).toBeVisible()

  const walan = await signIn('walan', await anotherDevice())
  await walan.goto('/customers')
  await expect(walan.getByText('云澈电力培训中心').first()).toBeVisible()
})
