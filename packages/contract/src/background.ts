import {
  factKinds,
  itCategories,
  itCategoryLabel,
  maintenances,
  makers,
} from '@zhuowei/domain/background/fact.ts'
import { deptKinds } from '@zhuowei/domain/customers/contact.ts'
import { grades } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, optionalText, personRef, plainDate, requiredText } from './shapes.ts'

const none = <T>(value: T | null | undefined): T | null => value ?? null
const optional = <T extends z.ZodType>(shape: T) => shape.nullish().transform(none)

const quantity = z.int('数量要是整数').min(1, '数量从 1 起').max(1_000_000, '数量不能超过 1,000,000')
const year = z.int('年份写四位数字').min(1980, '年份从 1980 起').max(2100, '年份不能超过 2100')

/** What equipment and products have in common. */
const equipment = {
  model: optionalText('型号', 100),
  quantity: optional(quantity),
  year: optional(year),
  maintenanceEndsOn: optional(plainDate),
  replacement: optionalText('更换打算', 500),
}

const said = {
  note: optionalText('备注', 1000),
  source: requiredText('来源', 100),
  learnedOn: plainDate,
}

const departmentInput = {
  kind: z.literal('department'),
  name: requiredText('部门名称', 60),
  departmentKind: z.enum(deptKinds, '请选择部门性质'),
}
const productInput = {
  kind: z.literal('product'),
  name: requiredText('产品或方案', 100),
  maker: z.enum(makers, '请选择是谁的'),
  brand: optionalText('厂家', 80),
  ...equipment,
}
const itInput = {
  kind: z.literal('it'),
  category: z.enum(itCategories, `请选择${itCategoryLabel.server}、${itCategoryLabel.storage}等类别`),
  brand: requiredText('品牌', 80),
  ...equipment,
}
const planInput = {
  kind: z.literal('plan'),
  name: requiredText('规划名称', 100),
  period: optionalText('规划期', 60),
  /** 预算. */
  budgetFen: optional(z.int('预算要是数字').min(0, '预算不能小于 0').max(10_000_000_000_000, '预算太大')),
  keyItems: optionalText('重点项目', 2000),
}

const newFact = z
  .discriminatedUnion(
    'kind',
    [
      z.object({ ...departmentInput, ...said }),
      z.object({ ...productInput, ...said }),
      z.object({ ...itInput, ...said }),
      z.object({ ...planInput, ...said }),
    ],
    '请说明是哪一类资料',
  )
  .meta({ id: 'NewBackgroundFact' })
export type NewFact = z.output<typeof newFact>

const version = z.int('缺少版本号').min(1)

/** The whole fact as it now stands; what kind it is does not change. */
const changedFact = z
  .discriminatedUnion(
    'kind',
    [
      z.object({ ...departmentInput, ...said, version }),
      z.object({ ...productInput, ...said, version }),
      z.object({ ...itInput, ...said, version }),
      z.object({ ...planInput, ...said, version }),
    ],
    '请说明是哪一类资料',
  )
  .meta({ id: 'ChangedBackgroundFact' })
export type ChangedFact = z.output<typeof changedFact>

/** One row as it is read: what the other kinds have is null. */
export const backgroundFact = z
  .object({
    id,
    customerId: id,
    kind: z.enum(factKinds),
    name: z.string().nullable(),
    departmentKind: z.enum(deptKinds).nullable(),
    maker: z.enum(makers).nullable(),
    category: z.enum(itCategories).nullable(),
    brand: z.string().nullable(),
    model: z.string().nullable(),
    quantity: z.int().nullable(),
    year: z.int().nullable(),
    maintenanceEndsOn: plainDate.nullable(),
    maintenance: z.enum(maintenances).nullable(),
    replacement: z.string().nullable(),
    period: z.string().nullable(),
    budgetFen: z.int().nullable(),
    keyItems: z.string().nullable(),
    note: z.string().nullable(),
    source: z.string(),
    learnedOn: plainDate,
    confirmedOn: plainDate,
    confirmedBy: personRef,
    /** Nobody has confirmed it for so long that somebody has to ask again. */
    stale: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'BackgroundFact' })
export type BackgroundFact = z.output<typeof backgroundFact>

/** Learned in a visit and written in the 反馈表, with nothing of it here yet (G22). */
const offeredFact = z
  .object({
    kind: z.enum(factKinds),
    label: z.string(),
    text: z.string(),
    learnedOn: plainDate,
    activityId: id,
    category: z.enum(itCategories).nullable(),
    brand: z.string().nullable(),
  })
  .meta({ id: 'OfferedBackgroundFact' })

const background = z
  .object({
    facts: z.array(backgroundFact),
    offers: z.array(offeredFact),
    /** §3A R-r*: a colleague's customer, of which the person sees the departments and nothing else. */
    masked: z.boolean(),
    freshDays: z.int(),
    replacementDays: z.int(),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'CustomerBackground' })
export type Background = z.output<typeof background>

/** The customer and everything below it, added up; what later modules count joins `due` and, with amounts, stands beside it. */
const rollUp = z
  .object({
    customers: z.int(),
    grades: z.array(z.object({ grade: z.enum(grades), count: z.int() })),
    /** What is owed on them, of those whose records one may read in full. */
    due: z.array(
      z.object({
        key: z.enum(['steps', 'forms', 'facts', 'maintenance']),
        label: z.string(),
        count: z.int(),
        clause: z.string(),
        /** The first of them by name. */
        examples: z.array(z.object({ id, name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'CustomerRollUp' })
export type RollUp = z.output<typeof rollUp>

const params = z.object({ id })

export const backgroundApi = {
  get: endpoint({
    method: 'GET',
    path: '/customers/:id/background',
    summary: '一家客户的背景资料：部门、同类产品、信息化状况、规划',
    access: 'customers.read',
    clause: '六.3.1)①',
    params,
    reply: background,
  }),
  rollUp: endpoint({
    method: 'GET',
    path: '/customers/:id/roll-up',
    summary: '一家客户和它的下级单位合计：各级客户几家、有什么到期',
    access: 'customers.read',
    clause: '六.3.1)①',
    params,
    reply: rollUp,
  }),
  record: endpoint({
    method: 'POST',
    path: '/customers/:id/background',
    summary: '记一条背景资料',
    access: 'customers.write',
    clause: '六.3.1)②',
    params,
    body: newFact,
    reply: backgroundFact,
    problems: ['duplicate_record'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/background/:id',
    summary: '修改一条背景资料',
    access: 'customers.write',
    params,
    body: changedFact,
    reply: backgroundFact,
    problems: ['version_conflict', 'duplicate_record'],
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/background/:id/confirmations',
    summary: '仍然如此：今天核实过，没有变化',
    access: 'customers.write',
    clause: '六.3.1)①',
    params,
    body: z.object({ version }),
    reply: backgroundFact,
    problems: ['version_conflict'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/background/:id',
    summary: '去掉一条背景资料',
    access: 'customers.write',
    params,
  }),
  restore: endpoint({
    method: 'DELETE',
    path: '/background/:id/removal',
    summary: '撤销去掉背景资料',
    access: 'customers.write',
    params,
    reply: backgroundFact,
    problems: ['duplicate_record'],
  }),
}
