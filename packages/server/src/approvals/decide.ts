import {
  type Approval,
  type ApprovalState,
  addSigner as add,
  type Decision,
  decide as decideRound,
  type Moved,
  mayUrge,
  openStep,
  type Place,
  recall,
} from '@zhuowei/domain/approvals/approval.ts'
import { type ApprovalKind, approvalKindLabel } from '@zhuowei/domain/approvals/definition.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { notify } from '../notifications/notify.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { refuseStale } from '../platform/refuse-stale.ts'
import { visibleApprovals } from './access.ts'
import { getApproval } from './get-approval.ts'
import { colleaguesOf, delegationsOf } from './organisation.ts'
import { loadRound, saveRound } from './round.ts'
import { subjectOf } from './subjects.ts'
import { askedNow, linkTo, record, type Told, tellChange } from './telling.ts'

interface Decided {
  round: number
  decision: Decision
  comment: string | null
}

const said = { approve: 'approved', refuse: 'refused', send_back: 'sent_back' } as const

/** One outcome, whoever is first: the row is locked until it is written, and the second meets what the first has made of it. */
export async function decideApproval(work: Writing, id: string, given: Decided): Promise<void> {
  const { db, actor } = work
  const head = await lockFor(work, id, given.round)
  const before = await loadRound(db, head)
  const personId = await askedAs(work, before)
  const step = openStep(before)?.name ?? null
  const { decision, comment } = given
  const after = await moved(work, head, decideRound(before, { personId, by: actor.id, decision }))
  const principalId = personId === actor.id ? null : personId
  await settle(work, head, before, after, { kind: said[decision], step, body: comment, principalId })
}

interface Addition {
  round: number
  personId: string
  place: Place
  note: string | null
}

/** 加签: whoever is asked has a colleague or 总经理 decide before him or after him. */
export async function addSigner(work: Writing, id: string, given: Addition): Promise<void> {
  const { db, actor, now } = work
  const head = await lockFor(work, id, given.round)
  const before = await loadRound(db, head)
  const personId = await askedAs(work, before)
  const { personId: added, place, note } = given
  const next = add(before, { personId, by: actor.id, added, place, id: newId() })
  const after = await moved(work, head, next)
  const people = await colleaguesOf(db, head.divisionId, shanghaiDate(now))
  const colleague = people.find((one) => one.id === added)
  if (!colleague) throw invalid('personId', '只能加签本事业部在职的同事或总经理')
  const body = `${colleague.name}${note ? `：${note}` : ''}`
  const step = openStep(before)?.name ?? null
  const principalId = personId === actor.id ? null : personId
  await settle(work, head, before, after, { kind: 'added', step, body, principalId })
}

/** 撤回 by the applicant, who may change it and submit it again. */
export async function recallApproval(
  work: Writing,
  id: string,
  { round, reason }: { round: number; reason: string },
): Promise<void> {
  const head = await lockFor(work, id, round)
  const before = await loadRound(work.db, head)
  const after = await moved(work, head, recall(before, work.actor.id))
  await settle(work, head, before, after, { kind: 'recalled', body: reason })
}

/** 催办: the applicant asks whoever is waited for once more, once in some hours. */
export async function urgeApproval(work: Writing, id: string, { round }: { round: number }): Promise<void> {
  const { db, actor, now } = work
  const head = await lockFor(work, id, round)
  if (head.applicantId !== actor.id) throw forbidden('只有申请人可以催办')
  const approval = await loadRound(db, head)
  const asked = await askedNow(db, approval, now)
  const { parameters } = await loadRules(db, head.divisionId, shanghaiDate(now))
  const hours = parameters['approval.urgeEveryHours']
  if (asked.length === 0 || !mayUrge(head.urgedAt, now, hours))
    throw new Refusal('nothing_to_decide', {
      detail: asked.length === 0 ? '现在没有人可以催办' : `${hours} 小时内只能催办一次`,
    })
  await db.updateTable('approvals').set({ urgedAt: now }).where('id', '=', id).execute()
  await record(work, head, { kind: 'urged', step: openStep(approval)?.name ?? null })
  const title = `${actor.name}催办${approvalKindLabel[head.kind]}：${head.title}`
  await notify(db, { personIds: asked, kind: 'approval', title, link: linkTo(id) }, now)
}

type Head = Told & {
  subjectId: string
  state: ApprovalState
  urgedAt: Date | null
  applicantName: string
}

/** Found (404), as it was read (409), locked until the end of the command. */
async function lockFor(work: Writing, id: string, round: number): Promise<Head> {
  const { db, actor, now } = work
  const head = await visibleApprovals(db, actor, now)
    .innerJoin('people as applicant', 'applicant.id', 'approvals.applicantId')
    .select(['approvals.id', 'round', 'title', 'subjectId', 'applicantId', 'urgedAt'])
    .select(['approvals.divisionId', 'applicant.name as applicantName'])
    .select((row) => [
      row.ref('approvals.kind').$castTo<ApprovalKind>().as('kind'), // approvals_kind_known
      row.ref('approvals.state').$castTo<ApprovalState>().as('state'), // approvals_state_known
    ])
    .where('approvals.id', '=', id)
    .forUpdate('approvals')
    .executeTakeFirst()
  if (!head) throw notFound()
  await refuseStale(head.round, { version: round }, () => getApproval(work, id))
  return head
}

/** For whom this person acts in the open step: first for himself, then as a deputy. */
async function askedAs({ db, actor, now }: Writing, approval: Approval): Promise<string> {
  const waiting = (openStep(approval)?.signers ?? [])
    .filter(({ state }) => state === 'waiting')
    .map(({ personId }) => personId)
  if (waiting.includes(actor.id)) return actor.id
  const delegations = await delegationsOf(db, waiting, shanghaiDate(now))
  return delegations.find(({ toId }) => toId === actor.id)?.fromId ?? actor.id
}

async function moved(work: Writing, { id }: Head, result: Moved): Promise<Approval> {
  if ('approval' in result) return result.approval
  if (result.refused === 'who') throw forbidden(result.why)
  throw new Refusal('nothing_to_decide', {
    detail: result.why,
    facts: { current: await getApproval(work, id) },
  })
}

async function settle(
  work: Writing,
  head: Head,
  before: Approval,
  after: Approval,
  said: Parameters<typeof record>[2],
): Promise<void> {
  const { db, now } = work
  const askedBefore = await askedNow(db, before, now)
  await saveRound(db, head, after, now)
  await record(work, head, said)
  await tellChange(db, head, askedBefore, await askedNow(db, after, now), now)
  if (after.state === before.state) return
  await tellOutcome(work, head, after.state)
  await subjectOf(head.kind)?.after(work, head.subjectId, after.state)
}

const outcomes: Partial<Record<ApprovalState, string>> = {
  approved: '已批准',
  refused: '被驳回',
  sent_back: '被退回，请修改后再提交',
}

async function tellOutcome({ db, now }: Writing, head: Head, state: ApprovalState): Promise<void> {
  const outcome = outcomes[state]
  if (!outcome) return
  const kind = approvalKindLabel[head.kind]
  const link = linkTo(head.id)
  const toApplicant = { personIds: [head.applicantId], title: `您的${kind}${outcome}：${head.title}` }
  await notify(db, { ...toApplicant, kind: 'approval', link }, now)
  if (state !== 'approved') return
  const copies = await db
    .selectFrom('approvalCopies')
    .select('personId')
    .where('approvalId', '=', head.id)
    .execute()
  const personIds = copies.map(({ personId }) => personId)
  const title = `抄送：${head.applicantName}的${kind}已批准：${head.title}`
  await notify(db, { personIds, kind: 'approval', title, link }, now)
}
