import { codesOf } from '../codes.ts'
import type { StepMode } from './definition.ts'

/** 退回 and 撤回 give the case back to the applicant, who may submit it again; 批准 and 驳回 are final. */
export const approvalStateLabel = {
  waiting: '审批中',
  approved: '已批准',
  refused: '已驳回',
  sent_back: '已退回',
  recalled: '已撤回',
} as const
export type ApprovalState = keyof typeof approvalStateLabel
export const approvalStates = codesOf(approvalStateLabel)

export const stepStateLabel = { coming: '未到', open: '审批中', done: '已通过', stopped: '已停止' } as const
export type StepState = keyof typeof stepStateLabel
export const stepStates = codesOf(stepStateLabel)

export const signerStateLabel = {
  waiting: '待审批',
  approved: '同意',
  carried: '前面已同意',
  refused: '驳回',
  sent_back: '退回',
  spared: '无须再审',
  passed_on: '已转上级',
} as const
export type SignerState = keyof typeof signerStateLabel
export const signerStates = codesOf(signerStateLabel)

export const decisionLabel = { approve: '同意', refuse: '驳回', send_back: '退回' } as const
export type Decision = keyof typeof decisionLabel
export const decisions = codesOf(decisionLabel)

export const placeLabel = { before: '在我之前', after: '在我之后' } as const
export type Place = keyof typeof placeLabel
export const places = codesOf(placeLabel)

export interface Signer {
  personId: string
  reason: string
  state: SignerState
  /** Himself, or his deputy. */
  decidedBy: string | null
}

export interface Step {
  id: string
  name: string
  mode: StepMode
  skipsApproved: boolean
  reason: string
  state: StepState
  signers: readonly Signer[]
}

/** One round of a case on its way; the steps stand in their order. */
export interface Approval {
  applicantId: string
  state: ApprovalState
  steps: readonly Step[]
}

/** `who`: this person may not; `state`: nobody may as it stands now. */
export type Moved = { approval: Approval } | { refused: 'who' | 'state'; why: string }

type NewStep = Omit<Step, 'state' | 'signers'> & { people: readonly { id: string; reason: string }[] }

/** Submitted, or submitted again: the first step is open. */
export function begin(applicantId: string, steps: readonly NewStep[]): Approval {
  return advance({
    applicantId,
    state: 'waiting',
    steps: steps.map(({ people, ...step }) => ({
      ...step,
      state: 'coming',
      signers: people.map(({ id, reason }) => ({ personId: id, reason, state: 'waiting', decidedBy: null })),
    })),
  })
}

/** `personId` is the one who is asked; `by` decides, himself or as his deputy. */
export function decide(
  approval: Approval,
  { personId, by, decision }: { personId: string; by: string; decision: Decision },
): Moved {
  if (by === approval.applicantId) return { refused: 'who', why: '不能审批自己的申请' }
  const open = openStep(approval)
  if (!open) return { refused: 'state', why: whyDecided(approval.state) }
  const signer = open.signers.find((one) => one.personId === personId)
  if (!signer && wasAsked(approval, personId)) return { refused: 'state', why: '这一步已经处理过' }
  if (!signer) return { refused: 'who', why: `现在由“${open.name}”审批，不是您` }
  if (signer.state !== 'waiting') return { refused: 'state', why: '这一步已经处理过' }
  const state = signed[decision]
  const signers = open.signers.map((one) => (one === signer ? { ...one, state, decidedBy: by } : one))
  const decided = withStep(approval, { ...open, signers })
  if (decision === 'approve') return { approval: advance(decided) }
  const to = decision === 'refuse' ? 'refused' : 'sent_back'
  return { approval: { ...decided, state: to, steps: decided.steps.map(stop) } }
}

/** 加签: whoever is asked, or his deputy, has somebody else asked, before himself or after; never the applicant. */
export function addSigner(
  approval: Approval,
  {
    personId,
    by,
    added,
    place,
    id,
  }: { personId: string; by: string; added: string; place: Place; id: string },
): Moved {
  if (by === approval.applicantId) return { refused: 'who', why: '不能给自己的申请加签' }
  const open = openStep(approval)
  if (!open) return { refused: 'state', why: whyDecided(approval.state) }
  if (!open.signers.some((one) => one.personId === personId && one.state === 'waiting'))
    return { refused: 'who', why: '轮到您审批时才能加签' }
  if (added === approval.applicantId) return { refused: 'state', why: '不能加签申请人' }
  if (open.signers.some((one) => one.personId === added)) return { refused: 'state', why: '他已经在这一步里' }
  if (approval.steps.length >= mostSteps) return { refused: 'state', why: `最多 ${mostSteps} 步` }
  const step: Step = {
    ...{
      id,
      name: '加签',
      mode: 'any',
      skipsApproved: false,
      reason: `在“${open.name}”${placeWords[place]}加签`,
    },
    state: place === 'before' ? 'open' : 'coming',
    signers: [{ personId: added, reason: '加签', state: 'waiting', decidedBy: null }],
  }
  const steps = approval.steps.flatMap((one) => {
    if (one !== open) return [one]
    return place === 'before' ? [step, { ...one, state: 'coming' as const }] : [one, step]
  })
  return { approval: { ...approval, steps } }
}

/** 撤回 by the applicant while it is undecided. */
export function recall(approval: Approval, by: string): Moved {
  if (by !== approval.applicantId) return { refused: 'who', why: '只有申请人可以撤回' }
  if (approval.state !== 'waiting') return { refused: 'state', why: whyDecided(approval.state) }
  return { approval: { ...approval, state: 'recalled', steps: approval.steps.map(stop) } }
}

/** Whether the applicant may submit it again. */
export const mayResubmit = (state: ApprovalState): boolean => state === 'sent_back' || state === 'recalled'

/** Who leaves is not waited for: what he was asked, also in steps to come, passes to the superior. */
export function passOn(approval: Approval, leaverId: string, superiorId: string): Approval {
  if (approval.state !== 'waiting') return approval
  const steps = approval.steps.map((step): Step => {
    if (!step.signers.some((one) => one.personId === leaverId && one.state === 'waiting')) return step
    const signers = step.signers.map((one): Signer => {
      if (one.personId === leaverId && one.state === 'waiting') return { ...one, state: 'passed_on' }
      return one.personId === superiorId && one.state === 'passed_on' ? { ...one, state: 'waiting' } : one
    })
    if (signers.some((one) => one.personId === superiorId)) return { ...step, signers }
    const reason = '原审批人离职，由上级审批'
    return {
      ...step,
      signers: [...signers, { personId: superiorId, reason, state: 'waiting', decidedBy: null }],
    }
  })
  return advance({ ...approval, steps })
}

/** 催办 not more often than once in some hours. */
export const mayUrge = (urgedAt: Date | null, now: Date, everyHours: number): boolean =>
  urgedAt === null || now.getTime() - urgedAt.getTime() >= everyHours * 3_600_000

export const openStep = ({ steps }: Approval): Step | undefined => steps.find(({ state }) => state === 'open')

const wasAsked = ({ steps }: Approval, personId: string) =>
  steps.some(({ state, signers }) => state === 'done' && signers.some((one) => one.personId === personId))

const mostSteps = 20
const placeWords: Record<Place, string> = { before: '之前', after: '之后' }
const signed = { approve: 'approved', refuse: 'refused', send_back: 'sent_back' } as const

export const whyDecided = (state: ApprovalState) => `这一件现在是“${approvalStateLabel[state]}”`

const withStep = (approval: Approval, step: Step): Approval => ({
  ...approval,
  steps: approval.steps.map((one) => (one.id === step.id ? step : one)),
})

/** Closes what has been agreed to and opens the next; after the last it is approved. */
function advance(approval: Approval): Approval {
  const current = approval.steps.find(({ state }) => state !== 'done')
  if (!current) return { ...approval, state: 'approved' }
  const step = current.state === 'coming' ? opened(current, approval) : current
  if (!isAgreed(step)) return withStep(approval, step)
  const signers = step.signers.map(spare)
  return advance(withStep(approval, { ...step, state: 'done', signers }))
}

function opened(step: Step, { steps }: Approval): Step {
  if (!step.skipsApproved) return { ...step, state: 'open' }
  const agreed = steps.flatMap(({ signers }) => signers.filter(({ state }) => state === 'approved'))
  const signers = step.signers.map((one) =>
    one.state === 'waiting' && agreed.some(({ personId }) => personId === one.personId)
      ? { ...one, state: 'carried' as const }
      : one,
  )
  return { ...step, state: 'open', signers }
}

function isAgreed({ mode, signers }: Step): boolean {
  const agrees = ({ state }: Signer) => state === 'approved' || state === 'carried'
  if (!signers.some(agrees)) return false
  return mode === 'any' || signers.every((one) => agrees(one) || one.state === 'passed_on')
}

const spare = (signer: Signer): Signer =>
  signer.state === 'waiting' ? { ...signer, state: 'spared' } : signer

const stop = (step: Step): Step =>
  step.state === 'done' ? step : { ...step, state: 'stopped', signers: step.signers.map(spare) }
