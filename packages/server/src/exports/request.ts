import type {
  ComplianceGridScope,
  ExportScope,
  NewComplianceExport,
  NewExport,
} from '@zhuowei/contract/exports.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Parameters, resolveParameters } from '@zhuowei/domain/clauses/parameters.ts'
import { approvalReason } from '@zhuowei/domain/exports/export.ts'
import { generalManagers, managersOf } from '../complaints/telling.ts'
import { notify } from '../notifications/notify.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.ts'
import { complianceTable } from './compliance-table.ts'
import { approverOf } from './queries.ts'
import { chosenForExport } from './scope.ts'
import { nameOf, thingOf } from './thing.ts'
import { wordsOf } from './words.ts'

export const linkTo = (id: string) => `/customers/exports?open=${id}`

/** How many it is and whether somebody has to approve it, before it is asked for. */
export const forecastExport = async (work: Writing & { secrets: Secrets }, scope: ExportScope) =>
  forecast(work, await chosenCustomers(work, scope))

export const forecastGrid = async (work: Writing, scope: ComplianceGridScope) =>
  forecast(work, await chosenGrid(work, scope))

/** 三.1 the purpose, the rows and the columns are fixed now; what has to be approved waits, the rest is made at once. */
export const requestExport = async (
  work: Writing & { secrets: Secrets },
  { purpose, ...scope }: NewExport,
): Promise<string> => register(work, await chosenCustomers(work, scope), purpose)

/** The same of the grid of 合规 (§6-6): division, period and kind of report are fixed now. */
export const requestGrid = async (
  work: Writing,
  { purpose, ...scope }: NewComplianceExport,
): Promise<string> => register(work, await chosenGrid(work, scope), purpose)

/** What is asked for, as it is kept. */
interface Chosen {
  customerIds: string[]
  compliance: ComplianceGridScope | null
  rows: number
  withContacts: boolean
  words: string
}

async function chosenCustomers(work: Writing & { secrets: Secrets }, scope: ExportScope): Promise<Chosen> {
  const customerIds = await chosenForExport(work, scope)
  const { withContacts } = scope
  const words = await wordsOf(work, scope)
  return { customerIds, compliance: null, rows: customerIds.length, withContacts, words }
}

async function chosenGrid(work: Writing, scope: ComplianceGridScope): Promise<Chosen> {
  const { divisionId, words, people } = await complianceTable(work, scope)
  const compliance = { ...scope, divisionId }
  return { customerIds: [], compliance, rows: people, withContacts: false, words }
}

async function forecast(work: Writing, chosen: Chosen) {
  const { reason, forGm, hours } = await approvalFor(work, chosen)
  return {
    hours,
    rows: chosen.rows,
    words: chosen.words,
    approval: reason === null ? null : { reason, by: approverOf(forGm) },
  }
}

async function register(work: Writing, chosen: Chosen, purpose: string): Promise<string> {
  const { db, actor, now } = work
  const { reason, forGm } = await approvalFor(work, chosen)
  const { customerIds, compliance, rows, withContacts, words } = chosen
  const id = newId()
  const { divisionId } = actor
  await db
    .insertInto('exports')
    .values({
      ...{ id, divisionId, purpose, words, customerIds, forGm, withContacts },
      ...(compliance && { rows, compliance: JSON.stringify(compliance) }),
      ...{ requestedBy: actor.id, requestedAt: now },
      ...{ state: reason === null ? 'queued' : 'waiting', approvalReason: reason },
    })
    .execute()
  const what = nameOf(chosen)
  await recordEvent(db, actor, now, {
    ...{ verb: 'export.requested', subjectType: 'export', subjectId: id, divisionId },
    summary: `申请导出 ${what}：${words}`,
    reason: purpose,
  })
  if (reason !== null) {
    const personIds =
      forGm || !divisionId ? await generalManagers(db) : await managersOf(db, { divisionId, forGm })
    const title = `${actor.name}申请导出 ${nameOf({ ...chosen, withContacts: false })}，${reason}`
    await notify(db, { personIds, kind: 'export', title, link: linkTo(id) }, now)
  }
  return id
}

async function approvalFor({ db, actor, now }: Writing, chosen: Chosen) {
  const parameters = await parametersFor(db, actor.divisionId, now)
  const { rows, withContacts } = chosen
  const reason = approvalReason({ of: thingOf(chosen), role: actor.role, rows, withContacts }, parameters)
  const forGm =
    actor.role === 'dm' ||
    (actor.divisionId !== null &&
      (await managersOf(db, { divisionId: actor.divisionId, forGm: false })).length === 0)
  return { reason, forGm, hours: parameters['export.linkHours'] }
}

export async function parametersFor(
  db: Database | Trx,
  divisionId: string | null,
  now: Date,
): Promise<Parameters> {
  const date = shanghaiDate(now)
  return divisionId ? (await loadRules(db, divisionId, date)).parameters : resolveParameters([], date)
}
