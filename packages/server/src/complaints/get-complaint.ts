import type { ComplaintEntry, ComplaintRecord } from '@zhuowei/contract/complaints.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { assignable } from './people.ts'
import { presentComplaint, selectComplaints } from './select-complaints.ts'

/** One complaint with everything that was done about it. */
export async function getComplaint(reading: Reading, id: string): Promise<OnServer<ComplaintRecord>> {
  const { db, actor } = reading
  const row = await selectComplaints(db, actor).where('complaints.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const complaint = presentComplaint(row, actor)
  return {
    ...complaint,
    log: await logOf(reading, id),
    assignable: complaint.can.dispatch ? await assignable(db, row) : [],
  }
}

async function logOf({ db }: Reading, complaintId: string): Promise<OnServer<ComplaintEntry>[]> {
  const rows = await db
    .selectFrom('complaintEntries')
    .leftJoin('people', 'people.id', 'complaintEntries.byId')
    .select(['complaintEntries.id', 'body', 'at', 'byId', 'people.name'])
    .select((row) => row.ref('kind').$castTo<ComplaintEntry['kind']>().as('kind')) // complaint_entries_kind_known
    .where('complaintId', '=', complaintId)
    .orderBy('at')
    .orderBy('complaintEntries.id')
    .execute()
  return rows.map(({ byId, name, ...entry }) => ({
    ...entry,
    by: byId ? { id: byId, name: name ?? '' } : null,
  }))
}
