import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import type { SpecialReason } from '@zhuowei/domain/reports/timeliness.ts'
import type { SpecialReasonGiven } from './content.ts'

interface FilingColumns {
  submittedAt: Date | null
  autoSubmitted: boolean
  completeSince: Date | null
  specialReasonKind: string | null
  specialReason: string | null
  planSubmittedAt: Date | null
  planAutoSubmitted: boolean
  planCompleteSince: Date | null
  planSpecialReasonKind: string | null
  planSpecialReason: string | null
}

interface Filing extends SpecialReasonGiven {
  submittedAt: Date | null
  autoSubmitted: boolean
  completeSince: Date | null
}

/** How the part of a report stands that answers to this obligation: a weekly record has two, any other one. */
export function filingOf(kind: ObligationKind, row: FilingColumns): Filing {
  const { submittedAt, autoSubmitted, completeSince, specialReason } = row
  const kindOf = (text: string | null) => text as SpecialReason | null // written from the contract's enum
  if (kind !== 'weekly_plan')
    return {
      ...{ submittedAt, autoSubmitted, completeSince, specialReason },
      specialReasonKind: kindOf(row.specialReasonKind),
    }
  return {
    submittedAt: row.planSubmittedAt,
    autoSubmitted: row.planAutoSubmitted,
    completeSince: row.planCompleteSince,
    specialReasonKind: kindOf(row.planSpecialReasonKind),
    specialReason: row.planSpecialReason,
  }
}

/** The same as columns to be written. */
export function filingColumns(kind: ObligationKind, filing: Partial<Filing>): Partial<FilingColumns> {
  if (kind !== 'weekly_plan') return filing
  const { submittedAt, autoSubmitted, completeSince, specialReasonKind, specialReason } = filing
  return {
    ...(submittedAt !== undefined && { planSubmittedAt: submittedAt }),
    ...(autoSubmitted !== undefined && { planAutoSubmitted: autoSubmitted }),
    ...(completeSince !== undefined && { planCompleteSince: completeSince }),
    ...(specialReasonKind !== undefined && { planSpecialReasonKind: specialReasonKind }),
    ...(specialReason !== undefined && { planSpecialReason: specialReason }),
  }
}
