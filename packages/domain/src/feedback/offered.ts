import type { FactKind, ItCategory } from '../background/fact.ts'
import type { PlainDate } from '../calendar/dates.ts'
import { type FormContent, type FormItem, formItemLabel, type WordItem, wordItems } from './form.ts'
import { headingsOf, kindOf } from './known.ts'

/** What a visit learned for the 反馈表 and 背景资料 does not have yet. */
export interface OfferedFact {
  kind: FactKind
  /** The item of the form that says it. */
  label: string
  text: string
  learnedOn: PlainDate
  activityId: string
  /** The heading of 六.3.1)②, where the row of the form has only one. */
  category: ItCategory | null
  /** Of 竞争对手状况: whose product it is. */
  brand: string | null
}

interface FormVersion {
  content: FormContent
  /** The visit in which it was said; null when it was typed or taken in from a file. */
  visit: { id: string; on: PlainDate } | null
}

interface HeldFact {
  kind: FactKind
  category: ItCategory | null
  brand: string | null
  confirmedOn: PlainDate
}

/** G22, 六.3.1)①②⑤: the answers of visits that no fact of that day or later speaks of; versions oldest first. */
export function offeredFacts(versions: readonly FormVersion[], facts: readonly HeldFact[]): OfferedFact[] {
  const current = versions.at(-1)?.content
  if (!current) return []
  const words = wordItems.flatMap((item) => {
    const kind = kindOf(item)
    const { answer, text } = current[item]
    const visit = visitThatSaid(versions, (content) => wordsAt(content, item))
    if (!kind || !visit || answer !== 'known') return []
    const headings = headingsOf(item)
    const isHeld = facts.some(
      (fact) =>
        fact.kind === kind &&
        fact.confirmedOn >= visit.on &&
        (kind !== 'it' || (fact.category !== null && headings.includes(fact.category))),
    )
    const category = headings.length === 1 ? (headings[0] ?? null) : null
    return isHeld ? [] : [offer(item, visit, { kind, text, category, brand: null })]
  })
  const lines = current.competitors.lines.flatMap(({ name, assessment: text }) => {
    const visit = visitThatSaid(versions, (content) => lineAt(content, name))
    const isHeld = facts.some(
      ({ kind, brand, confirmedOn }) =>
        kind === 'product' && brand === name && visit !== null && confirmedOn >= visit.on,
    )
    if (!visit || isHeld) return []
    return [offer('competitors', visit, { kind: 'product', text, category: null, brand: name })]
  })
  return [...words, ...lines]
}

const offer = (
  item: FormItem,
  visit: { id: string; on: PlainDate },
  said: Pick<OfferedFact, 'kind' | 'text' | 'category' | 'brand'>,
): OfferedFact => ({ ...said, label: formItemLabel[item], learnedOn: visit.on, activityId: visit.id })

/** Of the version that made it read as it does now. */
function visitThatSaid(
  versions: readonly FormVersion[],
  wordsIn: (content: FormContent) => string,
): FormVersion['visit'] {
  const changed = versions.findLast(({ content }, index) => {
    const before = versions[index - 1]?.content
    return wordsIn(content) !== (before ? wordsIn(before) : '')
  })
  return changed?.visit ?? null
}

const wordsAt = (content: FormContent, item: WordItem) =>
  content[item].answer === 'known' ? content[item].text : ''

/** With its name, so that a company that was only named counts as said. */
function lineAt({ competitors }: FormContent, name: string): string {
  const line = competitors.lines.find((one) => one.name === name)
  return line ? `${line.name}：${line.assessment}` : ''
}
