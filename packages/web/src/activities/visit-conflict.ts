import type { Activity } from '@zhuowei/contract/activities.ts'
import { requiredVisitFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { callDirectionLabel, visitKindLabel } from '@zhuowei/domain/customers/visit.ts'
import type { ConflictField, Side } from '../ui/conflict.ts'
import { draftOf, type VisitDraft } from './visit-draft.ts'

type Name = keyof typeof labels

const labels = {
  kind: '方式',
  callDirection: '来电或去电',
  when: '时间',
  content: requiredVisitFields.content,
  visitorIds: requiredVisitFields.visitors,
  contactIds: '拜访对象',
  result: requiredVisitFields.result,
  problem: requiredVisitFields.problem,
  affectsFollowUp: '影响跟进程度',
  nextStep: '下一步',
  nextOn: '下一步的日期',
} as const

const names = Object.keys(labels) as Name[] // the keys of the table above

/** Field by field, as people read them: what stood there, what I wrote, what the other one saved meanwhile. */
export function conflictFields(base: Activity, mine: VisitDraft, theirs: Activity): ConflictField[] {
  const people = new Map(
    [base, theirs]
      .flatMap(({ visitors, contacts }) => [...visitors, ...contacts])
      .map((one) => [one.id, one.name]),
  )
  const nameOf = (id: string) => people.get(id) ?? '新加的人'
  const original = draftOf(base)
  const other = draftOf(theirs)
  return names.map((name) => ({
    key: name,
    label: labels[name],
    original: textOf(name, original, nameOf),
    mine: textOf(name, mine, nameOf),
    theirs: textOf(name, other, nameOf),
  }))
}

/** The form with the chosen side of every field; what nobody changed stays. */
export function merged(
  sides: Readonly<Record<string, Side>>,
  original: VisitDraft,
  mine: VisitDraft,
  theirs: VisitDraft,
): VisitDraft {
  const from = { original, mine, theirs }
  const chosen = names.map((name) => [name, from[sides[name] ?? 'mine'][name]])
  return { ...mine, ...Object.fromEntries(chosen) }
}

function textOf(name: Name, draft: VisitDraft, nameOf: (id: string) => string): string {
  switch (name) {
    case 'kind':
      return visitKindLabel[draft.kind]
    case 'callDirection':
      return draft.callDirection ? callDirectionLabel[draft.callDirection] : ''
    case 'when':
      return draft.when ? `${draft.when.date} ${draft.when.time}` : '现在'
    case 'visitorIds':
    case 'contactIds':
      return draft[name].map(nameOf).join('、')
    case 'affectsFollowUp':
      return draft.affectsFollowUp ? '是' : '否'
    default:
      return draft[name] ?? ''
  }
}
