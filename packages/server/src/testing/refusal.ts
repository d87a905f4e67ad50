import { ProblemError } from '@zhuowei/contract/client.ts'
import type { Problem } from '@zhuowei/contract/shapes.ts'

/** The problem with which a call was refused; a call that went through is the failure. */
export async function refusal(call: Promise<unknown>): Promise<Problem> {
  const answer = await call.catch((error: unknown) => error)
  if (answer instanceof ProblemError) return answer.problem
  throw new Error(`应当被拒绝，却得到 ${JSON.stringify(answer)}`)
}
