import type { OpenObligation } from '@zhuowei/contract/compliance.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { editorPath } from '../obligations/names.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayUrge, mayWaive } from '../reports/access.ts'
import { decidable, openRows } from './open-rows.ts'
import { divisionInSight } from './scope.ts'

/** What can still be acted on: reports past their due time that are still owed, and what waits for a decision. */
export async function openObligations(
  reading: Reading,
  asked: string | undefined,
): Promise<OnServer<OpenObligation>[]> {
  const { actor, now } = reading
  const division = await divisionInSight(reading, asked)
  const rows = await openRows(reading, { divisionId: division.id })
  const open = rows.filter(
    ({ state, dueAt, undecided }) => undecided || (state === 'pending' && dueAt <= now),
  )
  return (await decidable(reading, open)).map((row) => {
    const may = mayWaive(actor, row)
    return {
      obligationId: row.id,
      person: { id: row.personId, name: row.name },
      kind: row.kind,
      period: row.periodKey,
      date: row.onDate,
      subject: row.subject,
      editor: editorPath(row),
      state: row.state,
      dueAt: row.dueAt,
      graceAt: row.graceAt,
      decideUntil: row.until,
      can: {
        urge: row.state === 'pending' && mayUrge(actor, row),
        waive: may && row.state !== 'excused_late',
        rejectReason: may && row.state === 'excused_late',
        uphold: may && row.undecided,
      },
    }
  })
}
