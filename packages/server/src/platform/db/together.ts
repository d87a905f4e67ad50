import { type SelectQueryBuilder, sql } from 'kysely'
import type { Database, Trx } from './connect.ts'

/** Rows as JSON carries them and as they come back: a column that holds an instant is named for it (`at`, `…At`), and no other is. */
type Carried<R> = {
  [K in keyof R]: Extract<R[K], Date> extends never
    ? R[K]
    : K extends 'at' | `${string}At`
      ? R[K]
      : 'an instant must be named …At'
}

// biome-ignore lint/suspicious/noExplicitAny: a question may come from any tables; only its rows matter here
type Question<R> = SelectQueryBuilder<any, any, R>
export type Ask = <R extends Carried<R>>(question: Question<R>) => Promise<R[]>

/** For whoever has nothing to ask beside it. */
export const alone: Ask = (question) => question.execute()

interface Asked {
  question: Question<unknown>
  answer: (rows: unknown[]) => void
  fail: (error: unknown) => void
}

/**
 * Small questions that are asked at the same time go to the database as one statement: on a page with a dozen of them the way there
 * costs more than the answers.
 */
export function together(db: Database | Trx): Ask {
  let waiting: Asked[] = []
  const send = async () => {
    const asked = waiting
    waiting = []
    try {
      const parts = asked.map(
        ({ question }, index) =>
          sql`(select coalesce(json_agg(answer), '[]') from ${question} as answer) as ${sql.id(`q${index}`)}`,
      )
      const { rows } = await sql<Record<string, Row[]>>`select ${sql.join(parts)}`.execute(db)
      for (const [index, { answer }] of asked.entries()) answer((rows[0]?.[`q${index}`] ?? []).map(asRow))
    } catch (error) {
      for (const { fail } of asked) fail(error)
    }
  }
  return <R>(question: Question<R>) =>
    new Promise<R[]>((resolve, reject) => {
      // After everything that is about to ask has asked.
      if (waiting.length === 0) process.nextTick(send)
      waiting.push({
        question,
        answer: (rows) => resolve(rows as R[]), // the columns of the question, by their own names and types
        fail: reject,
      })
    })
}

type Row = Record<string, unknown>

/** By its name in the database: what a column is called here, and whether it holds an instant. */
const columns = new Map<string, { name: string; isInstant: boolean }>()

function columnOf(given: string) {
  const known = columns.get(given)
  if (known) return known
  const name = given.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const column = { name, isInstant: /(^at|At)$/.test(name) }
  columns.set(given, column)
  return column
}

function asRow(given: Row): Row {
  const row: Row = {}
  for (const [key, value] of Object.entries(given)) {
    const { name, isInstant } = columnOf(key)
    row[name] = isInstant && typeof value === 'string' ? new Date(value) : value
  }
  return row
}
