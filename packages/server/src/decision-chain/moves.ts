import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import {
  type Attitude,
  attitudeLabel,
  type RelationshipLevel,
  relationshipLevelLabel,
  relationshipLevels,
} from '@zhuowei/domain/customers/contact.ts'
import type { Reading } from '../platform/http/implement.ts'

const dayMs = 24 * 60 * 60 * 1000
const daysShown = 30
const rowsShown = 50

/** 六.4.4) who came nearer or went away in the last 30 days, the newest first. */
export async function recentMoves(
  { db, now }: Reading,
  customerId: string,
): Promise<OnServer<DecisionChain>['moves']> {
  const rows = await db
    .selectFrom('relationshipChanges as change')
    .innerJoin('contacts', 'contacts.id', 'change.contactId')
    .selectAll('change')
    .select('contacts.name')
    .where('change.customerId', '=', customerId)
    .where('contacts.deletedAt', 'is', null)
    .where('change.changedAt', '>=', new Date(now.getTime() - daysShown * dayMs))
    .orderBy('change.changedAt', 'desc')
    .orderBy('change.id', 'desc')
    .limit(rowsShown)
    .execute()
  return rows.flatMap((row) => {
    // Copied from columns of contacts that carry check constraints.
    const level = {
      from: row.relationshipFrom as RelationshipLevel,
      to: row.relationshipTo as RelationshipLevel,
    }
    const attitude = { from: row.attitudeFrom as Attitude, to: row.attitudeTo as Attitude }
    const common = { id: row.id, name: row.name, at: row.changedAt }
    const moves: Move[] = []
    if (level.from !== level.to)
      moves.push({
        ...{ ...common, what: 'relationship' },
        from: relationshipLevelLabel[level.from],
        to: relationshipLevelLabel[level.to],
        forward: relationshipLevels.indexOf(level.to) > relationshipLevels.indexOf(level.from),
      })
    if (attitude.from !== attitude.to)
      moves.push({
        ...{ ...common, what: 'attitude' },
        from: attitudeLabel[attitude.from],
        to: attitudeLabel[attitude.to],
        forward: favour[attitude.to] > favour[attitude.from],
      })
    return moves
  })
}

type Move = OnServer<DecisionChain>['moves'][number]

const favour: Record<Attitude, number> = { oppose: 0, unknown: 1, neutral: 2, support: 3 }
