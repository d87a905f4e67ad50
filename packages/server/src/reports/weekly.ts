import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { OpenedWeekly, WeeklyContent } from '@zhuowei/contract/period-reports.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { mondayOfWeek, sundayOfWeek, type WeekKey } from '@zhuowei/domain/calendar/weeks.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { loadDivisionRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { type FieldError, invalid, Refusal } from '../platform/refusal.ts'
import { tidy, type Written } from './content.ts'
import { openForm, openSheet } from './open-report.ts'
import { holdSlot, savedOf, storeDraft } from './save-draft.ts'
import { authorIn, type Slot, weekSlots } from './slots.ts'
import { submitPart } from './submit.ts'
import { numbered, parseSupport, supportOf } from './support.ts'

/** 五.2.2): one screen with what came of this week's plan and the next plan. */
export async function openWeekly(reading: Reading, week: WeekKey): Promise<OnServer<OpenedWeekly>> {
  const { db, now } = reading
  const slots = await slotsOf(reading, week)
  const [form, summary, plan, asked] = await Promise.all([
    openForm(reading, slots.summary),
    openSheet(reading, slots.summary),
    openSheet(reading, slots.plan),
    storedSupport(db, slots.plan),
  ])
  const { specialReasonKind, specialReason, ...summarySheet } = summary
  const { specialReasonKind: planReasonKind, specialReason: planReason, ...planSheet } = plan
  const locked = lockedUntil(slots.summary, now)
  const given =
    summary.submittedAt || !summary.id
      ? { specialReasonKind: planReasonKind, specialReason: planReason }
      : { specialReasonKind, specialReason }
  return {
    week,
    monday: mondayOfWeek(week),
    sunday: sundayOfWeek(week),
    ...form,
    ...given,
    summary: {
      ...summarySheet,
      lockedUntil: locked,
      can: locked ? { ...summary.can, save: false, submit: false } : summary.can,
    },
    plan: {
      ...planSheet,
      week: slots.plan.key,
      monday: mondayOfWeek(slots.plan.key),
      sunday: sundayOfWeek(slots.plan.key),
      subject: slots.plan.subject,
      support: await supportOf(db, plan.id, asked),
    },
  }
}

/** Keeps what is typed in either half. */
export async function saveWeekly(writing: Writing, week: WeekKey, input: WeeklyContent) {
  const { db, now } = writing
  const slots = await slotsOf(writing, week)
  const parts = await partsOf(db, slots, input)
  const store = async (slot: Slot, content: Written) =>
    savedOf(writing, slot, await storeDraft(db, await holdSlot(db, slot, now), content, now), content)
  const summary = parts.summary && (await store(slots.summary, parts.summary))
  const plan = parts.plan && (await store(slots.plan, parts.plan))
  const support = plan && parts.plan ? await supportOf(db, plan.id, parts.plan.support) : []
  return { summary, plan: plan && { ...plan, support } }
}

/** 五.2.4)①: one submit meets both duties; before the last working day there is nothing to summarise, and the plan goes alone. */
export async function fileWeekly(writing: Writing, week: WeekKey, input: WeeklyContent): Promise<void> {
  const slots = await slotsOf(writing, week)
  const parts = await partsOf(writing.db, slots, input)
  if (parts.summary) refuseLocked(slots.summary, writing.now)
  const errors: FieldError[] = []
  for (const half of ['summary', 'plan'] as const) {
    const content = parts[half]
    if (!content) continue
    const submitted = await submitPart(writing, slots[half], content)
    errors.push(...submitted.errors.map((error) => under(half, error)))
  }
  const once = errors.filter(({ path }, index) => errors.findIndex((error) => error.path === path) === index)
  if (once.length > 0) throw new Refusal('invalid_input', { errors: once })
}

async function slotsOf({ db, actor }: Reading, week: WeekKey) {
  const author = authorIn(actor)
  return weekSlots(await loadDivisionRules(db, author.divisionId), author, week)
}

async function partsOf(
  db: Database | Trx,
  { plan: slot }: { plan: Slot },
  { summary, plan, specialReasonKind, specialReason }: WeeklyContent,
): Promise<{ summary: Written | null; plan: Written | null }> {
  if (!summary && !plan) throw invalid('summary', '请填写完成情况或下周计划')
  const reason = { specialReasonKind, specialReason }
  return {
    summary: summary && { ...tidy(summary), support: [], ...reason },
    plan: plan && {
      ...tidy({ ...plan, result: [], issue: null }),
      support: numbered(plan.support, await storedSupport(db, slot)),
      ...reason,
    },
  }
}

async function storedSupport(db: Database | Trx, { personId, key }: Slot) {
  const row = await db
    .selectFrom('reports')
    .select('support')
    .where('authorId', '=', personId)
    .where('kind', '=', 'weekly')
    .where('periodKey', '=', key)
    .executeTakeFirst()
  return row ? parseSupport(row.support) : []
}

/** 五.2.2)①: 完成情况先不填. From the last working day of the week on it can be written. */
function lockedUntil({ writableFrom }: Slot, now: Date): string | null {
  return shanghaiDate(now) < writableFrom ? writableFrom : null
}

function refuseLocked(slot: Slot, now: Date): void {
  const until = lockedUntil(slot, now)
  if (!until) return
  const day = shortDate(until, shanghaiDate(now))
  throw invalid('summary', `完成情况先不填：从 ${day}（本周最后一个工作日）起才能提交（五.2.2)①）`)
}

/** The reason is given once for both halves. */
const under = (half: 'summary' | 'plan', { path, message }: FieldError): FieldError => ({
  path: path.startsWith('specialReason') ? path : `${half}.${path}`,
  message,
})
