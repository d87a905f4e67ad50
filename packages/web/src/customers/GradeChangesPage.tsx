import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { readPages } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePages } from '../ui/usePages.ts'
import { GradeChangeList } from './GradeChangeList.tsx'

const route = getRouteApi('/shell/customers/grade-changes')

/** 六.1.2)②: every change of grade in one's scope; those that no report carries yet can be seen alone. */
export function GradeChangesPage() {
  const { open } = route.useSearch()
  const navigate = useNavigate()
  const source = usePages(readPages('customers', 'gradeChanges', { query: open ? { open } : {} }))
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
            value={open ? 'open' : 'all'}
            onChange={(value) =>
              void navigate({
                to: '/customers/grade-changes',
                search: value === 'open' ? { open: 'true' } : {},
              })
            }
            options={[
              { value: 'all', label: '全部' },
              { value: 'open', label: '未体现' },
            ]}
          />
        }
      />
      <Panel flush>
        <GradeChangeList
          source={source}
          named
          empty={open ? '没有未体现的等级变化，都写进汇报了。' : '还没有等级变化。'}
        />
      </Panel>
    </Page>
  )
}
