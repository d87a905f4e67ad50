import { type ProblemCode, problems } from '@zhuowei/contract/problems.ts'

export interface FieldError {
  path: string
  message: string
}

/**
 * What a person can cause: the only exception that becomes a 4xx. `errors` name the fields, `facts` explain the reason
 * (for example both versions of a conflict), `params` fill the sentence of the code.
 */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly params: Record<string, string | number>
  readonly detail: string | undefined
  readonly errors: FieldError[] | undefined
  readonly facts: Record<string, unknown> | undefined

  constructor(
    code: ProblemCode,
    more: {
      detail?: string
      params?: Record<string, string | number>
      errors?: FieldError[]
      facts?: Record<string, unknown>
    } = {},
  ) {
    super(more.detail ?? code)
    this.code = code
    this.status = problems[code].status
    this.params = more.params ?? {}
    this.detail = more.detail
    this.errors = more.errors
    this.facts = more.facts
  }

  get title(): string {
    return problems[this.code].title.replace(/\{(\w+)\}/g, (_, name: string) =>
      String(this.params[name] ?? ''),
    )
  }
}

export const notFound = () => new Refusal('not_found')
export const forbidden = (detail?: string) => new Refusal('forbidden', { detail })

/** One field is wrong; the sentence stands beside it on the screen. */
export const invalid = (path: string, message: string) =>
  new Refusal('invalid_input', { errors: [{ path, message }] })
