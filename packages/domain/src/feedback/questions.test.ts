import { describe, expect, it } from 'vitest'
import { emptyForm, type FormItem, type WordEntry } from './form.ts'
import { nextQuestions } from './questions.ts'

const today = '2026-11-23'
const learned = (on: string): WordEntry => ({ answer: 'known', text: '有', remark: '', on })
const itemsOf = (...known: Parameters<typeof nextQuestions>) =>
  nextQuestions(...known).map(({ item }) => item)

describe('下一次拜访该问什么: the five most valuable gaps', () => {
  it.each<[string, 'potential' | 'project', FormItem[]]>([
    [
      'early, what they have is easily asked',
      'potential',
      ['purchaseProcess', 'projectPlans', 'departmentPolitics', 'server', 'storage'],
    ],
    [
      'with a project, who decides and who else is there comes first',
      'project',
      ['purchaseProcess', 'projectPlans', 'departmentPolitics', 'competitors', 'server'],
    ],
  ])('%s', (_, status, items) => {
    expect(itemsOf({ content: emptyForm, freshDays: 60, status, today })).toEqual(items)
  })

  it.each<[string, WordEntry, string | undefined]>([
    ['known lately is not asked', learned('2026-10-01'), undefined],
    ['known for twice the interval', learned('2026-09-24'), undefined],
    ['known for longer', learned('2026-09-23'), '61 天前了解的'],
    ['未知 is asked again', { ...learned('2026-11-01'), answer: 'unknown' }, '11-01 问过，还不知道'],
    ['never filled', emptyForm.server, '还没填'],
  ])('%s', (_, purchaseProcess, why) => {
    const known = {
      content: { ...emptyForm, purchaseProcess },
      freshDays: 30,
      status: 'project' as const,
      today,
    }
    expect(nextQuestions(known, 10).find(({ item }) => item === 'purchaseProcess')?.why).toBe(why)
  })

  it('what has aged weighs half of what was never learned', () => {
    const content = { ...emptyForm, purchaseProcess: learned('2025-01-01') }
    expect(itemsOf({ content, freshDays: 30, status: 'project', today }, 4)).toEqual([
      'projectPlans',
      'departmentPolitics',
      'competitors',
      'purchaseProcess',
    ])
  })
})
