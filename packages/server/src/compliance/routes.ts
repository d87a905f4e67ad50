import { complianceApi } from '@zhuowei/contract/compliance.ts'
import type { LedgerRow } from '../obligations/ledger.ts'
import { implement, type Writing } from '../platform/http/implement.ts'
import { complianceCell, obligationStory } from './cell.ts'
import { countedObligations } from './counted.ts'
import { rejectSpecialReason, upholdObligation, waiveObligation, withdrawWaiver } from './decisions.ts'
import { complianceGrid } from './grid.ts'
import { openObligations } from './missing.ts'
import { compliancePeriods } from './periods.ts'
import { specialReasonTally, weeklyCompliance } from './trends.ts'

export const complianceRoutes = implement(complianceApi, {
  grid: (request) => complianceGrid(request, request.query),
  cell: (request) => complianceCell(request, request.params),
  periods: (request) => compliancePeriods(request, request.query),
  obligation: (request) => obligationStory(request, request.params.id),
  missing: (request) => openObligations(request, request.query.divisionId),
  counted: (request) => countedObligations(request, request.query),
  weekly: (request) => weeklyCompliance(request, request.query),
  specialReasons: (request) => specialReasonTally(request, request.query),
  waive: async (request) =>
    cellOf(request, await waiveObligation(request, request.params.id, request.body.reason)),
  withdrawWaiver: async (request) =>
    cellOf(request, await withdrawWaiver(request, request.params.id, request.body.reason)),
  rejectReason: async (request) =>
    cellOf(request, await rejectSpecialReason(request, request.params.id, request.body.reason)),
  uphold: async (request) =>
    cellOf(request, await upholdObligation(request, request.params.id, request.body.reason)),
})

const cellOf = (writing: Writing, { id }: LedgerRow) => obligationStory(writing, id)
