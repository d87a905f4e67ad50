import type { AbsenceRequest, NewAbsence } from '@zhuowei/contract/attendance.ts'
import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { addDays, daysBetween, monthOf, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { earliestAbsence } from '@zhuowei/domain/reports/absence.ts'
import { notify } from '../notifications/notify.ts'
import { recomputeOpen } from '../obligations/generate.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid, notFound, Refusal } from '../platform/refusal.ts'

export interface Period {
  from: PlainDate
  to: PlainDate
}

export interface Employed {
  entryDate: PlainDate
  leavingDate: PlainDate | null
}

/** Dates that can be meant: inside the employment, back to the month that may still be put right, a year ahead at most. */
export function checkPeriod(
  { kind, from, to, portion }: AbsenceRequest,
  { entryDate, leavingDate }: Employed,
  today: PlainDate,
): void {
  const earliest = earliestAbsence(today)
  if (from < entryDate) throw invalid('from', `${entryDate} 入职，此前没有请假和出差`)
  if (from < earliest) throw invalid('from', `最早补登到上个月（${earliest}）`)
  if (leavingDate && to > leavingDate) throw invalid('to', `${leavingDate} 离职，此后没有请假和出差`)
  if (from > addDays(today, 366)) throw invalid('from', '最多提前一年登记')
  if (daysBetween(from, to) > 366) throw invalid('to', '一次最多登记一年')
  if (portion !== 'full' && (kind === 'trip' || from !== to))
    throw invalid('portion', '半天只能用于一天的请假')
}

/** Absences of one person are registered one after the other, so that the second request sees what the first one wrote. */
export async function lockPerson(db: Trx, id: string): Promise<void> {
  await db.selectFrom('people').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow()
}

/** Two halves of a day may stand beside each other; anything else that overlaps is a mistake. */
export async function refuseOverlap(db: Trx, { personId, from, to, portion }: NewAbsence): Promise<void> {
  const other = await db
    .selectFrom('absences')
    .select(['id', 'fromDate as from', 'toDate as to'])
    .select((row) => row.ref('kind').$castTo<'leave' | 'trip'>().as('kind')) // absences_kind_known
    .where('personId', '=', personId)
    .where('cancelledAt', 'is', null)
    .where('refusedAt', 'is', null)
    .where('fromDate', '<=', to)
    .where('toDate', '>=', from)
    .$if(portion !== 'full', (query) => query.where('portion', 'in', ['full', portion]))
    .executeTakeFirst()
  if (!other) return
  throw new Refusal('duplicate_record', {
    detail: `与已登记的${absenceKindLabel[other.kind]}（${periodOf(other)}）重叠`,
    errors: [{ path: 'from', message: `${periodOf(other)} 已登记${absenceKindLabel[other.kind]}` }],
    facts: { absenceId: other.id, from: other.from },
  })
}

export async function personInSight(db: Database | Trx, actor: Actor, id: string) {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'divisionId', 'entryDate', 'leavingDate'])
    .select((row) => row.ref('role').$castTo<Role>().as('role')) // people_role_known
    .where('id', '=', id)
    .executeTakeFirst()
  const inSight = person?.divisionId && (actor.role === 'gm' || actor.divisionId === person.divisionId)
  if (!person || !inSight) throw notFound()
  return { ...person, divisionId: person.divisionId ?? '' }
}

export const whyNot = (actor: Actor, person: { id: string }) =>
  person.id === actor.id ? '自己的请假和出差由上级批准' : '职员的请假和出差由部门经理登记'

/** The days of the absence are owed or free as it now stands, as far as they are open. */
export async function recompute(
  { db, now }: Writing,
  person: { id: string; divisionId: string },
  { from, to }: Period,
): Promise<void> {
  await recomputeOpen(db, { divisionId: person.divisionId, from, to, people: [person.id] }, now)
}

export const tell = ({ db, now }: Writing, personIds: readonly string[], title: string, about: Told) =>
  notify(db, { personIds, kind: 'absence', title, link: linkTo(about) }, now)

type Told = { id: string; from: PlainDate }

/** The list of its month with the record open. */
export const linkTo = ({ id, from }: Told) => `/attendance?month=${monthOf(from)}&open=${id}`

export const periodOf = ({ from, to }: Period) => (from === to ? from : `${from} 至 ${to}`)
