import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import {
  attitudes,
  deptKinds,
  personKinds,
  personLevels,
  purchaseRoles,
  relationshipLevels,
} from '@zhuowei/domain/customers/contact.ts'
import { isName } from '@zhuowei/domain/customers/name.ts'
import { isPhone } from '@zhuowei/domain/customers/phone.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, optionalText, requiredText } from './shapes.ts'

export const contact = z
  .object({
    id,
    customerId: id,
    name: z.string(),
    position: z.string(),
    department: z.string().nullable(),
    /** The department of the customer's background that bears this name. */
    departmentId: id.nullable(),
    departmentKind: z.enum(deptKinds).nullable(),
    level: z.enum(personLevels).nullable(),
    personKind: z.enum(personKinds).nullable(),
    /** 六.3.1)③: none while it is not known. */
    purchaseRoles: z.array(z.enum(purchaseRoles)),
    relationship: z.enum(relationshipLevels),
    attitude: z.enum(attitudes),
    /** 138****0000; the whole number is a deliberate act that leaves a trace. */
    phoneMask: z.string().nullable(),
    email: z.string().nullable(),
    wechat: z.string().nullable(),
    remarks: z.string().nullable(),
    isPrimary: z.boolean(),
    /** §3C: the day on which the person is made anonymous unless somebody deals with him before. */
    eraseOn: z.iso.date().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof contact>

export const contactPhone = requiredText(requiredCustomerFields.contactPhone, 40).refine(
  isPhone,
  `${requiredCustomerFields.contactPhone}格式不对，例如 13800000000 或 0871-63123456`,
)

export const contactName = requiredText(requiredCustomerFields.contactName, 60).refine(
  (text) => text === '' || isName(text),
  `${requiredCustomerFields.contactName}要有汉字或字母`,
)

const none = <T>(value: T | null | undefined): T | null => value ?? null

export const newContact = z
  .object({
    name: contactName,
    position: requiredText(requiredCustomerFields.contactPosition, 60),
    phone: contactPhone.nullish().transform(none),
    department: optionalText('部门', 60),
    departmentKind: z.enum(deptKinds).nullish().transform(none),
    level: z.enum(personLevels).nullish().transform(none),
    personKind: z.enum(personKinds).nullish().transform(none),
    purchaseRoles: z
      .array(z.enum(purchaseRoles))
      .default([])
      .transform((roles) => [...new Set(roles)]),
    relationship: z.enum(relationshipLevels).default('none'),
    attitude: z.enum(attitudes).default('unknown'),
    email: z
      .union([z.literal(''), z.email('邮箱格式不对').max(200)])
      .nullish()
      .transform((text) => text || null),
    wechat: optionalText('微信', 60),
    remarks: optionalText('备注', 1000),
    /** The person has seen that this customer has somebody of that name or number, and means another one. */
    confirmDuplicates: z.boolean().default(false),
  })
  .meta({ id: 'NewContact' })
export type NewContact = z.output<typeof newContact>

const version = z.int('缺少版本号').min(1)

/** The whole form; a phone that is left out stays, because the form only knows its mask. */
const contactInputs = newContact
  .extend({ phone: contactPhone.nullable().optional(), version })
  .meta({ id: 'ContactChanges' })
export type ContactChanges = z.output<typeof contactInputs>

const params = z.object({ id })

export const contactsApi = {
  list: endpoint({
    method: 'GET',
    path: '/customers/:id/contacts',
    summary: '一家客户的联系人',
    access: 'customers.read',
    params,
    reply: z.array(contact),
  }),
  create: endpoint({
    method: 'POST',
    path: '/customers/:id/contacts',
    summary: '新增联系人',
    access: 'customers.write',
    clause: '六.3.1)①',
    params,
    body: newContact,
    reply: contact,
    problems: ['duplicate_record'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/contacts/:id',
    summary: '修改联系人',
    access: 'customers.write',
    params,
    body: contactInputs,
    reply: contact,
    problems: ['version_conflict', 'duplicate_record'],
  }),
  makePrimary: endpoint({
    method: 'PUT',
    path: '/contacts/:id/primary',
    summary: '设为首要联系人',
    access: 'customers.write',
    params,
    reply: contact,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/contacts/:id',
    summary: '移除联系人',
    access: 'customers.write',
    params,
  }),
  restore: endpoint({
    method: 'DELETE',
    path: '/contacts/:id/removal',
    summary: '撤销移除联系人',
    access: 'customers.write',
    params,
    reply: contact,
  }),
  keep: endpoint({
    method: 'PUT',
    path: '/contacts/:id/keeping',
    summary: '联系人仍需保留（长期没有往来时）',
    access: 'customers.write',
    clause: '六.3.1)①',
    params,
    reply: contact,
  }),
  revealPhone: endpoint({
    method: 'POST',
    path: '/contacts/:id/phone-views',
    summary: '查看完整电话（留痕）',
    access: 'customers.read',
    clause: '三.1',
    unkept: true,
    params,
    reply: z.object({ phone: z.string().nullable() }),
  }),
}
