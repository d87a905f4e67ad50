import type { entryKinds } from '@zhuowei/contract/approval-shapes.ts'
import { type Approval, openStep } from '@zhuowei/domain/approvals/approval.ts'
import { type ApprovalKind, approvalKindLabel } from '@zhuowei/domain/approvals/definition.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { notify } from '../notifications/notify.ts'
import { settleNotifications } from '../notifications/settle.ts'
import type { Actor } from '../platform/actor.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { delegationsOf } from './organisation.ts'

export interface Told {
  id: string
  round: number
  kind: ApprovalKind
  title: string
  divisionId: string
  applicantId: string
}

export const linkTo = (id: string) => `/approvals/${id}`

type EntryKind = (typeof entryKinds)[number]

interface Said {
  kind: EntryKind
  step?: string | null
  body?: string | null
  principalId?: string | null
}

const verbs: Record<EntryKind, string> = {
  submitted: '提交审批',
  approved: '同意',
  refused: '驳回',
  sent_back: '退回',
  recalled: '撤回',
  added: '加签',
  urged: '催办',
  passed_on: '转上级审批',
}

/** What was done stands in the record with its words, and as an event without them. */
export async function record(
  { db, actor, now }: { db: Trx; actor: Pick<Actor, 'id'>; now: Date },
  approval: Told,
  { kind, step = null, body = null, principalId = null }: Said,
): Promise<void> {
  await db
    .insertInto('approvalEntries')
    .values({
      ...{ id: newId(), approvalId: approval.id, round: approval.round, kind, step, body, at: now },
      byId: actor.id,
      forId: principalId,
    })
    .execute()
  await recordEvent(db, actor, now, {
    verb: `approval.${kind}`,
    subjectType: 'approval',
    subjectId: approval.id,
    divisionId: approval.divisionId,
    summary: `${approvalKindLabel[approval.kind]}“${approval.title}”${verbs[kind]}${step ? `（${step}）` : ''}`,
    onBehalfOf: principalId,
  })
}

/** Who is asked now, with whoever stands for them today. */
export async function askedNow(db: Trx, approval: Approval, now: Date): Promise<string[]> {
  const asked = (openStep(approval)?.signers ?? [])
    .filter(({ state }) => state === 'waiting')
    .map(({ personId }) => personId)
  const deputies = await delegationsOf(db, asked, shanghaiDate(now))
  return [...asked, ...deputies.map(({ toId }) => toId).filter((id) => id !== approval.applicantId)]
}

/** Asks who was not asked before, and settles what was asked of people who are not waited for any more. */
export async function tellChange(
  db: Trx,
  approval: Told & { applicantName: string },
  before: readonly string[],
  after: readonly string[],
  now: Date,
): Promise<void> {
  const { id, kind, title, applicantName } = approval
  for (const personId of before.filter((one) => !after.includes(one)))
    await settleNotifications(db, { personId, link: linkTo(id), kinds: ['approval'] }, now)
  const personIds = after.filter((one) => !before.includes(one))
  const asks = `${applicantName}的${approvalKindLabel[kind]}待您审批：${title}`
  await notify(db, { personIds, kind: 'approval', title: asks, link: linkTo(id) }, now)
}
