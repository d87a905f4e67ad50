import type { Factor } from '@zhuowei/domain/projects/factors.ts'
import type { StageFacts } from '@zhuowei/domain/projects/gates.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { writtenFor } from './initiation.ts'

/**
 * What is on record for the gates of a project (§4C). Proposals, bids, negotiations and contracts are not kept yet: their gates
 * open by the manager's 放行 alone.
 */
export async function stageFacts(
  db: Database | Trx,
  { id, withoutCompetitor }: { id: string; withoutCompetitor: boolean },
): Promise<StageFacts> {
  const known = await db
    .selectFrom('projectFactors')
    .select(['code', 'confirmedOn'])
    .where('projectId', '=', id)
    .execute()
  const deciding = await db
    .selectFrom('projectRoleSlots')
    .innerJoin('contacts', 'contacts.id', 'projectRoleSlots.contactId')
    .select('contactId')
    .where('contacts.deletedAt', 'is', null)
    .where('projectId', '=', id)
    .where('role', '=', 'decision')
    .execute()
  const competing = await db
    .selectFrom('projectCompetitors')
    .select('competitorId')
    .where('projectId', '=', id)
    .execute()
  const confirmed = new Map(known.map(({ code, confirmedOn }) => [code, { confirmedOn }]))
  const factor = (code: Factor) => confirmed.get(code) ?? null
  return {
    information: {
      plan: factor('plan'),
      mainProblem: factor('need'),
      budget: factor('budget'),
      purchaseTime: factor('time'),
      decisionMakers: deciding.length,
      competitors: competing.length,
      withoutCompetitor,
    },
    initiation: await initiationOf(db, id),
    proposal: { versions: 0, presentations: 0, isRelationAdvanced: false },
    bid: null,
    negotiation: { records: 0, managerTookPart: false, contract: null, hasSignedScan: false },
    execution: { isFinallyAccepted: false, contractFen: 0, receivedFen: 0, retentionFen: 0 },
  }
}

/** 七.2.2) the application that counts: approved, or on its way. */
async function initiationOf(db: Database | Trx, projectId: string): Promise<StageFacts['initiation']> {
  const written = await writtenFor(db, projectId)
  if (written?.approvedAt) return 'approved'
  return written?.state === 'waiting' ? 'waiting' : null
}
