import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type AccountStatus, accountStatuses, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './Board.module.css'
import { BoardColumn } from './BoardColumn.tsx'
import { useMoveCard } from './useMoveCard.ts'

const route = getRouteApi('/shell/customers/board')

/** 六.2.3)② the customers by 客户状态; a card that is moved changes its status. The phone shows one column at a time. */
export function BoardPage() {
  const { all, status: chosen } = route.useSearch()
  const { person } = useSession()
  const navigate = useNavigate()
  const phone = usePhone()
  const sells = person.role === 'pm' || person.role === 'spm'
  const filters = sells && !all ? { ownerId: [person.id] } : {}
  const sums = useSums(filters)
  const status = chosen ?? accountStatuses.find((one) => sums(one).count > 0) ?? 'potential'
  const move = useMoveCard()
  const show = (next: { all?: 'true' | undefined; status?: AccountStatus }) =>
    void navigate({ to: '/customers/board', search: { all, status: chosen, ...next }, replace: true })
  return (
    <Page full={!phone}>
      <div className={phone ? styles.phone : styles.page}>
        <PageHeader
          title="客户看板"
          onBack={() => void navigate({ to: '/customers' })}
          note={
            <>
              {phone ? '用“移到”改客户状态' : '拖动卡片，或用“移到”改客户状态'}{' '}
              <ClauseChip clause="六.2.3)②" />
            </>
          }
          views={
            sells && (
              <Segments
                label="看谁的"
                value={all ? 'all' : 'mine'}
                onChange={(next) => show({ all: next === 'all' ? 'true' : undefined })}
                options={[
                  { value: 'mine', label: '我的' },
                  { value: 'all', label: '片区' },
                ]}
              />
            )
          }
        />
        {move.error && <RefusalBox error={move.error} />}
        {phone && (
          <fieldset className={styles.statuses} aria-label="客户状态">
            {accountStatuses.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === status}
                onClick={() => show({ status: one })}
              >
                {accountStatusLabel[one]} {sums(one).count}
              </button>
            ))}
          </fieldset>
        )}
        <div className={phone ? undefined : styles.board}>
          {accountStatuses
            .filter((one) => !phone || one === status)
            .map((one) => (
              <BoardColumn
                key={one}
                status={one}
                filters={filters}
                sums={sums(one)}
                onMove={(card, to) => move.mutate({ card, to })}
              />
            ))}
        </div>
      </div>
    </Page>
  )
}

/** How many stand in each column, and how many of them are A customers. */
function useSums(filters: { ownerId?: string[] }) {
  const options = { placeholderData: keepPreviousData, staleTime: 60_000 }
  const whole = useQuery({ ...read('customers', 'summary', { query: filters }), ...options }).data
  const important = useQuery({
    ...read('customers', 'summary', { query: { ...filters, grade: ['A'] } }),
    ...options,
  }).data
  return (status: AccountStatus) => {
    const of = (summary: typeof whole) =>
      summary?.facets.status.find(({ value }) => value === status)?.count ?? 0
    return { count: of(whole), important: of(important) }
  }
}
