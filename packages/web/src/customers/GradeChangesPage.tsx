import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useDivisions } from '../app/useDivisions.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { GradeChangeList } from './GradeChangeList.tsx'
import { GradeMatrix } from './GradeMatrix.tsx'
import { GradeProposals } from './GradeProposals.tsx'
import { OwnerSelect } from './OwnerSelect.tsx'

const route = getRouteApi('/shell/customers/grade-changes')

const empty = {
  all: '还没有等级变化。',
  open: '没有未体现的等级变化，都写进汇报了。',
  frequent: '没有短期内反复调整的客户。',
} as const

/** 六.1.2)②: every change of grade in one's scope, by month and cell, those that no report carries yet, and what the system proposes. */
export function GradeChangesPage() {
  const { view, month, from, to, owner } = route.useSearch()
  const navigate = useNavigate()
  const { person } = useSession()
  const phone = usePhone()
  const latest = monthOf(shanghaiDate(useNow()))
  const decides = person.role === 'dm' || person.role === 'spm' || person.role === 'pm'
  const show = (search: ReturnType<typeof route.useSearch>) =>
    void navigate({ to: '/customers/grade-changes', search, replace: true })
  const matrix = (
    <GradeMatrix
      month={month ?? latest}
      latest={latest}
      from={from}
      to={to}
      onMonth={(next) => show({ month: next })}
      onCell={(cell) => show({ month: month ?? latest, ...cell })}
    />
  )
  return (
    <Page>
      <PageHeader
        title="等级变化"
        onBack={() => void navigate({ to: '/customers' })}
        note={
          <>
            必须在工作汇报中体现 <ClauseChip clause="六.1.2)②" />
          </>
        }
        views={
          <Segments
            label="看哪些"
            value={view ?? 'all'}
            onChange={(value) => show({ owner, ...(value !== 'all' && { view: value }) })}
            options={[
              { value: 'all', label: '全部' },
              { value: 'open', label: '未体现' },
              { value: 'frequent', label: '反复调整' },
              ...(decides ? [{ value: 'proposals' as const, label: '系统建议' }] : []),
            ]}
          />
        }
      />
      {view === 'proposals' ? (
        <Panel title="系统建议" note="由负责人决定，系统不改等级" flush>
          <GradeProposals />
        </Panel>
      ) : (
        <Columns aside={340}>
          {phone && !view && matrix}
          <Changes />
          {!phone && <Stack>{matrix}</Stack>}
        </Columns>
      )}
    </Page>
  )
}

function Changes() {
  const { view, month, from, to, owner, divisionId } = route.useSearch()
  const navigate = useNavigate()
  const { person } = useSession()
  const division = useDivisions().find(({ id }) => id === divisionId)
  const query = {
    ...(view === 'open' && { open: 'true' }),
    ...(view === 'frequent' && { frequent: 'true' }),
    ...(!view && { month, from, to }),
    ...(owner && { ownerId: [owner] }),
    ...(divisionId && { divisionId }),
  }
  const source = usePages(readPages('grades', 'changes', { query }))
  const choose = (next: string | undefined) =>
    void navigate({
      to: '/customers/grade-changes',
      search: { view, month, from, to, divisionId, owner: next },
      replace: true,
    })
  const [year, number] = month?.split('-') ?? []
  return (
    <Panel
      title={from && to ? `由 ${from} 级到 ${to} 级` : view === 'open' ? '未体现的等级变化' : '等级变化'}
      note={[division?.name, month && !view && `${year} 年 ${Number(number)} 月`].filter(Boolean).join('，')}
      extra={
        <>
          {(month || from || divisionId) && (
            <Button
              size="small"
              type="link"
              onClick={() => void navigate({ to: '/customers/grade-changes', search: {}, replace: true })}
            >
              看全部
            </Button>
          )}
          {person.role !== 'pm' && <OwnerSelect value={owner} onChange={choose} />}
        </>
      }
      flush
    >
      <GradeChangeList
        source={source}
        named
        empty={
          owner
            ? '这位负责人没有这样的变化。'
            : month
              ? '这个月没有这样的变化。'
              : empty[view === 'open' ? 'open' : view === 'frequent' ? 'frequent' : 'all']
        }
      />
    </Panel>
  )
}
