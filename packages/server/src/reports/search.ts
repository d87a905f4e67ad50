import { sql } from 'kysely'
import { type Content, headlineOf } from './content.ts'

const termsAtMost = 8

/** What was typed as terms that a report must all contain; width and case of letters do not matter. */
function termsOf(q: string): string[] {
  return q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, termsAtMost)
}

const words = sql`shown_words(reports.description, reports.result, reports.issue, reports.submitted_at)`

// 完成情况 of a week is its author's draft until it is submitted; until then only the plan is found.
const planned = sql`report_words(reports.description, '[]', null)`

/** Full text by characters: any two neighbouring ones find the report (index reports_words), the whole term decides. */
export function saysAll(q: string) {
  const each = termsOf(q).map((term) => {
    const like = likeOf(term)
    // A single character has no pair; without an index it still looks only through what the reader may see.
    const found =
      [...term].length < 2
        ? sql<boolean>`${words} like ${like}`
        : sql<boolean>`character_pairs(${words}) @> character_pairs(${term}) and ${words} like ${like}`
    return sql<boolean>`((reports.submitted_at is not null and ${found}) or
      (reports.submitted_at is null and reports.plan_submitted_at is not null and ${planned} like ${like}))`
  })
  return each.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(each, sql` and `)})`
}

/** The own reports, drafts too: so few that they are read through without an index. */
export function ownWordsSay(q: string) {
  const each = termsOf(q).map(
    (term) =>
      sql<boolean>`report_words(reports.description, reports.result, reports.issue) like ${likeOf(term)}`,
  )
  return each.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(each, sql` and `)})`
}

const likeOf = (term: string) => `%${term.replace(/[%_\\]/g, '\\$&')}%`

const around = 24

/** One line of a report for a list: where the search was found, otherwise what it is about. */
export const headlineFor = (content: Content, q: string | undefined): string =>
  (q && passageOf(content, q)) || headlineOf(content)

/** The line in which the first term was found, from shortly before it. */
function passageOf({ description, result, issue }: Content, q: string): string | null {
  const [term] = termsOf(q)
  if (!term) return null
  for (const text of [...result, ...description].map((line) => line.text).concat(issue ?? '')) {
    const place = text.normalize('NFKC').toLowerCase().indexOf(term)
    if (place < 0) continue
    const from = Math.max(0, place - around)
    const piece = text.slice(from, from + 3 * around)
    return `${from > 0 ? '…' : ''}${piece}${from + 3 * around < text.length ? '…' : ''}`
  }
  return null
}
