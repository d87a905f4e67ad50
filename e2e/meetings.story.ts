import { expect, test } from './support/story.ts'

test.use({ demoNow: '2026-11-23T09:25:00+08:00' })

test('the Monday meeting: agenda, sign-in, minutes by two at once, a 遗留问题, and who was missing confirms', async ({
  page,
  signIn,
  anotherDevice,
}) => {
  const isPhone = (page.viewportSize()?.width ?? 0) < 768
  await signIn('anpeizhi')
  await page
    .getByRole('link', { name: /第48周周例会|^开会$/ })
    .first()
    .click()
  if (!isPhone) await page.getByRole('button', { name: '①上周遗留问题' }).click()
  await expect(page.getByText('向设计院要三家同类站的造价').first()).toBeVisible()
  await expect(page.getByText('结转 3 次').first()).toBeVisible()
  const address = page.url().replace('/live', '')

  const colleague = await signIn('jiaoer', await anotherDevice())
  await colleague.goto(address)
  await colleague.getByRole('button', { name: '签到', exact: true }).click()
  await expect(colleague.getByText('已签到')).toBeVisible()
  await page.getByRole('button', { name: '开会', exact: true }).click()
  await expect(page.getByRole('button', { name: '散会' })).toBeVisible()
  if (!isPhone) await page.getByRole('button', { name: '签到', exact: true }).first().click()
  await expect(page.getByText(/2 \/ 11 人签到/).first()).toBeVisible()

  const clerk = await signIn('hengli', await anotherDevice())
  await clerk.goto(address)
  await expect(clerk.getByRole('textbox', { name: '记一行纪要' })).toBeVisible()
  const note = page.getByRole('textbox', { name: '记一行纪要' })
  await note.fill('本周先补齐反馈表')
  await note.press('Enter')
  const clerksLine = clerk.getByRole('textbox', { name: '纪要：本周先补齐反馈表' })
  await expect(clerksLine).toBeVisible()
  await Promise.all([
    clerksLine.fill('本周先补齐反馈表，周五前'),
    page.getByRole('textbox', { name: '纪要：本周先补齐反馈表' }).fill('本周先补齐反馈表，由西蒙催'),
  ])
  // Both were typed over the same line: it stands twice, until somebody has looked.
  await clerk.getByRole('button', { name: '两行都要' }).click()
  await expect(page.getByRole('textbox', { name: /^纪要：/ })).toHaveCount(2)

  await page.getByRole('textbox', { name: '遗留问题' }).fill('反馈表缺项逐人清零')
  await page.getByRole('combobox', { name: '负责人' }).click()
  await page.getByTitle('焦尔', { exact: true }).click()
  await page.getByRole('textbox', { name: '遗留问题' }).press('Enter')
  await expect(page.getByText('反馈表缺项逐人清零').first()).toBeVisible()
  await page.getByRole('button', { name: '散会' }).click()
  const question = page.getByRole('dialog', { name: /^散会/ })
  await expect(question.getByText('没有签到 9 人')).toBeVisible()
  await question.getByRole('button', { name: '散会' }).click()
  await page.getByRole('button', { name: '发布纪要' }).click()
  await expect(page.getByText('纪要已发布，没有到会的人会收到确认')).toBeVisible()

  const missing = await signIn('walan', await anotherDevice())
  await missing
    .getByRole('link', { name: /您没有到会，请看纪要并确认/ })
    .first()
    .click()
  await expect(missing.getByText('本周先补齐反馈表，周五前')).toBeVisible()
  await expect(missing.getByText('本周先补齐反馈表，由西蒙催')).toBeVisible()
  await missing.getByRole('button', { name: '我已看过纪要' }).click()
  await expect(missing.getByText('已确认')).toBeVisible()

  await colleague.goto('/')
  await expect(colleague.getByText('遗留问题：反馈表缺项逐人清零').first()).toBeVisible()
})
