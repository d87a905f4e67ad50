import type { FeedbackForm } from '@zhuowei/contract/feedback.ts'
import { type FormState, formStateLabel } from '@zhuowei/domain/feedback/freshness.ts'
import { DateText } from '../ui/DateText.tsx'
import { Ring } from '../ui/Ring.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const toneOf: Record<FormState, Tone> = {
  awaited: 'outlined',
  overdue: 'red',
  partial: 'amber',
  fresh: 'green',
  stale: 'amber',
}

export const FormStateTag = ({ state }: { state: FormState }) => (
  <StateTag tone={toneOf[state]}>{formStateLabel[state]}</StateTag>
)

type Standing = Pick<FeedbackForm, 'completeness' | 'state' | 'dueOn' | 'currentOn' | 'score' | 'freshness'>

export function FormRing({ standing: { completeness, state }, size }: { standing: Standing; size?: number }) {
  const tone = state === 'overdue' ? 'red' : state === 'stale' ? 'amber' : 'brand'
  return <Ring label="完整度" value={completeness} tone={tone} {...(size && { size })} />
}

/** Until when the first version or the next update is due. */
export function DueText({ standing: { state, dueOn, currentOn } }: { standing: Standing }) {
  if (currentOn === null) {
    return (
      <>
        第一版 <DateText date={dueOn} />
        {state === 'overdue' ? '到期' : '前填'}
      </>
    )
  }
  return (
    <>
      <DateText date={currentOn} />
      核对过，
      <DateText date={dueOn} />
      {state === 'stale' ? '已到期' : '前更新'}
    </>
  )
}
