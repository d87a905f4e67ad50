import { IdcardOutlined, RightOutlined, UserOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { visibleGroups } from '../app/navigation.tsx'
import { PathLink } from '../app/PathLink.tsx'
import { useSession } from '../app/session.ts'
import { signOut } from '../app/sign-out.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Portrait } from '../ui/Portrait.tsx'
import { Segments } from '../ui/Segments.tsx'
import { type Appearance, chooseAppearance, useAppearance } from '../ui/theme/appearance.ts'
import styles from './MePage.module.css'

/** 我的: who I am here, the other pages, appearance, signing out. */
export function MePage() {
  const { person, roleLabel, division, regions, rights, greeting } = useSession()
  const { appearance } = useAppearance()
  const router = useRouter()
  const pages = visibleGroups(rights, (path) => path in router.routesByPath).flat()
  return (
    <Page>
      <PageHeader title="我的" />
      <Panel>
        <div className={styles.person}>
          <Portrait name={person.name} size={44} />
          <div>
            <strong>{person.name}</strong>
            <p>
              {[roleLabel, division?.name, ...regions.map((region) => region.name)]
                .filter(Boolean)
                .join('，')}
            </p>
            <p>工号 {person.employeeNo}</p>
            <p>
              接电话说“{greeting}” <ClauseChip clause="三.7" />
            </p>
          </div>
        </div>
      </Panel>
      <Panel flush>
        <ul className={styles.pages}>
          {pages.map(({ path, label, icon }) => (
            <li key={path}>
              <PathLink path={path}>
                {icon}
                <span>{label}</span>
                <RightOutlined />
              </PathLink>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel flush>
        <ul className={styles.pages}>
          <li>
            <PathLink path="/badge">
              <IdcardOutlined />
              <span>工牌卡</span>
              <RightOutlined />
            </PathLink>
          </li>
          <li>
            <PathLink path="/settings/account">
              <UserOutlined />
              <span>我的账号</span>
              <RightOutlined />
            </PathLink>
          </li>
        </ul>
      </Panel>
      <Panel title="外观">
        <Segments<Appearance>
          label="外观"
          value={appearance}
          onChange={chooseAppearance}
          options={[
            { value: 'auto', label: '跟随系统' },
            { value: 'light', label: '浅色' },
            { value: 'dark', label: '深色' },
          ]}
        />
      </Panel>
      <Button block size="large" onClick={signOut}>
        退出登录
      </Button>
    </Page>
  )
}
