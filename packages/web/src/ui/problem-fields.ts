import type { Problem } from '@zhuowei/contract/shapes.ts'

/** The refusal of a form, taken apart: what belongs beside a field and what belongs above the form. */
export interface FormRefusal {
  fields: Readonly<Record<string, string>>
  /** Sentences for which the form has no field. */
  general: readonly string[]
}

/** Sorts the errors of a problem by field. A path below a field (`contacts.0.phone`) keeps its full path and marks the field too. */
export function fieldsOf(problem: Problem, known: readonly string[]): FormRefusal {
  const fields: Record<string, string> = {}
  const general: string[] = []
  for (const { path, message } of problem.errors ?? []) {
    const field = path.split('.')[0] ?? ''
    if (!known.includes(field)) {
      general.push(message)
      continue
    }
    fields[path] ??= message
    fields[field] ??= message
  }
  if (problem.detail && Object.keys(fields).length === 0 && general.length === 0) general.push(problem.detail)
  return { fields, general }
}
