import { type ComplianceGridScope, complianceGridScope } from '@zhuowei/contract/exports.ts'
import { exportedText } from '@zhuowei/domain/exports/export.ts'
import type { Actor } from '../platform/actor.ts'
import { rightsOf } from '../platform/http/role-gate.ts'

interface Stored {
  customerIds: readonly string[]
  compliance: unknown
  rows: number | null
  withContacts: boolean
}

/** Which grid it is; null: a list of customers. */
export const gridOf = ({ compliance }: Pick<Stored, 'compliance'>): ComplianceGridScope | null =>
  compliance === null ? null : complianceGridScope.parse(compliance)

export const thingOf = ({ compliance }: Pick<Stored, 'compliance'>) =>
  compliance === null ? ('customers' as const) : ('compliance' as const)

/** `12 家客户`, `9 人的汇报合规`, as it stands in the register of events and in messages. */
export const nameOf = ({ customerIds, rows, withContacts, ...stored }: Stored): string =>
  exportedText(thingOf(stored), rows ?? customerIds.length, withContacts)

/** Whether the person would still see this grid on the page. */
export const stillSeesGrid = (actor: Actor, { divisionId }: ComplianceGridScope): boolean =>
  rightsOf(actor).includes('compliance.read') &&
  (actor.divisionId === null || actor.divisionId === divisionId)
