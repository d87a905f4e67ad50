import type { SavedForm, VisitAnswers } from '@zhuowei/contract/feedback.ts'
import { monthOf, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import {
  completenessOf,
  differencesOf,
  type FormContent,
  formItemLabel,
  type WordEntry,
  type WordItem,
  wordItems,
} from '@zhuowei/domain/feedback/form.ts'
import { nameCompetitors } from '../competitors/commands.ts'
import { type Allowed, customerFor } from '../customers/find.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { currentForm, getForm } from './form.ts'

/** 六.3.2)② a version for each change; the same content again changes nothing. */
export async function saveForm(work: Writing, id: string, { version, ...input }: SavedForm): Promise<void> {
  const customer = await customerFor(work, id, 'edit')
  const held = await currentForm(work.db, id)
  await refuseOther(work, id, held.version, { ...input, version })
  const content = await contentFrom(work, customer.divisionId, held.content, input)
  if (held.version === 0 && differencesOf(held.content, content).length === 0) {
    throw invalid('purchaseProcess', '请至少填一项，没有的写“无”')
  }
  await writeVersion(work, customer, held, content, null)
}

/** 六.3.2)② 本月无变化: looked through, nothing to change; the form is current again. Twice in a month changes nothing. */
export async function confirmUnchanged(work: Writing, id: string, version: number): Promise<void> {
  const { db, actor, now } = work
  const customer = await customerFor(work, id, 'edit')
  const held = await currentForm(db, id)
  await refuseOther(work, id, held.version, { version })
  const today = shanghaiDate(now)
  const written = await db
    .insertInto('feedbackConfirmations')
    .values({
      customerId: id,
      divisionId: customer.divisionId,
      month: monthOf(today),
      version,
      confirmedAt: now,
      confirmedBy: actor.id,
    })
    .onConflict((conflict) => conflict.columns(['customerId', 'month']).doNothing())
    .returning('month')
    .executeTakeFirst()
  if (!written) return
  await db.updateTable('customers').set({ formCurrentOn: today }).where('id', '=', id).execute()
  await recordEvent(db, actor, now, {
    verb: 'feedback.confirmed',
    subjectType: 'feedback',
    subjectId: id,
    divisionId: customer.divisionId,
    customerId: id,
    summary: '核对了客户信息反馈表：本月无变化',
  })
}

/** What a visit answered goes into the form with the day of the visit; what was learned later than that stays above it. */
export async function answerFromVisit(
  work: Writing,
  customerId: string,
  visit: { id: string; on: PlainDate; answers: VisitAnswers },
): Promise<void> {
  if (visit.answers.length === 0) return
  const customer = await customerFor(work, customerId, 'edit')
  const held = await currentForm(work.db, customerId)
  const content = structuredClone(held.content)
  for (const { item, text } of visit.answers) {
    const known = held.content[item]
    const isLater = known.answer === 'known' && known.on !== null && known.on > visit.on
    content[item] = {
      ...known,
      answer: 'known',
      text: isLater ? `${known.text}\n${text}` : text,
      on: isLater ? known.on : visit.on,
    }
  }
  await writeVersion(work, customer, held, content, visit.id)
}

async function refuseOther(work: Writing, id: string, held: number, yours: { version: number }) {
  if (held === yours.version) return
  throw new Refusal('version_conflict', { facts: { current: await getForm(work, id), yours } })
}

async function writeVersion(
  { db, actor, now }: Writing,
  customer: Allowed<'edit'>,
  held: { content: FormContent; version: number },
  content: FormContent,
  activityId: string | null,
): Promise<void> {
  const changes = differencesOf(held.content, content)
  if (changes.length === 0) return
  const { id: customerId, divisionId } = customer
  const version = held.version + 1
  const completeness = completenessOf(content)
  const json = JSON.stringify(content)
  const form = { content: json, version, updatedAt: now, updatedBy: actor.id }
  await db
    .insertInto('feedbackForms')
    .values({ customerId, divisionId, ...form })
    .onConflict((conflict) => conflict.column('customerId').doUpdateSet(form))
    .execute()
  await db
    .insertInto('feedbackVersions')
    .values({
      ...{ customerId, divisionId, version, completeness, activityId },
      ...{ content: json, savedAt: now, savedBy: actor.id },
    })
    .execute()
  await db
    .updateTable('customers')
    .set({ formCompleteness: completeness, formCurrentOn: shanghaiDate(now) })
    .where('id', '=', customerId)
    .execute()
  await noteCompetitors({ db, actor, now }, customer, held.content, content)
  // What it says stays in the form: a colleague who sees the timeline may not read the form (§3A).
  await recordEvent(db, actor, now, {
    verb: 'feedback.saved',
    subjectType: 'feedback',
    subjectId: customerId,
    divisionId,
    customerId,
    summary:
      version === 1
        ? '填写了客户信息反馈表'
        : `更新了客户信息反馈表：${changes.map(({ label }) => label).join('、')}`,
    after: { version },
  })
}

/** 六.3.1)⑦ each assessment that is new or reads otherwise goes onto the competitor's battle card. */
async function noteCompetitors(
  { db, actor, now }: Writing,
  { id: customerId, divisionId }: Allowed<'edit'>,
  before: FormContent,
  { competitors }: FormContent,
): Promise<void> {
  const said = competitors.lines.flatMap(({ competitorId, assessment }) => {
    const same = before.competitors.lines.some(
      (line) => line.competitorId === competitorId && line.assessment === assessment,
    )
    return competitorId && assessment && !same ? [{ competitorId, assessment }] : []
  })
  if (said.length === 0) return
  await db
    .insertInto('competitorNotes')
    .values(
      said.map((line) => ({
        ...{ ...line, id: newId(), customerId, divisionId },
        ...{ notedOn: shanghaiDate(now), writtenAt: now, writtenBy: actor.id },
      })),
    )
    .execute()
}

/** What was typed, tidied: an item that did not change keeps the day on which it was learned. */
async function contentFrom(
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
  const filled = typed.lines.filter(({ name, assessment }) => name !== '' || assessment !== '')
  if (filled.some(({ name, competitorId }) => name === '' && !competitorId)) {
    throw invalid('competitors', '请填写竞争对手的名称')
  }
  if (filled.length === 0) return { answer: 'blank', lines: [], on: null }
  const lines = await nameCompetitors(work, divisionId, filled)
  const isSame = JSON.stringify(lines) === JSON.stringify(held.lines)
  return { answer: 'known', lines, on: isSame ? held.on : today }
}

function refuseFuture(item: WordItem | 'competitors', on: PlainDate | null, today: PlainDate): void {
  if (on !== null && on > today) throw invalid(item, `${formItemLabel[item]}的日期不能晚于今天`)
}
