import type { StepDefinition, Who } from '@zhuowei/domain/approvals/definition.ts'
import {
  type ApprovalDefinition,
  type ApprovalKind,
  definitionOn,
} from '@zhuowei/domain/approvals/definition.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** The way of a kind that holds in a division on a day. */
export async function definitionFor(
  db: Database | Trx,
  divisionId: string,
  kind: ApprovalKind,
  date: PlainDate,
): Promise<ApprovalDefinition> {
  return definitionOn(await decidedDefinitions(db, divisionId), kind, date)
}

/** What administrators have decided for a division, the newest first; `setDefinition` let only valid ones in. */
export function decidedDefinitions(db: Database | Trx, divisionId: string) {
  return db
    .selectFrom('approvalDefinitions')
    .innerJoin('people', 'people.id', 'approvalDefinitions.createdBy')
    .select([
      'approvalDefinitions.id',
      'effectiveFrom',
      'approvalDefinitions.createdBy',
      'reason',
      'people.name',
    ])
    .select((row) => [
      row.ref('kind').$castTo<ApprovalKind>().as('kind'), // approval_definitions_kind_known
      row.ref('steps').$castTo<StepDefinition[]>().as('steps'),
      row.ref('copies').$castTo<Who[]>().as('copies'),
    ])
    .where('approvalDefinitions.divisionId', '=', divisionId)
    .orderBy('effectiveFrom', 'desc')
    .execute()
}
