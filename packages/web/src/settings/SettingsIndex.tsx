import { RightOutlined } from '@ant-design/icons'
import { Navigate, useRouter } from '@tanstack/react-router'
import { PathLink } from '../app/PathLink.tsx'
import { useSession } from '../app/session.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './SettingsIndex.module.css'
import { visibleSections } from './sections.ts'

/** At the desk the tabs are always there; on the phone this list is the way to each page. */
export function SettingsIndex() {
  const { rights } = useSession()
  const router = useRouter()
  if (!usePhone()) {
    return (
      <Navigate to={rights.includes('people.write') ? '/settings/people' : '/settings/account'} replace />
    )
  }
  return (
    <Page>
      <PageHeader title="设置" onBack={() => void router.navigate({ to: '/me' })} />
      <Panel flush>
        <ul className={styles.sections}>
          {visibleSections(rights, (path) => path in router.routesByPath).map(({ path, label, note }) => (
            <li key={path}>
              <PathLink path={path}>
                <span>
                  {label}
                  <small>{note}</small>
                </span>
                <RightOutlined />
              </PathLink>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  )
}
