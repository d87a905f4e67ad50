import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Merges } from './Merges.tsx'
import { Pairs } from './Pairs.tsx'

const route = getRouteApi('/shell/customers/duplicates')

/** OA(3): what may stand on record twice, what was found to be two, and what was merged and can still be taken back. */
export function DuplicatesPage() {
  const { view } = route.useSearch()
  const navigate = useNavigate()
  return (
    <Page>
      <PageHeader
        title="重复客户"
        onBack={() => void navigate({ to: '/customers' })}
        note={
          <>
            名称相近或电话相同的客户，每十分钟核对一次 <ClauseChip clause="二.2.4)(3)" />
          </>
        }
        views={
          <Segments
            label="看哪些"
            value={view ?? 'open'}
            onChange={(next) =>
              void navigate({
                to: '/customers/duplicates',
                search: next === 'open' ? {} : { view: next },
                replace: true,
              })
            }
            options={[
              { value: 'open', label: '待处理' },
              { value: 'dismissed', label: '不是重复' },
              { value: 'merged', label: '已合并' },
            ]}
          />
        }
      />
      <Panel flush>{view === 'merged' ? <Merges /> : <Pairs dismissed={view === 'dismissed'} />}</Panel>
    </Page>
  )
}
