import type { Competitor, CompetitorQuery } from '@zhuowei/contract/competitors.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { sql } from 'kysely'
import { readableForms } from '../feedback/access.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayEditCompetitor, visibleCompetitors } from './access.ts'

const notesShown = 100

/** By name; where one met them counts the customers whose form one may read. */
export async function listCompetitors(reading: Reading, query: CompetitorQuery) {
  const { db, actor } = reading
  const met = readableForms(db, actor)
    .innerJoin('competitorNotes as note', 'note.customerId', 'customers.id')
    .where(sql<boolean>`note.competitor_id = competitors.id`)
  let rows = visibleCompetitors(db, actor)
    .select(['competitors.id', 'competitors.name', 'competitors.products'])
    .select([
      met.select(sql<number>`count(distinct note.customer_id)::int`.as('n')).as('customers'),
      met.select((note) => note.fn.max('note.notedOn').as('on')).as('lastNotedOn'),
    ])
    .orderBy('competitors.name')
    .orderBy('competitors.id')
    .limit(query.limit + 1)
  if (query.q) rows = rows.where('competitors.name', 'ilike', `%${query.q.replace(/[%_\\]/g, '\\$&')}%`)
  if (query.cursor) {
    const [name, id] = readCursor(query.cursor, 2)
    rows = rows.where(sql<boolean>`(competitors.name, competitors.id) > (${name}, ${id}::uuid)`)
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({ ...row, customers: row.customers ?? 0 })),
    next: found.length > query.limit && last ? cursorOf(last.name, last.id) : null,
  }
}

/** The card, and below it what the feedback forms said, as far as one may read them. */
export async function getCompetitor(reading: Reading, id: string): Promise<OnServer<Competitor>> {
  const { db, actor } = reading
  const row = await visibleCompetitors(db, actor)
    .innerJoin('people as updater', 'updater.id', 'competitors.updatedBy')
    .where('competitors.id', '=', id)
    .selectAll('competitors')
    .select('updater.name as updaterName')
    .executeTakeFirst()
  if (!row) throw notFound()
  const said = readableForms(db, actor)
    .innerJoin('competitorNotes as note', 'note.customerId', 'customers.id')
    .innerJoin('regions', 'regions.id', 'customers.regionId')
    .where('note.competitorId', '=', id)
  const [notes, regions] = await Promise.all([
    said
      .innerJoin('people as writer', 'writer.id', 'note.writtenBy')
      .select(['note.id', 'note.assessment', 'note.notedOn', 'note.writtenBy', 'writer.name as writerName'])
      .select(['customers.id as customerId', 'customers.name as customerName', 'regions.name as region'])
      .orderBy('note.writtenAt', 'desc')
      .orderBy('note.id', 'desc')
      .limit(notesShown)
      .execute(),
    said
      .select(['regions.name', sql<number>`count(distinct customers.id)::int`.as('customers')])
      .groupBy('regions.name')
      .orderBy('customers', 'desc')
      .orderBy('regions.name')
      .execute(),
  ])
  const { name, background, products, strengths, weaknesses, accountManagers, leaders, salesStyle } = row
  return {
    ...{ id, name, background, products, strengths, weaknesses, accountManagers, leaders, salesStyle },
    version: row.version,
    updatedAt: row.updatedAt,
    updatedBy: { id: row.updatedBy, name: row.updaterName },
    regions,
    notes: notes.map((note) => ({
      id: note.id,
      customer: { id: note.customerId, name: note.customerName },
      region: note.region,
      assessment: note.assessment,
      notedOn: note.notedOn,
      writtenBy: { id: note.writtenBy, name: note.writerName },
    })),
    can: { edit: mayEditCompetitor(actor, row) },
  }
}
