import type { ComplianceCell } from '@zhuowei/contract/compliance.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { cellStory } from '@zhuowei/domain/reports/compliance.ts'
import type { Duty } from '@zhuowei/domain/reports/daily.ts'
import { dutyOn } from '../obligations/duty.ts'
import { findObligationById, type LedgerRow } from '../obligations/ledger.ts'
import { editorPath } from '../obligations/names.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayRead, maySeeCompliance, mayUrge } from '../reports/access.ts'
import { fileIfDue } from '../reports/file-due.ts'
import { filingOf } from '../reports/halves.ts'
import { slotOf } from '../reports/slots.ts'
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
  const author = { divisionId: subject.divisionId, personId }
  const slot = await slotOf(db, { ...author, kind: 'daily', key: date })
  const { obligation, person, absences } = await loadStanding(db, slot, now)
  if (obligation) return storyOf(reading, obligation, subject)
  const { period, rules, subject: title } = slot
  const duty = person && period ? dutyOn(period, rules.calendar, person, absences) : notMember
  return {
    divisionId: author.divisionId,
    person: { id: personId, name: subject.name },
    ...{ kind: 'daily', period: date, date, subject: title, editor: `/reports/daily/${date}` },
    state: 'none',
    story: cellStory('daily', duty, submissionOf(unwritten(period ?? { due: now, grace: now })), now),
    ...nothingWritten,
  }
}

/** The same by the number of the obligation, whatever its kind. */
export async function obligationStory(reading: Reading, id: string): Promise<OnServer<ComplianceCell>> {
  const { db, actor, now } = reading
  const found = await findObligationById(db, id, now)
  const subject = found && (await subjectOf(db, found.personId))
  if (!found || !subject || !maySeeCompliance(actor, subject)) throw notFound()
  const filed = await fileIfDue(db, found, now)
  const row = filed ? await findObligationById(db, id, now) : found
  return storyOf(reading, row ?? found, subject)
}

async function storyOf(
  reading: Reading,
  row: LedgerRow,
  subject: Subject & { name: string },
): Promise<OnServer<ComplianceCell>> {
  const { kind, periodKey: period, onDate: date, subject: title } = row
  return {
    divisionId: row.divisionId,
    person: { id: row.personId, name: subject.name },
    ...{ kind, period, date, subject: title, editor: editorPath(row) },
    state: cellState(row),
    story: cellStory(kind, dutyAsWritten(row), submissionOf(row), reading.now),
    ...(await decisionsOn(reading, row, subject)),
  }
}

const notMember: Duty = { owed: false, state: 'none', exemption: null, reasons: [] }

/** A written row keeps the reasons of the day on which it was written. */
const dutyAsWritten = ({ exemption, reasons }: LedgerRow): Duty => ({
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
    submittedReport(db, row),
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

async function submittedReport(db: Reading['db'], { reportId, kind }: LedgerRow) {
  if (!reportId) return undefined
  const row = await db.selectFrom('reports').selectAll().where('id', '=', reportId).executeTakeFirst()
  const filing = row && filingOf(kind, row)
  return filing?.submittedAt ? { id: reportId, ...filing } : undefined
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
