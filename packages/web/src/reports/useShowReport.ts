import { useNavigate } from '@tanstack/react-router'

/** From an editor to what was just filed, which then says what it counts as. */
export function useShowReport(): (reportId: string) => void {
  const navigate = useNavigate()
  return (reportId) =>
    void navigate({
      to: '/reports/$reportId',
      params: { reportId },
      search: { submitted: 'true' },
      replace: true,
    })
}
