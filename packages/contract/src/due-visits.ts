import { grades } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, pageOf, personRef, plainDate, repeated } from './shapes.ts'

const params = z.object({ id })

const dueVisit = z
  .object({
    id,
    number: z.string(),
    name: z.string(),
    grade: z.enum(grades),
    regionName: z.string(),
    owner: personRef.nullable(),
    lastActivityAt: instant,
    /** Nobody has been there; the instant above is the day of entry. */
    neverSeen: z.boolean(),
    dueOn: plainDate,
    daysOver: z.int(),
    /** A visit that stands in somebody's plan. */
    plannedOn: plainDate.nullable(),
    can: z.object({ plan: z.boolean() }),
  })
  .meta({ id: 'DueVisit' })
export type DueVisit = z.output<typeof dueVisit>

const dueVisitQuery = z.object({
  grade: repeated(z.enum(grades)),
  /** `none` is the manager's pool. */
  ownerId: repeated(z.union([id, z.literal('none')])),
  regionId: repeated(id),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type DueVisitQuery = z.output<typeof dueVisitQuery>

const overdue = z.object({ grade: z.enum(grades), customers: z.int(), overdue: z.int() })

const byPerson = z
  .object({
    /** Null is the manager's pool. */
    owner: personRef.nullable(),
    grades: z.array(overdue),
    planned: z.int(),
  })
  .meta({ id: 'DueVisitsByPerson' })
export type DueVisitsByPerson = z.output<typeof byPerson>

const byRegion = z
  .object({ region: z.object({ id, name: z.string() }), grades: z.array(overdue) })
  .meta({ id: 'CustomersByRegion' })
export type CustomersByRegion = z.output<typeof byRegion>

export const dueVisitsApi = {
  list: endpoint({
    method: 'GET',
    path: '/due-visits',
    summary: '遗忘客户：超过拜访间隔没有往来的，超得最久的在前',
    access: 'customers.read',
    clause: '六.4.1)',
    query: dueVisitQuery,
    reply: pageOf(dueVisit),
  }),
  people: endpoint({
    method: 'GET',
    path: '/due-visits/people',
    summary: '遗忘客户按负责人',
    access: 'customers.read',
    clause: '六.4.1)',
    reply: z.array(byPerson),
  }),
  regions: endpoint({
    method: 'GET',
    path: '/due-visits/regions',
    summary: '各片区的客户和遗忘客户，按等级',
    access: 'customers.read',
    clause: '六.4.1)',
    reply: z.array(byRegion),
  }),
  plan: endpoint({
    method: 'PUT',
    path: '/customers/:id/planned-visit',
    summary: '计划一次拜访；记下往来后自动完成',
    access: 'activities.write',
    clause: '六.4.1)',
    params,
    body: z.object({ on: plainDate.nullable() }),
    reply: z.object({ id, plannedOn: plainDate.nullable() }),
  }),
}
