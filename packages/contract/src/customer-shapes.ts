import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { accountSources, accountStatuses, accountTypes } from '@zhuowei/domain/customers/account.ts'
import { isCreditCode, isDemoCreditCode } from '@zhuowei/domain/customers/credit-code.ts'
import { grades, tradeStatuses } from '@zhuowei/domain/customers/grade.ts'
import { isName } from '@zhuowei/domain/customers/name.ts'
import { callDirections, visitKinds } from '@zhuowei/domain/customers/visit.ts'
import * as z from 'zod'
import { contact, contactName, contactPhone, newContact } from './contacts.ts'
import { whereParam } from './customer-conditions.ts'
import { id, instant, optionalText, pageOf, personRef, plainDate, repeated, requiredText } from './shapes.ts'

export const version = z.int('缺少版本号').min(1)

export const named = z.object({ id, name: z.string() })
const grade = z.enum(grades, '请选择客户等级')
const status = z.enum(accountStatuses, `请选择${requiredCustomerFields.status}`)
const type = z.enum(accountTypes, '请选择客户类型')
const source = z.enum(accountSources, '请选择客户来源')
const activityKind = z.enum(visitKinds)
export const resources = optionalText('资源说明', 500)

/** One row of the list. */
const customerRow = z.object({
  id,
  number: z.string(),
  name: z.string(),
  grade: z.enum(grades),
  tradeStatus: z.enum(tradeStatuses),
  status: z.enum(accountStatuses),
  type: z.enum(accountTypes),
  source: z.enum(accountSources),
  region: named,
  city: z.string().nullable(),
  county: z.string().nullable(),
  /** Null in the manager's pool (经理池). */
  owner: personRef.nullable(),
  tags: z.array(named),
  contactCount: z.int(),
  /** 六.3.2) how much of the 反馈表 is filled, null where one may not read it; when it was last current. */
  formCompleteness: z.int().nullable(),
  formCurrentOn: plainDate.nullable(),
  lastActivityAt: instant,
  /** Null as long as nobody has been there; the instant above is then the day of entry. */
  lastActivityKind: activityKind.nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: plainDate.nullable(),
  createdAt: instant,
  version: z.int(),
})
export const customerListItem = customerRow.meta({ id: 'CustomerListItem' })
export type CustomerListItem = z.infer<typeof customerListItem>
export const customerPage = pageOf(customerListItem)
  /** Nothing fits the search as typed; these are the names in which its characters stand in order. */
  .extend({ leftOut: z.boolean() })
  .meta({ id: 'CustomerPage' })

export const customer = customerRow
  .extend({
    creditCode: z.string().nullable(),
    parent: named.nullable(),
    childCount: z.int(),
    address: z.string().nullable(),
    website: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    remarks: z.string().nullable(),
    /** 六.1.1)④ 资源说明; null also where one may not see more than the customer itself. */
    resources: z.string().nullable(),
    statusSince: instant,
    gradeSince: instant,
    visitsThisMonth: z.int(),
    /** 六.4.2) 关系已建立; null where one may not see the contacts. */
    relationshipBuilt: z.boolean().nullable(),
    contacts: z.array(contact),
    /** §3A R-r*: a colleague's customer, whose contacts the person sees only masked. */
    contactsMasked: z.boolean(),
    createdBy: personRef.nullable(),
    updatedBy: personRef.nullable(),
    updatedAt: instant,
    can: z.object({
      edit: z.boolean(),
      changeGrade: z.boolean(),
      markTraded: z.boolean(),
      revertTrade: z.boolean(),
      transfer: z.boolean(),
      remove: z.boolean(),
      logVisit: z.boolean(),
      revealPhone: z.boolean(),
      readProfile: z.boolean(),
    }),
  })
  .meta({ id: 'Customer' })
export type Customer = z.infer<typeof customer>

export const creditCode = optionalText('统一社会信用代码', 18).transform((code, context) => {
  if (code === null) return null
  const upper = code.normalize('NFKC').toUpperCase()
  if (isCreditCode(upper) || isDemoCreditCode(upper)) return upper
  context.addIssue({ code: 'custom', message: '统一社会信用代码不对，请核对 18 位代码' })
  return z.NEVER
})

const customerName = requiredText(requiredCustomerFields.name, 120).refine(
  (text) => text === '' || isName(text),
  `${requiredCustomerFields.name}要有汉字或字母`,
)

const email = z
  .union([z.literal(''), z.email('邮箱格式不对').max(200)])
  .nullish()
  .transform((text) => text || null)

/** 六.2.3)②: exactly five are required; region, owner, grade and the rest have sensible defaults. */
export const newCustomer = z
  .object({
    name: customerName,
    contactName,
    contactPosition: requiredText(requiredCustomerFields.contactPosition, 60),
    contactPhone,
    status,
    creditCode,
    type: type.optional(),
    regionId: id.optional(),
    city: optionalText('城市', 40),
    county: optionalText('县（区）', 40),
    ownerId: id.optional(),
    grade: grade.optional(),
    /** 六.1.1)④: asked for a customer that begins as A. */
    resources,
    tradeStatus: z.enum(tradeStatuses).default('untraded'),
    source: source.default('phone'),
    parentId: id.nullish(),
    address: optionalText('通信地址', 200),
    website: optionalText('网站', 200),
    email,
    phone: optionalText('总机', 40),
    remarks: optionalText('备注', 2000),
    /** More of the first contact than the three prescribed fields. */
    contact: newContact
      .omit({ name: true, position: true, phone: true, confirmDuplicates: true })
      .partial()
      .optional(),
    /** The person has seen the similar customers and means another one. */
    confirmDuplicates: z.boolean().default(false),
  })
  .meta({ id: 'NewCustomer' })
export type NewCustomer = z.output<typeof newCustomer>

/** What is left out stays; null empties. Grade, owner and region change by their own commands, because they ask for a reason. */
export const customerChanges = z
  .object({
    name: customerName,
    status,
    creditCode,
    type,
    city: optionalText('城市', 40),
    county: optionalText('县（区）', 40),
    source,
    parentId: id.nullable(),
    address: optionalText('通信地址', 200),
    website: optionalText('网站', 200),
    email,
    phone: optionalText('总机', 40),
    remarks: optionalText('备注', 2000),
    resources,
  })
  .partial()
  .extend({ version })
  .meta({ id: 'CustomerChanges' })
export type CustomerChanges = z.output<typeof customerChanges>

export const customerSorts = ['lastActivity', 'created', 'name', 'grade'] as const
export const activityAges = ['within14', 'within30', 'over30', 'never'] as const

export const customerFilters = z.object({
  q: z.string().trim().max(60, '搜索词不能超过 60 个字').optional(),
  grade: repeated(grade),
  tradeStatus: repeated(z.enum(tradeStatuses)),
  status: repeated(status),
  type: repeated(type),
  regionId: repeated(id),
  /** `none` is the manager's pool. */
  ownerId: repeated(z.union([id, z.literal('none')])),
  city: repeated(z.string().trim().min(1).max(40)),
  /** How long ago the last activity was: up to 14 days, 15 to 30, more, or never. */
  lastActivity: repeated(z.enum(activityAges)),
  /** Any of these labels. */
  tagId: repeated(id),
  /** Conditions in groups, as JSON (customer-conditions.ts). */
  where: whereParam.optional(),
  parentId: id.optional(),
})
export type CustomerFilters = z.output<typeof customerFilters>

export const customerQuery = customerFilters.extend({
  sort: z.enum(customerSorts).default('lastActivity'),
  /** Left out: the natural one of the sort (newest first, A before Z). */
  direction: z.enum(['asc', 'desc']).optional(),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CustomerQuery = z.output<typeof customerQuery>

const counted = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count: z.int() }))
const countedRef = z.array(z.object({ value: z.string(), name: z.string(), count: z.int() }))

export const customerSummary = z
  .object({
    /** Counted up to 10,000; beyond that `capped` and the screen says 10,000+. */
    total: z.int(),
    capped: z.boolean(),
    /** False when the scope is so large that the counts are lower bounds. */
    exact: z.boolean(),
    facets: z.object({
      grade: counted(z.enum(grades)),
      tradeStatus: counted(z.enum(tradeStatuses)),
      status: counted(z.enum(accountStatuses)),
      type: counted(z.enum(accountTypes)),
      lastActivity: counted(z.enum(activityAges)),
      region: countedRef,
      /** `none` is the manager's pool. */
      owner: countedRef,
      tag: countedRef,
      city: counted(z.string()),
    }),
  })
  .meta({ id: 'CustomerSummary' })
export type CustomerSummary = z.infer<typeof customerSummary>

export const duplicateReasons = ['same_name', 'same_credit_code', 'same_phone', 'similar_name'] as const

export const duplicateCandidate = z
  .object({
    reason: z.enum(duplicateReasons),
    /** Null when the person may not see that customer; only its owner is told then. */
    customer: named.extend({ number: z.string(), grade: z.enum(grades), regionName: z.string() }).nullable(),
    ownerName: z.string().nullable(),
    /** The sentence for the screen. */
    text: z.string(),
    /** True for what the database refuses too: the same name or the same credit code. */
    blocking: z.boolean(),
  })
  .meta({ id: 'DuplicateCandidate' })
export type DuplicateCandidate = z.infer<typeof duplicateCandidate>

const relative = named.extend({
  grade: z.enum(grades),
  status: z.enum(accountStatuses),
  ownerName: z.string().nullable(),
})

export const customerTree = z
  .object({ ancestors: z.array(relative), children: z.array(relative) })
  .meta({ id: 'CustomerTree' })
export type CustomerTree = z.infer<typeof customerTree>

export const timelineItem = z
  .object({
    id,
    at: instant,
    actor: personRef.nullable(),
    onBehalfOf: personRef.nullable(),
    verb: z.string(),
    summary: z.string(),
    reason: z.string().nullable(),
    changes: z.array(z.object({ label: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    activity: z
      .object({
        kind: activityKind,
        callDirection: z.enum(callDirections).nullable(),
        content: z.string(),
        result: z.string(),
        problem: z.string(),
        nextStep: z.string().nullable(),
        nextOn: plainDate.nullable(),
        contacts: z.array(z.string()),
      })
      .nullable(),
  })
  .meta({ id: 'CustomerTimelineItem' })
export type TimelineItem = z.infer<typeof timelineItem>

/** How many rows a command left alone for which reason, with the first of them by name. */
export const skippedRows = z.array(
  z.object({ reason: z.string(), count: z.int(), customers: z.array(named) }),
)

/** What a command on selected rows did. */
export const bulkOutcome = z
  .object({
    changed: z.int(),
    skipped: skippedRows,
    /** What it can be taken back by; null when nothing changed. */
    bulkId: id.nullable(),
  })
  .meta({ id: 'BulkOutcome' })
export type BulkOutcome = z.infer<typeof bulkOutcome>
