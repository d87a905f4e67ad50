import { useQuery } from '@tanstack/react-query'
import { countedTo } from '@zhuowei/contract/limits.ts'
import { client } from './client.ts'

export interface NavigationCount {
  shown: string
  /** What the number counts, for the tooltip and for people who hear the page. */
  sentence: string
  urgent: boolean
}

const refreshMs = 5 * 60_000

/** What waits behind each item, by path; an item where nothing waits has no number. */
export function useNavigationCounts(): Partial<Record<string, NavigationCount>> {
  const { data } = useQuery({
    // Kept among the reports, so that whatever loads these again, live messages included, counts them again.
    queryKey: ['reports', 'navigation'],
    queryFn: ({ signal }) => client.navigation.counts({ signal }),
    staleTime: 60_000,
    // A deadline passes without anybody writing anything.
    refetchInterval: refreshMs,
  })
  if (!data) return {}
  const { unread, owed, inGrace } = data.reports
  const toWrite = owed > 0 && `要写 ${owed} 份${inGrace > 0 ? `，其中 ${inGrace} 份在宽限期内` : ''}`
  const toRead = unread > 0 && `未读 ${upTo(unread)} 份`
  return {
    ...(toRead && { '/reports/team': { shown: upTo(unread), sentence: toRead, urgent: false } }),
    ...((toWrite || toRead) && {
      '/reports': {
        shown: upTo(unread + owed),
        sentence: [toWrite, toRead].filter(Boolean).join('；'),
        urgent: inGrace > 0,
      },
    }),
  }
}

const upTo = (count: number) => (count >= countedTo ? `${countedTo - 1}+` : String(count))
