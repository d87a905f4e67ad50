import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { firstDayOfMonth, lastDayOfMonth } from '@zhuowei/domain/calendar/dates.ts'
import { codesOf } from '@zhuowei/domain/codes.ts'
import * as z from 'zod'

const several = <T extends z.ZodType>(item: T) =>
  z
    .union([z.array(item), item.transform((one) => [one])])
    .optional()
    .catch(undefined)

/** The whole view is in the address: which month, what, whose, and which record stands open beside it. */
export const attendanceSearch = z.object({
  /** Left out: this month. */
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  kind: z.enum(codesOf(absenceKindLabel)).optional().catch(undefined),
  personId: several(z.uuid()),
  open: z.uuid().optional().catch(undefined),
})
export type AttendanceSearch = z.output<typeof attendanceSearch>

/** Whatever touches the month belongs to it, also what began before. */
export const rangeOfMonth = (month: string) => ({ from: firstDayOfMonth(month), to: lastDayOfMonth(month) })
