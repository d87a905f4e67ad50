import * as z from 'zod'

/** A point in time; ISO 8601 on the wire, `Date` on the server. */
export const instant = z.iso.datetime({ offset: true }).brand<'Instant'>()
export type Instant = z.infer<typeof instant>

/** A business date in Asia/Shanghai, `YYYY-MM-DD`. */
export const plainDate = z.iso.date('日期格式应为 2026-11-23')

export const id = z.uuid('编号格式不对')

/** A required single-line text; the sentence says what is missing. */
export const requiredText = (label: string, max = 200) =>
  z
    .string(`请填写${label}`)
    .trim()
    .min(1, `请填写${label}`)
    .max(max, `${label}不能超过 ${max} 个字`)
    .refine(hasNoControlCharacters, `${label}里有无法保存的字符`)

/** Why something of a trace is done (三.1): long enough to say it. */
export const shortestReason = 4

export const reasonText = (label: string) =>
  requiredText(label).refine(
    (text) => text.length === 0 || [...text].length >= shortestReason,
    `${label}至少写 ${shortestReason} 个字，让看记录的人明白`,
  )

/** A text that may be empty and then stays an empty one. */
export const anyText = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${label}不能超过 ${max} 个字`)
    .refine(hasNoControlCharacters, `${label}里有无法保存的字符`)

/** An optional text: blank and absent are the same and become null. */
export const optionalText = (label: string, max = 2000) =>
  z
    .string()
    .trim()
    .max(max, `${label}不能超过 ${max} 个字`)
    .refine(hasNoControlCharacters, `${label}里有无法保存的字符`)
    .nullish()
    .transform((text) => text || null)

/** A query parameter that may be repeated: `?grade=A&grade=B`. */
export const repeated = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item).max(50), item.transform((one) => [one])]).optional()

/** One page of a keyset-paged list; `next` is the cursor of the following page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** A labelled reference to another record, as lists show it. */
export const personRef = z.object({ id, name: z.string() }).meta({ id: 'PersonRef' })

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** Facts behind the refusal, for example both versions of a conflict. */
    facts: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>

/** PostgreSQL stores no NUL, and other control characters never come from a person's keyboard. */
function hasNoControlCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
}
