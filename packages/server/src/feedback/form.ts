import type { FeedbackForm } from '@zhuowei/contract/feedback.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { AccountStatus } from '@zhuowei/domain/customers/account.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { differencesOf, emptyForm, type FormContent, missingItems } from '@zhuowei/domain/feedback/form.ts'
import { formStanding, freshDays } from '@zhuowei/domain/feedback/freshness.ts'
import { knownFromBackground } from '@zhuowei/domain/feedback/known.ts'
import { nextQuestions } from '@zhuowei/domain/feedback/questions.ts'
import { factsForForm } from '../background/facts.ts'
import { visibleCustomers } from '../customers/scope.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { forbidden, notFound } from '../platform/refusal.ts'
import { mayReadForm, mayWriteForm, readRefusal } from './access.ts'

/** 六.3.2) the form of a customer as it stands, also before there is a first version. */
export async function getForm(reading: Reading, id: string): Promise<OnServer<FeedbackForm>> {
  const { db, actor, now } = reading
  const customer = await readable(reading, id)
  const held = await currentForm(db, id)
  const today = shanghaiDate(now)
  const { calendar, parameters } = await loadRules(db, customer.divisionId, today)
  const { name, status, formCompleteness: completeness, formCurrentOn: currentOn } = customer
  const grade = customer.grade as Grade // check constraint customers_grade_known
  const facts = { enteredOn: shanghaiDate(customer.createdAt), grade, completeness, currentOn }
  return {
    customer: { id, name, grade },
    content: held.content,
    version: held.version,
    ...{ completeness, currentOn, ...formStanding(facts, today, parameters, calendar) },
    missing: missingItems(held.content),
    updatedAt: held.updatedAt,
    updatedBy: held.updatedBy,
    confirmedThisMonth: await isConfirmed(db, id, monthOf(today)),
    questions: nextQuestions({
      content: held.content,
      freshDays: freshDays(grade, parameters),
      status: status as AccountStatus, // check constraint customers_status_known
      today,
    }),
    known: knownFromBackground(await factsForForm(reading, { id, ...customer }, today, parameters)),
    can: { edit: mayWriteForm(actor, customer) },
  }
}

/** Each version with what it changed, the newest first. */
export async function listVersions(reading: Reading, id: string) {
  await readable(reading, id)
  const rows = await reading.db
    .selectFrom('feedbackVersions as version')
    .innerJoin('people', 'people.id', 'version.savedBy')
    .leftJoin('activities', 'activities.id', 'version.activityId')
    .select(['version.version', 'version.content', 'version.completeness', 'version.savedAt'])
    .select('version.fileName')
    .select(['people.id as savedBy', 'people.name as savedByName'])
    .select(['activities.id as activityId', 'activities.happenedOn'])
    .where('version.customerId', '=', id)
    .orderBy('version.version', 'desc')
    .execute()
  return rows.map((row, index) => ({
    version: row.version,
    completeness: row.completeness,
    savedAt: row.savedAt,
    savedBy: { id: row.savedBy, name: row.savedByName },
    activity: row.activityId && row.happenedOn ? { id: row.activityId, happenedOn: row.happenedOn } : null,
    fileName: row.fileName,
    changes: differencesOf(contentOf(rows[index + 1]), contentOf(row)),
  }))
}

/** What each version says and the visit in which it was said, the oldest first; a visit that was taken back says nothing. */
export async function versionsSaid(db: Database | Trx, customerId: string) {
  const rows = await db
    .selectFrom('feedbackVersions as version')
    .leftJoin('activities', (visit) =>
      visit.onRef('activities.id', '=', 'version.activityId').on('activities.deletedAt', 'is', null),
    )
    .select(['version.content', 'activities.id', 'activities.happenedOn'])
    .where('version.customerId', '=', customerId)
    .orderBy('version.version')
    .execute()
  return rows.map((row) => ({
    content: contentOf(row),
    visit: row.id && row.happenedOn ? { id: row.id, on: row.happenedOn } : null,
  }))
}

/** Version 0 and blank while nobody has filled it. */
export async function currentForm(db: Database | Trx, customerId: string) {
  const row = await db
    .selectFrom('feedbackForms as form')
    .innerJoin('people', 'people.id', 'form.updatedBy')
    .select(['form.content', 'form.version', 'form.updatedAt', 'people.id', 'people.name'])
    .where('form.customerId', '=', customerId)
    .executeTakeFirst()
  return {
    content: contentOf(row),
    version: row?.version ?? 0,
    updatedAt: row?.updatedAt ?? null,
    updatedBy: row ? { id: row.id, name: row.name } : null,
  }
}

async function readable({ db, actor }: Reading, id: string) {
  const row = await db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', id)
    .select(['divisionId', 'regionId', 'ownerId', 'name', 'grade', 'status', 'createdAt'])
    .select(['formCompleteness', 'formCurrentOn'])
    .executeTakeFirst()
  if (!row) throw notFound()
  if (!mayReadForm(actor, row)) throw forbidden(readRefusal)
  return row
}

async function isConfirmed(db: Database | Trx, customerId: string, month: string): Promise<boolean> {
  const row = await db
    .selectFrom('feedbackConfirmations')
    .select('month')
    .where('customerId', '=', customerId)
    .where('month', '=', month)
    .executeTakeFirst()
  return row !== undefined
}

// Written by the commands of this module alone.
export const contentOf = (row: { content: unknown } | undefined) => (row?.content ?? emptyForm) as FormContent
