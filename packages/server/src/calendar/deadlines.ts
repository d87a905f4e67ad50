import type { DeadlineChange } from '@zhuowei/contract/calendar.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { recomputeOpen } from '../obligations/generate.ts'
import type { Trx } from '../platform/db/connect.ts'

/** Makes a change to the calendar and tells what it did to the open obligations, day by day. */
export async function withDeadlines(
  trx: Trx,
  span: { from: PlainDate; to: PlainDate } | null,
  now: Date,
  change: () => Promise<void>,
): Promise<OnServer<DeadlineChange>[]> {
  const before = await openObligations(trx)
  await change()
  if (span) await recomputeOpen(trx, span, now)
  return differences(before, await openObligations(trx))
}

type Open = Awaited<ReturnType<typeof openObligations>>[number]

function openObligations(trx: Trx) {
  return trx
    .selectFrom('obligations')
    .select(['personId', 'kind', 'periodKey', 'subject', 'onDate', 'dueAt', 'graceAt'])
    .where('closedAt', 'is', null)
    .execute()
}

function differences(before: readonly Open[], after: readonly Open[]): OnServer<DeadlineChange>[] {
  const then = byDuty(before)
  const now = byDuty(after)
  const changes = new Map<string, OnServer<DeadlineChange>>()
  for (const duty of new Set([...then.keys(), ...now.keys()])) {
    const [one, other] = [then.get(duty), now.get(duty)]
    const either = other ?? one
    if (!either || sameDeadline(one, other)) continue
    const change = {
      kind: either.kind,
      subject: either.subject,
      onDate: either.onDate,
      before: one ? { dueAt: one.dueAt, graceAt: one.graceAt } : null,
      after: other ? { dueAt: other.dueAt, graceAt: other.graceAt } : null,
    }
    const key = JSON.stringify(change)
    changes.set(key, { ...change, people: (changes.get(key)?.people ?? 0) + 1 })
  }
  return [...changes.values()].sort((one, other) =>
    one.onDate === other.onDate
      ? one.kind.localeCompare(other.kind, 'en') * -1
      : one.onDate < other.onDate
        ? -1
        : 1,
  )
}

const byDuty = (rows: readonly Open[]) =>
  new Map(rows.map((row) => [`${row.personId} ${row.kind} ${row.periodKey}`, row]))

const sameDeadline = (one: Open | undefined, other: Open | undefined) =>
  one !== undefined &&
  other !== undefined &&
  one.dueAt.getTime() === other.dueAt.getTime() &&
  one.graceAt.getTime() === other.graceAt.getTime()
