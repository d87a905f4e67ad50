import type { SavedForm } from '@zhuowei/contract/feedback.ts'
import { emptyForm, type WordEntry } from '@zhuowei/domain/feedback/form.ts'
import type { Person, World } from '../testing/world.ts'

export const known = (text: string): WordEntry => ({ answer: 'known', text, remark: '', on: null })

export const content = (more: Partial<SavedForm> = {}): SavedForm => ({
  ...structuredClone(emptyForm),
  competitors: { answer: 'blank', on: null, lines: [] },
  purchaseProcess: known('使用部门提，物资招标'),
  version: 0,
  ...more,
})

export const against = (...lines: [name: string, assessment: string][]) => ({
  answer: 'known' as const,
  on: null,
  lines: lines.map(([name, assessment]) => ({ competitorId: null, name, assessment })),
})

export const saveAs = (world: World, person: Person, id: string, body: SavedForm) =>
  world.as(person).feedback.save({ params: { id }, body })
