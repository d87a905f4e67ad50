import type { DeparturePreview } from '@zhuowei/contract/departure.ts'

/** 'each' asks per customer; 'pool' gives them to the division manager to hand out. */
export type HandoverWay = 'one' | 'each' | 'pool'

export interface DepartureValues {
  leavingDate: string
  shutNow: boolean
  way: HandoverWay
  to: string | null
  /** Customer → receiver, where it differs from `to`; null is the pool. */
  exceptions: Readonly<Record<string, string | null>>
  /** Region → new owner. */
  owners: Readonly<Record<string, string>>
  newManagerId: string | null
  workTo: string | null
  reason: string
}

/** The likeliest answers: somebody of the same region, who also takes the region. */
export function startOf(preview: DeparturePreview, today: string): DepartureValues {
  const near = preview.successors.find((colleague) => colleague.sharesRegion)
  const owners = preview.regions.flatMap(({ id, candidates: [first] }) => (first ? [[id, first.id]] : []))
  return {
    leavingDate: preview.person.record?.leavingDate ?? today,
    shutNow: false,
    way: near ? 'one' : 'pool',
    to: near?.id ?? null,
    exceptions: {},
    owners: Object.fromEntries(owners),
    newManagerId: preview.managers.length === 1 ? (preview.managers[0]?.id ?? null) : null,
    workTo: preview.workers.find(({ id }) => id === near?.id)?.id ?? null,
    reason: '',
  }
}

export const hasOpenWork = ({ openWork }: DeparturePreview) => openWork.tasks + openWork.actionItems > 0

/** What is sent, in the words of the contract. */
export function departureBody(values: DepartureValues, preview: DeparturePreview) {
  const { leavingDate, shutNow, way, to, exceptions, owners, newManagerId, workTo, reason } = values
  return {
    leavingDate,
    shutNow,
    handover: {
      to: way === 'pool' ? null : to,
      exceptions:
        way === 'each'
          ? Object.entries(exceptions).map(([customerId, receiver]) => ({ customerId, to: receiver }))
          : [],
    },
    regionOwners: preview.regions.flatMap(({ id }) => {
      const ownerId = owners[id]
      return ownerId ? [{ regionId: id, ownerId }] : []
    }),
    newManagerId: preview.reports.length > 0 ? newManagerId : null,
    workTo: hasOpenWork(preview) ? workTo : null,
    reason,
    version: preview.person.version,
  }
}

/** Who gets how many, the most first; null is the pool. */
export function shares(values: DepartureValues, preview: DeparturePreview): [string | null, number][] {
  const { way, to, exceptions } = values
  const { customersTotal } = preview
  if (customersTotal === 0) return []
  if (way === 'pool') return [[null, customersTotal]]
  const counts = new Map<string | null, number>([[to, customersTotal]])
  for (const receiver of way === 'each' ? Object.values(exceptions) : []) {
    counts.set(to, (counts.get(to) ?? 0) - 1)
    counts.set(receiver, (counts.get(receiver) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one)
}
