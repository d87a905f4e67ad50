import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { ErasureProof, PersonalRequest } from '@zhuowei/contract/personal-requests.ts'
import type { PersonalRequestKind, PersonalRequestState } from '@zhuowei/domain/profiles/request.ts'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { seesNames, visibleRequests } from './access.ts'

interface ListQuery {
  open?: 'true' | 'false'
  cursor?: string
  limit: number
}

/** Newest first; the open ones are the page's first view. */
export async function listRequests({ db, actor }: Reading, { open, cursor, limit }: ListQuery) {
  let rows = selectRequests(db, actor)
    .orderBy('personalRequests.createdAt', 'desc')
    .orderBy('personalRequests.id', 'desc')
    .limit(limit + 1)
  if (open)
    rows = rows.where('personalRequests.state', open === 'true' ? 'in' : 'not in', ['open', 'approved'])
  if (cursor) {
    const [at, id] = readCursor(cursor, 2)
    rows = rows.where(
      sql<boolean>`(personal_requests.created_at, personal_requests.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const found = await rows.execute()
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => present(row, actor)),
    next: found.length > limit && last ? cursorOf(last.createdAt.toISOString(), last.id) : null,
  }
}

export async function getRequest({ db, actor }: Reading, id: string): Promise<OnServer<PersonalRequest>> {
  const row = await selectRequests(db, actor).where('personalRequests.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(row, actor)
}

function selectRequests(db: Database | Trx, actor: Actor) {
  return visibleRequests(db, actor)
    .innerJoin('divisions', 'divisions.id', 'personalRequests.divisionId')
    .innerJoin('customers', 'customers.id', 'personalRequests.customerId')
    .innerJoin('contacts', 'contacts.id', 'personalRequests.contactId')
    .innerJoin('people as recorder', 'recorder.id', 'personalRequests.createdBy')
    .leftJoin('people as decider', 'decider.id', 'personalRequests.decidedBy')
    .leftJoin('people as eraser', 'eraser.id', 'personalRequests.erasedBy')
    .selectAll('personalRequests')
    .select([
      'divisions.name as divisionName',
      'customers.name as customerName',
      'contacts.name as contactName',
      'recorder.name as recorderName',
      'decider.name as deciderName',
      'eraser.name as eraserName',
    ])
    .select((row) => [
      row.ref('personalRequests.kind').$castTo<PersonalRequestKind>().as('kind'), // personal_requests_kind_known
      row.ref('personalRequests.state').$castTo<PersonalRequestState>().as('state'), // personal_requests_state_known
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRequests>['execute']>>[number]

function present(row: Row, actor: Actor): OnServer<PersonalRequest> {
  const { id, number, kind, state, receivedOn, dueOn, decidedAt, finishedAt, version } = row
  const named = seesNames(actor)
  return {
    ...{ id, number, kind, state, receivedOn, dueOn, decidedAt, finishedAt, version },
    division: { id: row.divisionId, name: row.divisionName },
    customer: named ? { id: row.customerId, name: row.customerName } : null,
    contact: named ? { id: row.contactId, name: row.contactName } : null,
    evidence: named ? row.evidence : null,
    answer: named ? row.answer : null,
    recordedBy: { id: row.createdBy, name: row.recorderName },
    recordedAt: row.createdAt,
    decidedBy: row.decidedBy ? { id: row.decidedBy, name: row.deciderName ?? '' } : null,
    erasedBy: row.erasedBy ? { id: row.erasedBy, name: row.eraserName ?? '' } : null,
    proof: proofFor(row.proof as ErasureProof | null, named), // written by `eraseContact` only
    can: {
      copy: named && kind === 'copy' && state === 'open',
      decide: named && state === 'open',
      erase: actor.role === 'adm' && state === 'approved',
    },
  }
}

/** Where the person is still named is for the manager, who sends people there. */
const proofFor = (proof: ErasureProof | null, named: boolean): ErasureProof | null =>
  proof && (named ? proof : { ...proof, mentions: [] })
