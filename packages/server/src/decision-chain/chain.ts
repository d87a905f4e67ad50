import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { blindSpots } from '@zhuowei/domain/decision-chain/blind-spots.ts'
import { vacantRoles } from '@zhuowei/domain/decision-chain/person.ts'
import type { RelationKind } from '@zhuowei/domain/decision-chain/relation.ts'
import { relationshipStanding } from '@zhuowei/domain/decision-chain/standing.ts'
import { may } from '../customers/access.ts'
import { contactsOf } from '../customers/contact-view.ts'
import { visibleCustomers } from '../customers/scope.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { lastContacts } from './last-contacts.ts'
import { recentMoves } from './moves.ts'

type View = OnServer<DecisionChain>

/** 六.3.1)③④, 六.4) the people of a customer as one picture; a colleague of the region sees that they are there, and no more (§3A R-r*). */
export async function getDecisionChain(reading: Reading, id: string): Promise<View> {
  const { db, actor, now } = reading
  const customer = await visible(reading, id)
  const { name } = customer
  if (!may.seeContacts(actor, customer)) return maskedChain(reading, customer)
  const today = shanghaiDate(now)
  const { parameters } = await loadRules(db, customer.divisionId, today)
  const people = await peopleOf(reading, customer)
  const relations = await relationsOf(reading, id)
  return {
    customer: { id, name },
    people,
    relations,
    vacantRoles: vacantRoles(people),
    blindSpots: blindSpots({ people, relations }, today, parameters),
    standing: relationshipStanding(people, customer.formCompleteness, parameters),
    consensus: await consensusOf(reading, id),
    moves: await recentMoves(reading, id),
    masked: false,
    can: { edit: may.edit(actor, customer) },
  }
}

type Customer = Awaited<ReturnType<typeof visible>>

async function visible({ db, actor }: Reading, id: string) {
  const row = await db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', id)
    .select(['id', 'divisionId', 'regionId', 'ownerId', 'name', 'formCompleteness'])
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

async function maskedChain(reading: Reading, customer: Customer): Promise<View> {
  const contacts = await contactsOf(reading, customer)
  const { id, name } = customer
  return {
    customer: { id, name },
    people: contacts.map(({ id, name, position, department, level, personKind, version }) => ({
      ...{ id, name, position, department, level, personKind, version },
      ...{ purchaseRoles: [], relationship: 'none', attitude: 'unknown' },
      ...{ objection: null, countermeasure: null, lastContactOn: null, lastContactBy: null, place: null },
    })),
    ...{ relations: [], vacantRoles: [], blindSpots: [], standing: null, moves: [] },
    consensus: { text: null, on: null, by: null, version: 0 },
    masked: true,
    can: { edit: false },
  }
}

async function peopleOf(reading: Reading, customer: Customer): Promise<View['people']> {
  const { db } = reading
  const contacts = await contactsOf(reading, customer)
  const met = await lastContacts(db, customer.id)
  const places = await placesOf(reading, customer.id)
  const stances = await db
    .selectFrom('contacts')
    .select(['id', 'objection', 'countermeasure'])
    .where('customerId', '=', customer.id)
    .where('deletedAt', 'is', null)
    .execute()
  return contacts.map((contact) => {
    const { id, name, position, department, level, personKind, purchaseRoles, version } = contact
    const { relationship, attitude } = contact
    const stance = stances.find((row) => row.id === id)
    const last = met.get(id)
    const [x, y] = places[id] ?? []
    return {
      ...{
        id,
        name,
        position,
        department,
        level,
        personKind,
        purchaseRoles,
        relationship,
        attitude,
        version,
      },
      objection: stance?.objection ?? null,
      countermeasure: stance?.countermeasure ?? null,
      lastContactOn: last?.on ?? null,
      lastContactBy: last?.by ?? null,
      place: x === undefined || y === undefined ? null : { x, y },
    }
  })
}

/** One whose people are both still there. */
async function relationsOf({ db }: Reading, customerId: string): Promise<View['relations']> {
  const rows = await db
    .selectFrom('contactRelations as relation')
    .innerJoin('contacts as one', 'one.id', 'relation.fromId')
    .innerJoin('contacts as other', 'other.id', 'relation.toId')
    .select(['relation.id', 'relation.fromId', 'relation.toId', 'relation.kind', 'relation.note'])
    .select('relation.version')
    .where('relation.customerId', '=', customerId)
    .where('one.deletedAt', 'is', null)
    .where('other.deletedAt', 'is', null)
    .orderBy('relation.id')
    .execute()
  // check constraint contact_relations_kind_known
  return rows.map((row) => ({ ...row, kind: row.kind as RelationKind }))
}

async function consensusOf({ db }: Reading, customerId: string): Promise<View['consensus']> {
  const row = await db
    .selectFrom('decisionMaps as map')
    .leftJoin('people', 'people.id', 'map.consensusBy')
    .select(['map.consensus', 'map.consensusOn', 'map.version', 'people.id', 'people.name'])
    .where('map.customerId', '=', customerId)
    .executeTakeFirst()
  return {
    text: row?.consensus ?? null,
    on: row?.consensusOn ?? null,
    by: row?.id && row.name ? { id: row.id, name: row.name } : null,
    version: row?.version ?? 0,
  }
}

async function placesOf({ db }: Reading, customerId: string) {
  const row = await db
    .selectFrom('decisionMaps')
    .select('places')
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  return (row?.places ?? {}) as Record<string, [number, number]> // written by `arrange` alone
}
