import { streamBoxes } from '@zhuowei/contract/report-shapes.ts'
import { reportKinds } from '@zhuowei/domain/reports/kinds.ts'
import * as z from 'zod'

/** The address of the stream: a link opens the same box with the same report. */
export const teamSearch = z.object({
  box: z.enum(streamBoxes).optional().catch(undefined),
  kind: z.enum(reportKinds).optional().catch(undefined),
  personId: z.uuid().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  q: z.string().trim().min(1).max(60).optional().catch(undefined),
  open: z.uuid().optional().catch(undefined),
})
export type TeamSearch = z.infer<typeof teamSearch>
