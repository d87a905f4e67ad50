import { type Condition, type Where, whereParam } from '@zhuowei/contract/customer-conditions.ts'
import {
  accountSourceLabel,
  accountStatusLabel,
  accountTypeLabel,
} from '@zhuowei/domain/customers/account.ts'
import { gradeLabel, tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'

export type Field = Condition['field']
type Labels = Readonly<Record<string, string>>

interface FieldWords {
  label: string
  kind: 'choice' | 'text' | 'number'
  /** The values of a choice; regions, owners and labels come from the division. */
  values?: Labels
  unit?: string
}

const gradeWords = Object.fromEntries(
  Object.entries(gradeLabel).map(([code, word]) => [code, `${code} ${word}`]),
)

/** What a clerk can choose by, in the words of the list. */
export const fieldWords: Record<Field, FieldWords> = {
  grade: { label: '客户等级', kind: 'choice', values: gradeWords },
  tradeStatus: { label: '交易', kind: 'choice', values: tradeStatusLabel },
  status: { label: '客户状态', kind: 'choice', values: accountStatusLabel },
  type: { label: '客户类型', kind: 'choice', values: accountTypeLabel },
  source: { label: '客户来源', kind: 'choice', values: accountSourceLabel },
  regionId: { label: '片区', kind: 'choice' },
  ownerId: { label: '负责人', kind: 'choice' },
  tagId: { label: '标签', kind: 'choice' },
  nextStep: {
    label: '下一步',
    kind: 'choice',
    values: { none: '没有', planned: '约好了', overdue: '已经过期' },
  },
  name: { label: '客户名称', kind: 'text' },
  city: { label: '城市', kind: 'text' },
  silentDays: { label: '未联系天数', kind: 'number', unit: '天' },
  createdDays: { label: '建档天数', kind: 'number', unit: '天' },
  contactCount: { label: '联系人数', kind: 'number', unit: '位' },
  formCompleteness: { label: '反馈表完整度', kind: 'number', unit: '%' },
}

export const opWords: Record<FieldWords['kind'], Labels> = {
  choice: { in: '是', notIn: '不是' },
  text: { contains: '包含', notContains: '不包含' },
  number: { atLeast: '至少', atMost: '至多' },
}

/** One line of the builder: what is still being chosen may be blank. */
export interface Line {
  key: string
  field: Field
  op: string
  value: string[] | string | number | null
}

export interface LineGroup {
  key: string
  join: 'and' | 'or'
  lines: Line[]
}

export function newLine(field: Field = 'grade'): Line {
  const { kind } = fieldWords[field]
  const [op = ''] = Object.keys(opWords[kind])
  return { key: crypto.randomUUID(), field, op, value: kind === 'choice' ? [] : kind === 'text' ? '' : null }
}

export const newGroup = (): LineGroup => ({ key: crypto.randomUUID(), join: 'and', lines: [newLine()] })

/** The first field that the group does not ask for yet. */
export function unusedField(lines: readonly Line[]): Field | undefined {
  const fields = Object.keys(fieldWords) as Field[] // the keys of the table
  return fields.find((field) => lines.every((line) => line.field !== field))
}

/** The field of which a customer has one value and the group asks for two at a time: nobody fits. */
export function contradicted({ join, lines }: LineGroup): Field | undefined {
  if (join === 'or') return undefined
  const asked = lines.filter(({ field, op }) => op === 'in' && !manyValued.includes(field))
  return asked.find(({ field }) => {
    const chosen = asked.filter((line) => line.field === field).map(({ value }) => value)
    const [first, ...others] = chosen.filter(
      (value) => Array.isArray(value) && value.length > 0,
    ) as string[][] // filtered
    return first !== undefined && !first.some((value) => others.every((other) => other.includes(value)))
  })?.field
}

/** A step that is overdue was planned as well. */
const manyValued: readonly Field[] = ['tagId', 'nextStep']

/** The groups of an address; an address that says nothing sensible has none. */
export function whereOf(text: string | undefined): Where | undefined {
  return text === undefined ? undefined : whereParam.safeParse(text).data
}

export const linesOf = ({ groups }: Where): LineGroup[] =>
  groups.map(({ join, items }) => ({
    key: crypto.randomUUID(),
    join,
    lines: items.map((item) => ({ ...item, key: crypto.randomUUID() })),
  }))

/** The text for the address; null while a line is blank. */
export function textOf(join: Where['join'], groups: readonly LineGroup[]): string | null {
  const text = JSON.stringify({
    join,
    groups: groups.map((group) => ({
      join: group.join,
      items: group.lines.map(({ field, op, value }) => ({ field, op, value })),
    })),
  })
  return whereParam.safeParse(text).success ? text : null
}

export const countOfConditions = (text: string | undefined) =>
  whereOf(text)?.groups.reduce((sum, { items }) => sum + items.length, 0) ?? 0
