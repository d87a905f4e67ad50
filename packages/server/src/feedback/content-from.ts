import type { SavedForm } from '@zhuowei/contract/feedback.ts'
import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import {
  type FormContent,
  formItemLabel,
  type WordEntry,
  type WordItem,
  wordItems,
} from '@zhuowei/domain/feedback/form.ts'
import { nameCompetitors } from '../competitors/commands.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'

/** What was typed, tidied: an item that did not change keeps the day on which it was learned. */
export async function contentFrom(
  work: Writing,
  divisionId: string,
  held: FormContent,
  input: Omit<SavedForm, 'version'>,
): Promise<FormContent> {
  const today = shanghaiDate(work.now)
  const words = Object.fromEntries(
    wordItems.map((item) => [item, wordEntryFrom(item, held[item], input[item], today)]),
  ) as Record<WordItem, WordEntry> // one for each key
  return {
    ...words,
    competitors: await competitorsFrom(work, divisionId, held, input, today),
    remark: input.remark,
  }
}

function wordEntryFrom(item: WordItem, held: WordEntry, typed: WordEntry, today: PlainDate): WordEntry {
  refuseFuture(item, typed.on, today)
  const { remark } = typed
  if (typed.answer === 'none' || typed.answer === 'unknown')
    return { answer: typed.answer, text: '', remark: '', on: typed.on ?? today }
  if (typed.text === '') return { answer: 'blank', text: '', remark, on: null }
  const isSame = held.answer === 'known' && held.text === typed.text && held.remark === remark
  return { answer: 'known', text: typed.text, remark, on: isSame ? held.on : today }
}

async function competitorsFrom(
  work: Writing,
  divisionId: string,
  { competitors: held }: FormContent,
  { competitors: typed }: Omit<SavedForm, 'version'>,
  today: PlainDate,
): Promise<FormContent['competitors']> {
  refuseFuture('competitors', typed.on, today)
  if (typed.answer === 'none' || typed.answer === 'unknown')
    return { answer: typed.answer, lines: [], on: typed.on ?? today }
  const said = [...typed.lines.entries()].filter(
    ([, { name, assessment }]) => name !== '' || assessment !== '',
  )
  const filled = said.map(([, line]) => line)
  const pathOf = (index: number) => `competitors.lines.${said[index]?.[0]}.name`
  const nameless = filled.findIndex(({ name, competitorId }) => name === '' && !competitorId)
  if (nameless >= 0) throw invalid(pathOf(nameless), '请填写竞争对手的名称')
  if (filled.length === 0) return { answer: 'blank', lines: [], on: null }
  const lines = await nameCompetitors(work, divisionId, filled, pathOf)
  const isSame = JSON.stringify(lines) === JSON.stringify(held.lines)
  return { answer: 'known', lines, on: isSame ? held.on : today }
}

function refuseFuture(item: WordItem | 'competitors', on: PlainDate | null, today: PlainDate): void {
  if (on !== null && on > today) throw invalid(item, `${formItemLabel[item]}的日期不能晚于今天`)
}
