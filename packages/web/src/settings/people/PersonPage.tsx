import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { read } from '../../app/client.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PageSkeleton } from '../../ui/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RefusalBox } from '../../ui/RefusalBox.tsx'
import { PersonCard } from './PersonCard.tsx'
import styles from './PersonPage.module.css'

const route = getRouteApi('/shell/settings/people/$personId')

export function PersonPage() {
  const { personId } = route.useParams()
  const navigate = useNavigate()
  const person = useQuery(read('organisation', 'person', { params: { id: personId } }))
  const back = () => void navigate({ to: '/settings/people' })
  if (person.isPending) return <PageSkeleton />
  return (
    <Page>
      <PageHeader title={person.data?.name ?? '人员'} onBack={back} />
      {person.error ? (
        <RefusalBox error={person.error} onRetry={() => void person.refetch()} />
      ) : (
        <div className={styles.column}>
          <Panel>
            <div className={styles.card}>
              <PersonCard key={person.data.id} person={person.data} />
            </div>
          </Panel>
        </div>
      )}
    </Page>
  )
}
