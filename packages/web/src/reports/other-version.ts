import { ProblemError } from '@zhuowei/contract/client.ts'
import { reportLine } from '@zhuowei/contract/report-shapes.ts'
import * as z from 'zod'

const stored = z.object({
  version: z.number(),
  description: z.array(reportLine),
  result: z.array(reportLine),
  issue: z.string().nullable(),
})

/** What another window or the phone has saved meanwhile, when that is why a save was refused. */
export function otherVersion(error: unknown): z.output<typeof stored> | null {
  if (!(error instanceof ProblemError) || error.problem.code !== 'version_conflict') return null
  return stored.safeParse(error.problem.facts?.current).data ?? null
}
