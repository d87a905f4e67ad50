import { violationsOf } from './support/accessibility.ts'
import { expect, test } from './support/story.ts'

/** 六.3.1)④, §3C: written with its grounds, seen only with a reason, and gone when the person asks for it. */
test('a restricted profile is written, looked at, and erased at the person’s request', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  await signIn('jiaoer')
  const customers = await (await page.request.get('/api/customers?limit=50')).json()
  const own = customers.items.find(({ owner }: { owner: { name: string } | null }) => owner?.name === '焦尔')
  const [contact] = await (await page.request.get(`/api/customers/${own.id}/contacts`)).json()
  await page.goto(`/customers/${own.id}?tab=contacts`)
  await page.getByRole('button', { name: `${contact.name}的操作` }).click()
  await page.getByRole('menuitem', { name: '受限画像' }).click()
  await page.getByRole('button', { name: '填写受限画像' }).click()
  await page.getByLabel('兴趣').fill('信佛，喜欢爬山')
  await expect(page.getByText('像是宗教信仰')).toBeVisible()
  await page.getByLabel('兴趣').fill('喜欢爬山')
  await page.getByRole('button', { name: '业务交往中本人提供' }).click()
  await page.getByRole('textbox', { name: '目的' }).fill('安排技术交流')
  await page.getByRole('textbox', { name: '来源' }).fill('交流会上本人谈起')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '准备拜访' }).click()
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await expect(page.getByText('喜欢爬山')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: '查看', exact: true })).toBeVisible()
  await expect(page.getByText('喜欢爬山')).toHaveCount(0)

  await page.getByRole('button', { name: '登记本人要求' }).click()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('textbox', { name: '怎样收到、怎样核实是本人' }).fill('当面提出，核对了工作证')
  await page.getByRole('button', { name: '登记要求', exact: true }).click()
  await expect(page.getByText(/已登记 GR-2026-\d+/)).toBeVisible()

  const manager = await signIn('anpeizhi', await anotherDevice())
  await manager.goto('/settings/personal-requests')
  await manager.getByText(`${contact.name}：删除`).click()
  await manager.getByRole('textbox', { name: '怎样答复本人' }).fill('当面告知')
  expect(await violationsOf(manager)).toEqual([])
  await manager.getByRole('button', { name: '同意删除，交管理员' }).click()
  await expect(manager.getByText('已同意，系统管理员收到通知，删除后办结。')).toBeVisible()
  const { pathname, search } = new URL(manager.url())

  const administrator = await signIn('admin', await anotherDevice())
  await administrator.goto(pathname + search)
  await expect(administrator.getByText(contact.name)).toHaveCount(0)
  await administrator.getByLabel(/已和经理核对编号/).check()
  await administrator.getByRole('button', { name: '删除，不能恢复' }).click()
  await expect(administrator.getByText('删除证明')).toBeVisible()

  await page.goto(`/customers/${own.id}?tab=contacts`)
  await expect(page.getByRole('heading', { name: own.name })).toBeVisible()
  await expect(page.getByText(contact.name)).toHaveCount(0)
})
