import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import type { Profile, ProfileStatus } from '@zhuowei/contract/profiles.ts'
import { useState } from 'react'
import { read } from '../app/client.ts'
import { Columns, Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { KeptHow } from './KeptHow.tsx'
import { Look } from './Look.tsx'
import { NoProfile } from './NoProfile.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { ProfileWords } from './ProfileWords.tsx'
import styles from './profiles.module.css'
import { Renew } from './Renew.tsx'

const route = getRouteApi('/shell/contacts/$contactId/profile')

/**
 * 受限画像 (六.3.1)④, §3C): first why, then the words; they stand in the memory of this page view only, so that leaving or loading it
 * again asks anew. Nothing of it is printed.
 */
export function ProfilePage() {
  const { contactId } = route.useParams()
  const router = useRouter()
  const { data, error, refetch } = useQuery({
    ...read('profiles', 'status', { params: { id: contactId } }),
    refetchOnWindowFocus: false,
  })
  if (!data && error)
    return (
      <Page>
        <PageHeader title="受限画像" onBack={() => router.history.back()} />
        <RefusalBox error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data) return <PageSkeleton />
  const { contact, customer } = data
  return (
    <Page>
      <PageHeader
        title={`${contact.name}的受限画像`}
        note={
          <>
            {contact.position}，
            <Link
              className={styles.link}
              to="/customers/$customerId"
              params={{ customerId: customer.id }}
              search={{ tab: 'contacts' }}
            >
              {customer.name}
            </Link>
          </>
        }
        onBack={() => router.history.back()}
      />
      <p className={styles.paper}>受限画像不打印。</p>
      <div className={styles.screen}>
        <Columns aside={340}>
          <Content key={`${data.version}`} status={data} reload={() => void refetch()} />
          <KeptHow status={data} />
        </Columns>
      </div>
    </Page>
  )
}

function Content({ status, reload }: { status: ProfileStatus; reload: () => void }) {
  const [looked, setLooked] = useState<Profile | null>(null)
  const [writing, setWriting] = useState(false)
  if (writing && status.can.save)
    return (
      <ProfileForm
        status={status}
        profile={looked}
        onCancel={() => setWriting(false)}
        onStale={() => {
          setWriting(false)
          setLooked(null)
          reload()
        }}
      />
    )
  if (status.state === 'hidden') return <Renew status={status} />
  if (status.state !== 'kept') return <NoProfile status={status} onWrite={() => setWriting(true)} />
  if (!looked) return <Look status={status} onLooked={setLooked} />
  return (
    <ProfileWords
      profile={looked}
      onWrite={status.can.save ? () => setWriting(true) : undefined}
      onClose={() => setLooked(null)}
    />
  )
}
