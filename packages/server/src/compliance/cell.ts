import type { ComplianceCell } from '@zhuowei/contract/compliance.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { cellStory } from '@zhuowei/domain/reports/compliance.ts'
import { type DailyDuty, dailySubject } from '@zhuowei/domain/reports/daily.ts'
import { dutyOn } from '../obligations/duty.ts'
import type { LedgerRow } from '../obligations/ledger.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayRead, maySeeCompliance, mayUrge } from '../reports/access.ts'
import { loadStanding, submissionOf } from '../reports/standing.ts'
import { decisionsOpen, type Subject, subjectOf } from './decisions.ts'
import { cellState } from './grid.ts'

/** The story of one cell: owed why → due → grace → what came when → conclusion, and what may still be done until when. */
export async function complianceCell(
  reading: Reading,
  { personId, date }: { personId: string; date: PlainDate },
): Promise<OnServer<ComplianceCell>> {
  const { db, actor, now } = reading
  const subject = await subjectOf(db, personId)
  if (!subject?.divisionId || !maySeeCompliance(actor, subject)) throw notFound()
  const standing = await loadStanding(db, { divisionId: subject.divisionId, personId, date }, now)
  const { obligation, person, day, absences } = standing
  const duty = obligation ? dutyAsWritten(obligation) : person ? dutyOn(day, person, absences) : notMember
  const base = {
    person: { id: personId, name: subject.name },
    date,
    subject: dailySubject(date),
    state: obligation ? cellState(obligation) : ('none' as const),
    story: cellStory(duty, submissionOf(obligation ?? unwritten(day)), now),
  }
  if (!obligation) return { ...base, ...nothingWritten }
  return { ...base, ...(await decisionsOn(reading, obligation, subject)) }
}

const notMember: DailyDuty = { owed: false, state: 'none', exemption: null, reasons: [] }

/** A written row keeps the reasons of the day on which it was written. */
const dutyAsWritten = ({ exemption, reasons }: LedgerRow): DailyDuty => ({
  owed: exemption === null,
  state: exemption ? 'exempt' : 'owed',
  exemption,
  reasons,
})

function unwritten({ due, grace }: { due: Date; grace: Date }) {
  const nothing = {
    filedAt: null,
    specialReason: false,
    reasonRejectedAt: null,
    exemption: null,
    waivedAt: null,
  }
  return { ...nothing, dueAt: due, graceAt: grace }
}

const nothingWritten = {
  obligationId: null,
  specialReasonKind: null,
  specialReason: null,
  waiver: null,
  rejection: null,
  upheld: null,
  decideUntil: null,
  reportId: null,
  can: {
    readReport: false,
    urge: false,
    waive: false,
    withdrawWaiver: false,
    rejectReason: false,
    uphold: false,
  },
}

async function decisionsOn(reading: Reading, row: LedgerRow, subject: Subject) {
  const { db, actor } = reading
  const [{ until, ...may }, report, names] = await Promise.all([
    decisionsOpen(reading, row, subject),
    submittedReport(db, row.reportId),
    namesOf(db, [row.waivedBy, row.reasonRejectedBy, row.upheldBy]),
  ])
  return {
    obligationId: row.id,
    specialReasonKind: report?.specialReasonKind ?? null,
    specialReason: mayRead(actor, subject) ? (report?.specialReason ?? null) : null,
    waiver: row.waivedAt && {
      by: nameOf(names, row.waivedBy),
      at: row.waivedAt,
      reason: row.waiveReason ?? '',
    },
    rejection: row.reasonRejectedAt && {
      by: nameOf(names, row.reasonRejectedBy),
      at: row.reasonRejectedAt,
      reason: row.reasonRejectedWhy ?? '',
    },
    upheld: row.upheldAt && {
      by: nameOf(names, row.upheldBy),
      at: row.upheldAt,
      reason: row.upheldWhy,
    },
    decideUntil: until,
    reportId: report && mayRead(actor, subject) ? report.id : null,
    can: {
      readReport: report !== undefined && mayRead(actor, subject),
      urge: row.state === 'pending' && mayUrge(actor, subject),
      ...may,
    },
  }
}

async function submittedReport(db: Reading['db'], id: string | null) {
  if (!id) return undefined
  return db
    .selectFrom('reports')
    .select(['id', 'specialReason'])
    .select((row) =>
      row.ref('specialReasonKind').$castTo<ComplianceCell['specialReasonKind']>().as('specialReasonKind'),
    ) // written from the contract's enum
    .where('id', '=', id)
    .where('submittedAt', 'is not', null)
    .executeTakeFirst()
}

async function namesOf(db: Reading['db'], ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', known).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const nameOf = (names: Map<string, string>, id: string | null) => ({
  id: id ?? '',
  name: names.get(id ?? '') ?? '',
})
