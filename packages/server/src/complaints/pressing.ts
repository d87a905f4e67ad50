import type { ComplaintQuery } from '@zhuowei/contract/complaints.ts'
import { type RawBuilder, sql } from 'kysely'

type Pressing = NonNullable<ComplaintQuery['pressing']>[number]

/** What the row of a list says in red (words.tsx, DueText): the clock that runs has passed; it went up to 总经理. */
export function isPressing(pressing: Pressing, now: Date): RawBuilder<boolean> {
  if (pressing === 'escalated')
    return sql`(complaints.state <> 'closed' and not complaints.for_gm and complaints.escalated_at is not null)`
  return sql`(complaints.state <> 'closed'
    and ((complaints.for_gm and complaints.escalated_at is not null) or ${lastMoment} < ${now}))`
}

const clock = sql`case
  when complaints.state = 'callback' then coalesce(complaints.callback_due_at, complaints.solution_due_at)
  when complaints.responded_at is null then complaints.response_due_at
  else complaints.solution_due_at end`

/** As `lastMomentOf`: a deadline named to the minute includes that minute, one at 24:00 does not. */
const lastMoment = sql`(${clock}) + case
  when ((${clock}) at time zone 'Asia/Shanghai')::time = '00:00' then interval '0' else interval '59.999 seconds' end`
