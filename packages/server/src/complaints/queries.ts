import type { ComplaintFigures, ComplaintQuery } from '@zhuowei/contract/complaints.ts'
import {
  complaintCauseLabel,
  complaintLevelLabel,
  complaintPressingLabel,
  complaintPressings,
  complaintStateLabel,
} from '@zhuowei/domain/complaints/complaint.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { visibleComplaints } from './access.ts'
import { isPressing } from './pressing.ts'
import { presentComplaint, selectComplaints } from './select-complaints.ts'

/** Newest first; the cursor is the instant and id of the last row. */
export async function listComplaints({ db, actor, now }: Reading, query: ComplaintQuery) {
  let rows = selectComplaints(db, actor)
    .orderBy('complaints.createdAt', 'desc')
    .orderBy('complaints.id', 'desc')
    .limit(query.limit + 1)
  if (query.open) rows = rows.where('complaints.state', query.open === 'true' ? '<>' : '=', 'closed')
  const { pressing } = query
  if (pressing) rows = rows.where((row) => row.or(pressing.map((one) => isPressing(one, now))))
  if (query.state) rows = rows.where('complaints.state', 'in', query.state)
  if (query.level) rows = rows.where('complaints.level', 'in', query.level)
  if (query.cause) rows = rows.where('complaints.cause', 'in', query.cause)
  if (query.regionId) rows = rows.where('customers.regionId', 'in', query.regionId)
  if (query.customerId) rows = rows.where('complaints.customerId', 'in', query.customerId)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    rows = rows.where(
      sql<boolean>`(complaints.created_at, complaints.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => presentComplaint(row, actor)),
    next: found.length > query.limit && last ? cursorOf(last.createdAt.toISOString(), last.id) : null,
  }
}

const customersShown = 8

/** 二.2.1)(10) by customer, region and cause, of the complaints that this person may see. One statement. */
export async function complaintFigures(
  { db, actor, now }: Reading,
  { open }: Pick<ComplaintQuery, 'open'>,
): Promise<ComplaintFigures> {
  const rows = await visibleComplaints(db, actor)
    .leftJoin('customers', 'customers.id', 'complaints.customerId')
    .leftJoin('regions', 'regions.id', 'customers.regionId')
    .select((row) => [
      'complaints.state',
      'complaints.level',
      'complaints.cause',
      'customers.regionId',
      'regions.name as regionName',
      'complaints.customerId',
      'customers.name as customerName',
      row.fn.countAll<number>().as('count'),
      row.fn.countAll<number>().filterWhere(isPressing('overdue', now)).as('overdue'),
      row.fn.countAll<number>().filterWhere(isPressing('escalated', now)).as('escalated'),
    ])
    .groupBy(['complaints.state', 'complaints.level', 'complaints.cause', 'customers.regionId'])
    .groupBy(['regions.name', 'complaints.customerId', 'customers.name'])
    .execute()
  const isOpen = ({ state }: { state: string }) => state !== 'closed'
  const counted = open ? rows.filter((row) => isOpen(row) === (open === 'true')) : rows
  const by = (keyOf: (row: (typeof rows)[number]) => { value: string | null; label: string | null }) => {
    const sums = new Map<string, { value: string; label: string; count: number }>()
    for (const row of counted) {
      const { value, label } = keyOf(row)
      if (value === null) continue
      const sum = sums.get(value) ?? { value, label: label ?? '', count: 0 }
      sums.set(value, { ...sum, count: sum.count + Number(row.count) })
    }
    return [...sums.values()].toSorted(
      (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
    )
  }
  const inOrder = (labels: Record<string, string>, field: 'state' | 'level' | 'cause') => {
    const found = by((row) => ({ value: row[field], label: labels[row[field]] ?? '' }))
    return Object.keys(labels).flatMap((value) => found.find((one) => one.value === value) ?? [])
  }
  const total = (some: typeof rows) => some.reduce((sum, { count }) => sum + Number(count), 0)
  return {
    open: total(rows.filter(isOpen)),
    all: total(rows),
    pressing: complaintPressings
      .map((value) => ({
        value,
        label: complaintPressingLabel[value],
        count: counted.reduce((sum, row) => sum + Number(row[value]), 0),
      }))
      .filter(({ count }) => count > 0),
    state: inOrder(complaintStateLabel, 'state'),
    level: inOrder(complaintLevelLabel, 'level'),
    cause: inOrder(complaintCauseLabel, 'cause'),
    region: by((row) => ({ value: row.regionId, label: row.regionName })),
    customer: by((row) => ({ value: row.customerId, label: row.customerName })).slice(0, customersShown),
  }
}
