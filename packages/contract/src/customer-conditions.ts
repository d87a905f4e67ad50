import { accountSources, accountStatuses, accountTypes } from '@zhuowei/domain/customers/account.ts'
import { grades, tradeStatuses } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'
import { id } from './shapes.ts'

/** Where the next step stands: nothing agreed, agreed, or its day has passed. */
export const nextStepStates = ['none', 'planned', 'overdue'] as const

const among = { op: z.enum(['in', 'notIn']) }
const several = <T extends z.ZodType>(item: T) => z.array(item).min(1, '请选择条件的值').max(50)
const text = {
  op: z.enum(['contains', 'notContains']),
  value: z.string().trim().min(1, '请填写条件的值').max(40),
}
const number = { op: z.enum(['atLeast', 'atMost']), value: z.int('请填写整数').min(0).max(10_000) }

const condition = z.discriminatedUnion(
  'field',
  [
    z.object({ field: z.literal('grade'), ...among, value: several(z.enum(grades)) }),
    z.object({ field: z.literal('tradeStatus'), ...among, value: several(z.enum(tradeStatuses)) }),
    z.object({ field: z.literal('status'), ...among, value: several(z.enum(accountStatuses)) }),
    z.object({ field: z.literal('type'), ...among, value: several(z.enum(accountTypes)) }),
    z.object({ field: z.literal('source'), ...among, value: several(z.enum(accountSources)) }),
    z.object({ field: z.literal('regionId'), ...among, value: several(id) }),
    z.object({ field: z.literal('ownerId'), ...among, value: several(z.union([id, z.literal('none')])) }),
    z.object({ field: z.literal('tagId'), ...among, value: several(id) }),
    z.object({ field: z.literal('nextStep'), ...among, value: several(z.enum(nextStepStates)) }),
    z.object({ field: z.literal('name'), ...text }),
    z.object({ field: z.literal('city'), ...text }),
    z.object({ field: z.literal('silentDays'), ...number }),
    z.object({ field: z.literal('createdDays'), ...number }),
    z.object({ field: z.literal('contactCount'), ...number }),
    z.object({ field: z.literal('formCompleteness'), ...number }),
  ],
  '没有这个条件',
)
export type Condition = z.output<typeof condition>

const join = z.enum(['and', 'or'])

/** Conditions in groups: each group by 并且 or 或者, and the groups among themselves. */
export const where = z.object({
  join,
  groups: z
    .array(z.object({ join, items: z.array(condition).min(1).max(10) }))
    .min(1)
    .max(5),
})
export type Where = z.output<typeof where>

/** As it stands in an address: one text. */
export const whereParam = z
  .string()
  .max(4000, '条件太多，请减少几个')
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json)
    } catch {
      context.addIssue({ code: 'custom', message: '条件无法识别' })
      return z.NEVER
    }
  })
  .pipe(where)
