import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { Button } from 'antd'
import { read, readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePages } from '../ui/usePages.ts'
import { DueVisitRows } from './DueVisitRows.tsx'
import { DueVisitsByPerson } from './DueVisitsByPerson.tsx'

const route = getRouteApi('/shell/customers/forgotten')

/** 六.4.1) whom we left alone for longer than the grade allows, and beside it who has how many of them. */
export function DueVisitsPage() {
  const { grade, owner, region } = route.useSearch()
  const { person } = useSession()
  const navigate = useNavigate()
  const sells = person.role === 'pm' || person.role === 'spm'
  const ownerId = owner ?? (sells && !region ? person.id : undefined)
  const source = usePages(
    readPages('dueVisits', 'list', {
      query: {
        ...(grade && { grade: [grade] }),
        ...(ownerId && { ownerId: [ownerId] }),
        ...(region && { regionId: [region] }),
      },
    }),
  )
  const people = useQuery(read('dueVisits', 'people'))
  const regions = useQuery({ ...read('dueVisits', 'regions'), enabled: region !== undefined })
  const ownerName =
    owner === 'none' ? '经理池' : people.data?.find((one) => one.owner?.id === owner)?.owner?.name
  const regionName = regions.data?.find((one) => one.region.id === region)?.region.name
  const whose = ownerName ?? regionName
  const show = (next: {
    grade?: Grade | undefined
    owner?: string | undefined
    region?: string | undefined
  }) =>
    void navigate({ to: '/customers/forgotten', search: { grade, owner, region, ...next }, replace: true })
  return (
    <Page>
      <PageHeader
        title="遗忘客户"
        onBack={() => void navigate({ to: '/customers' })}
        note={
          <>
            超过本级的拜访间隔没有往来，超得最久的在前 <ClauseChip clause="六.4.1)" />{' '}
            <ClauseChip clause="系统默认" dashed />
          </>
        }
        views={
          <Segments
            label="看哪一级"
            value={grade ?? 'all'}
            onChange={(next) => show({ grade: next === 'all' ? undefined : next })}
            options={[
              { value: 'all', label: '全部' },
              { value: 'A', label: 'A 级' },
              { value: 'B', label: 'B 级' },
              { value: 'C', label: 'C 级' },
            ]}
          />
        }
      />
      <Columns aside={360}>
        <Panel
          title={whose ? `${whose}的客户` : ownerId ? '我的客户' : '客户'}
          extra={
            whose && (
              <Button type="link" size="small" onClick={() => show({ owner: undefined, region: undefined })}>
                {sells ? '看我的' : '看全部'}
              </Button>
            )
          }
          flush
        >
          <DueVisitRows source={source} named={!ownerId} />
        </Panel>
        <Stack>
          <DueVisitsByPerson people={people} onChoose={(id) => show({ owner: id, region: undefined })} />
        </Stack>
      </Columns>
    </Page>
  )
}
