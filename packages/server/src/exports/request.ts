import type { ExportScope, NewExport } from '@zhuowei/contract/exports.ts'
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
import { approverOf } from './queries.ts'
import { chosenForExport } from './scope.ts'
import { wordsOf } from './words.ts'

export const linkTo = (id: string) => `/customers/exports?open=${id}`

/** How many it is and whether somebody has to approve it, before it is asked for. */
export async function forecastExport(work: Writing & { secrets: Secrets }, scope: ExportScope) {
  const ids = await chosenForExport(work, scope)
  const { reason, forGm, hours } = await approvalFor(work, ids.length, scope.withContacts)
  return {
    hours,
    rows: ids.length,
    words: await wordsOf(work, scope),
    approval: reason === null ? null : { reason, by: approverOf(forGm) },
  }
}

/** 三.1 the purpose, the rows and the columns are fixed now; what has to be approved waits, the rest is made at once. */
export async function requestExport(
  work: Writing & { secrets: Secrets },
  { purpose, ...scope }: NewExport,
): Promise<string> {
  const { db, actor, now } = work
  const customerIds = await chosenForExport(work, scope)
  const { reason, forGm } = await approvalFor(work, customerIds.length, scope.withContacts)
  const words = await wordsOf(work, scope)
  const id = newId()
  const { divisionId } = actor
  await db
    .insertInto('exports')
    .values({
      ...{ id, divisionId, purpose, words, customerIds, forGm, withContacts: scope.withContacts },
      ...{ requestedBy: actor.id, requestedAt: now },
      ...{ state: reason === null ? 'queued' : 'waiting', approvalReason: reason },
    })
    .execute()
  await recordEvent(db, actor, now, {
    ...{ verb: 'export.requested', subjectType: 'export', subjectId: id, divisionId },
    summary: `申请导出 ${customerIds.length} 家客户${scope.withContacts ? '（含联系人和电话）' : ''}：${words}`,
    reason: purpose,
  })
  if (reason !== null) {
    const personIds =
      forGm || !divisionId ? await generalManagers(db) : await managersOf(db, { divisionId, forGm })
    const title = `${actor.name}申请导出 ${customerIds.length} 家客户，${reason}`
    await notify(db, { personIds, kind: 'export', title, link: linkTo(id) }, now)
  }
  return id
}

async function approvalFor({ db, actor, now }: Writing, rows: number, withContacts: boolean) {
  const parameters = await parametersFor(db, actor.divisionId, now)
  const reason = approvalReason({ role: actor.role, rows, withContacts }, parameters)
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
