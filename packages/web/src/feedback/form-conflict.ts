import type { FeedbackForm } from '@zhuowei/contract/feedback.ts'
import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import { entryText, formItemLabel, formItems } from '@zhuowei/domain/feedback/form.ts'
import type { ConflictField, Side } from '../ui/conflict.ts'

type Content = FeedbackForm['content']

/** What the form started from goes with the draft, so that a draft of yesterday still knows what it changed. */
export interface FormInputs extends Content {
  base: { content: Content; version: number }
}

export function conflictFields(original: Content, mine: Content, theirs: Content): ConflictField[] {
  const items = formItems.map((item) => ({
    key: item,
    label: formItemLabel[item],
    original: entryText(original, item),
    mine: entryText(mine, item),
    theirs: entryText(theirs, item),
  }))
  const remark = { original: original.remark, mine: mine.remark, theirs: theirs.remark }
  return [...items, { key: 'remark', label: columns.remark, ...remark }]
}

/** Their form with the kept side of each item that one of the two changed. */
export function mergedContent(sides: Record<string, Side>, versions: Record<Side, Content>): Content {
  const kept = Object.entries(sides).map(([key, side]) => {
    const item = key as keyof Content // the keys of conflictFields
    return [item, versions[side][item]]
  })
  return { ...versions.theirs, ...Object.fromEntries(kept) }
}
