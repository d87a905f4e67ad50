import { grades } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'
import { person, role, version } from './person-shapes.ts'
import { id, optionalText, personRef, plainDate } from './shapes.ts'

export const departure = z
  .object({
    leavingDate: plainDate,
    /** Shuts the account at once instead of at the end of the last day. */
    shutNow: z.boolean().default(false),
    handover: z.object({
      /** Null puts the customers into the pool of the division manager (§3A). */
      to: id.nullable(),
      exceptions: z
        .array(z.object({ customerId: id, to: id.nullable() }))
        .max(5000)
        .default([]),
    }),
    regionOwners: z
      .array(z.object({ regionId: id, ownerId: id }))
      .max(50)
      .default([]),
    /** Who takes over the people that reported to a manager who leaves. */
    newManagerId: id.nullish().transform((value) => value ?? null),
    /** Who goes on with open 交办 and 遗留问题; without a name the receiver of the customers. */
    workTo: id.nullish().transform((value) => value ?? null),
    reason: optionalText('说明', 500),
    version,
  })
  .meta({ id: 'Departure' })

export const departurePreview = z
  .object({
    person,
    customers: z.array(
      z.object({ id, number: z.string(), name: z.string(), grade: z.enum(grades), regionName: z.string() }),
    ),
    customersTotal: z.int(),
    byGrade: z.object({ A: z.int(), B: z.int(), C: z.int() }),
    openNextSteps: z.int(),
    unreflectedGradeChanges: z.int(),
    /** What needs a new 派单, and what is solved and only waits for its callback. */
    openComplaints: z.object({ toDispatch: z.int(), inCallback: z.int() }),
    /** 交办 and 遗留问题 that are not closed, and what the person assigned to others. */
    openWork: z.object({ tasks: z.int(), actionItems: z.int(), givenTasks: z.int() }),
    /** Who could go on with them. */
    workers: z.array(personRef),
    regions: z.array(z.object({ id, name: z.string(), candidates: z.array(personRef) })),
    reports: z.array(personRef),
    successors: z.array(
      z.object({ id, name: z.string(), role, customers: z.int(), sharesRegion: z.boolean() }),
    ),
    managers: z.array(personRef),
    /** Why the person cannot leave yet, in sentences. */
    obstacles: z.array(z.string()),
  })
  .meta({ id: 'DeparturePreview' })
export type DeparturePreview = z.infer<typeof departurePreview>

export const handedOver = z.object({
  person,
  customers: z.int(),
  /** Their numbers. */
  complaints: z.object({ toDispatch: z.array(z.string()), inCallback: z.array(z.string()) }),
  work: z.object({ tasks: z.int(), actionItems: z.int() }),
  regions: z.int(),
  reports: z.int(),
})
