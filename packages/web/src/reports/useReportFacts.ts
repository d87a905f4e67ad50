import { useQuery } from '@tanstack/react-query'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { client } from '../app/client.ts'
import type { Fact } from './report-draft.ts'

/** What the system knows of the period of a submitted report of one's own, to see what came after it. */
export function useReportFacts({ id, kind, period, weekly }: Report) {
  return useQuery({
    queryKey: ['reports', 'facts', id],
    queryFn: ({ signal }) => factsOf({ kind, period }, signal),
    // A week of which only the plan is written has not happened yet.
    enabled: weekly === null || weekly.summary !== null,
  })
}

/** Of a day everything; a week, a month and a trip are told in one's own words, so of them only what came afterwards. */
async function factsOf(
  { kind, period }: Pick<Report, 'kind' | 'period'>,
  signal: AbortSignal,
): Promise<readonly Fact[]> {
  switch (kind) {
    case 'daily':
      return (await client.reports.openDaily({ params: { date: period }, signal })).facts
    case 'weekly':
      return newsIn((await client.reports.openWeekly({ params: { week: period }, signal })).summary)
    case 'monthly':
      return newsIn(await client.reports.openMonthly({ params: { month: period }, signal }))
    case 'trip':
      return newsIn(await client.reports.openTrip({ params: { tripId: period }, signal }))
  }
}

const newsIn = ({ facts }: { facts: readonly Fact[] }) => facts.filter(({ news }) => news)
