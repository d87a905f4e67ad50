import { useQuery } from '@tanstack/react-query'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'

/** Those whose leave this person approves: the manager's staff, or 总经理's managers (三.3-b, the direct superior). */
export function useStaff() {
  const { person, division } = useSession()
  const { data } = useQuery({
    ...read('organisation', 'people', {
      query: {
        ...(division && { divisionId: [division.id] }),
        role: division ? ['spm', 'pm', 'oa'] : ['dm'],
        limit: 200,
      },
    }),
    staleTime: 10 * 60_000,
  })
  return (data?.items ?? []).filter(({ id }) => id !== person.id)
}
