import type { Background, BackgroundFact, NewFact } from '@zhuowei/contract/background.ts'
import { type FactKind, itCategoryLabel, makerLabel } from '@zhuowei/domain/background/fact.ts'
import { deptKindLabel } from '@zhuowei/domain/customers/contact.ts'
import type { ConflictField, Side } from '../ui/conflict.ts'

export type FactField = Exclude<
  keyof BackgroundFact,
  'id' | 'customerId' | 'kind' | 'maintenance' | 'confirmedOn' | 'confirmedBy' | 'stale' | 'version'
>

/** What the form holds: text as it is typed, the budget in 万元. */
export type FactInputs = Partial<Record<FactField, string>>

export interface FieldOfFact {
  name: FactField
  label: string
  control: 'text' | 'lines' | 'number' | 'date' | 'choice'
  required?: boolean
  prompt?: string
  /** Of a choice: what stands for each code. */
  labels?: Record<string, string>
}

const equipment: readonly FieldOfFact[] = [
  { name: 'model', label: '型号', control: 'text' },
  { name: 'quantity', label: '数量', control: 'number' },
  { name: 'year', label: '投运年份', control: 'number' },
  { name: 'maintenanceEndsOn', label: '维保到期', control: 'date' },
]
const replacement: FieldOfFact = {
  ...{ name: 'replacement', label: '更换打算', control: 'text', prompt: '写了就不再提醒' },
}
const note: FieldOfFact = { name: 'note', label: '备注', control: 'lines' }

/** Every fact says where it comes from and when. */
const said: readonly FieldOfFact[] = [
  { name: 'source', label: '来源', control: 'text', required: true },
  { name: 'learnedOn', label: '了解日期', control: 'date', required: true },
]

const fields: Record<FactKind, readonly FieldOfFact[]> = {
  department: [
    { name: 'name', label: '部门名称', control: 'text', required: true },
    { name: 'departmentKind', label: '部门性质', control: 'choice', required: true, labels: deptKindLabel },
    ...said,
    { ...note, label: '职责和分工', prompt: '管什么、谁说了算' },
  ],
  product: [
    { name: 'name', label: '产品或方案', control: 'text', required: true },
    { name: 'maker', label: '谁的', control: 'choice', required: true, labels: makerLabel },
    { name: 'brand', label: '厂家', control: 'text' },
    ...equipment,
    ...said,
    replacement,
    { ...note, prompt: '用得怎么样' },
  ],
  it: [
    { name: 'category', label: '类别', control: 'choice', required: true, labels: itCategoryLabel },
    { name: 'brand', label: '品牌', control: 'text', required: true },
    ...equipment,
    ...said,
    replacement,
    note,
  ],
  plan: [
    { name: 'name', label: '规划名称', control: 'text', required: true },
    { name: 'period', label: '规划期', control: 'text', prompt: '如 2027–2029' },
    { name: 'budgetFen', label: '预算（万元）', control: 'number' },
    ...said,
    { name: 'keyItems', label: '重点项目', control: 'lines' },
    note,
  ],
}

/** The fields of a kind of fact, in the order of the form: what has to be known first. */
export const fieldsOfKind = (kind: FactKind): readonly FieldOfFact[] => fields[kind]

const fenInWan = 1_000_000

/** What the form starts from. A fact that is changed was learned anew: the day is today, unless somebody says otherwise. */
export function inputsOf(kind: FactKind, fact: BackgroundFact | null, given: FactInputs): FactInputs {
  const inputs = fieldsOfKind(kind).map(({ name }) => {
    const held = fact?.[name] ?? null
    const text = name === 'budgetFen' && held !== null ? Number(held) / fenInWan : held
    return [name, given[name] ?? (text === null ? '' : String(text))]
  })
  return Object.fromEntries(inputs)
}

/** What the form starts from when a visit has said it: its words, its day, and the visit as the source. */
export function inputsFrom({
  kind,
  text,
  learnedOn,
  category,
  brand,
}: Background['offers'][number]): FactInputs {
  return {
    ...(kind === 'plan' ? { keyItems: text } : { note: text }),
    ...(category && { category }),
    ...(brand && { brand, maker: 'other' }),
    source: '拜访',
    learnedOn,
  }
}

/** What is sent. What should be a number and is none goes as it was typed, so that the server refuses it beside its field. */
export function factOf(kind: FactKind, inputs: FactInputs): NewFact {
  const values = fieldsOfKind(kind).map(({ name, control }) => {
    const text = (inputs[name] ?? '').trim()
    if (text === '' && (control === 'choice' || name === 'learnedOn')) return [name, undefined]
    if (text === '' && control !== 'text' && control !== 'lines') return [name, null]
    return [name, control === 'number' ? numberOf(name, text) : text]
  })
  return { kind, ...Object.fromEntries(values) } as NewFact // the contract checks it on the server
}

function numberOf(name: FactField, text: string): number | string {
  const number = Number(text.replaceAll(/[,，]/g, ''))
  if (Number.isNaN(number)) return text
  return name === 'budgetFen' ? Math.round(number * fenInWan) : number
}

export function conflictFields(kind: FactKind, versions: Record<Side, FactInputs>): ConflictField[] {
  return fieldsOfKind(kind).map(({ name, label, labels }) => {
    const word = (side: Side) => {
      const text = versions[side][name] ?? ''
      return labels?.[text] ?? text
    }
    return { key: name, label, original: word('original'), mine: word('mine'), theirs: word('theirs') }
  })
}

/** Theirs, with the kept side of each field that one of the two changed. */
export function mergedInputs(
  sides: Readonly<Record<string, Side>>,
  versions: Record<Side, FactInputs>,
): FactInputs {
  const kept = Object.entries(sides).map(([name, side]) => [name, versions[side][name as FactField]]) // keys of conflictFields
  return { ...versions.theirs, ...Object.fromEntries(kept) }
}
