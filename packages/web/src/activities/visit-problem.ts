import { ProblemError } from '@zhuowei/contract/client.ts'
import { problems } from '@zhuowei/contract/problems.ts'
import type * as z from 'zod'

/** Where the form has its own names for what the API asks. */
const formNames: Readonly<Record<string, string>> = {
  happenedAt: 'when',
  'customerUpdate.status': 'status',
  'customerUpdate.grade': 'grade',
  'customerUpdate.gradeReason': 'gradeReason',
  'customerUpdate.resources': 'resources',
}

type FieldError = { path: string; message: string }

/** A refusal by the form itself, before anything is sent: it is shown exactly like one by the server. */
export function refuseInput(errors: readonly FieldError[]): ProblemError {
  const { status, title } = problems.invalid_input
  return new ProblemError({
    type: '/problems/invalid_input',
    title,
    status,
    code: 'invalid_input',
    requestId: '',
    errors: errors.map(named),
  })
}

export function refuseIssues({ issues }: z.ZodError): ProblemError {
  return refuseInput(issues.map(({ path, message }) => ({ path: path.join('.'), message })))
}

/** The server's refusal with the names of the form; everything else stays what it is. */
export function inFormNames(error: unknown): unknown {
  if (!(error instanceof ProblemError) || !error.problem.errors) return error
  return new ProblemError({ ...error.problem, errors: error.problem.errors.map(named) })
}

function named({ path, message }: FieldError): FieldError {
  const line = /^feedback\.\d+\.lines\.(\d+\.\w+)$/.exec(path)?.[1]
  if (line) return { path: `competitors.${line}`, message }
  const answer = /^feedback\.\d+\.(text|lines)/.exec(path)?.[1]
  if (answer) return { path: answer === 'lines' ? 'competitors' : 'answers', message }
  return { path: formNames[path] ?? path, message }
}
