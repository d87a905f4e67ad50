import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Portrait } from '../ui/Portrait.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './AccountPage.module.css'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'

/** 我的账号: who the system takes me for, my password, and where I am signed in. */
export function AccountPage() {
  const navigate = useNavigate()
  return (
    <Page>
      {usePhone() && <PageHeader title="我的账号" onBack={() => void navigate({ to: '/settings' })} />}
      <Columns aside={420}>
        <Stack>
          <Me />
          <Devices />
          <ConfidentialityPromise />
        </Stack>
        <Stack>
          <Panel title="修改密码" note="改后其他设备要重新登录">
            <OwnPasswordForm />
          </Panel>
        </Stack>
      </Columns>
    </Page>
  )
}

function Me() {
  const { person, roleLabel, division, regions, greeting } = useSession()
  const place = [division?.name, ...regions.map(({ name, owned }) => (owned ? `${name}（片区经理）` : name))]
  return (
    <Panel title="我" extra={<Link to="/badge">工牌卡</Link>}>
      <div className={styles.me}>
        <Portrait name={person.name} size={40} />
        <div>
          <strong>{person.name}</strong>
          <p>{[roleLabel, ...place.filter(Boolean)].join('，')}</p>
          <p>
            工号 {person.employeeNo}，用户名 {person.username}
          </p>
          <p>
            接电话说“{greeting}” <ClauseChip clause="三.7" />
          </p>
        </div>
      </div>
    </Panel>
  )
}

function Devices() {
  const devices = useQuery(read('session', 'list'))
  const changes = ['session']
  const revoke = useCommand((id: string) => client.session.revoke({ params: { id } }), { changes })
  const revokeOthers = useCommand(() => client.session.revokeOthers(), { changes })
  const items = devices.data?.items
  return (
    <Panel
      flush
      title="登录着的设备"
      extra={
        items &&
        items.length > 1 && (
          <Button size="small" loading={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>
            其他设备都退出
          </Button>
        )
      }
    >
      {devices.error && <RefusalBox error={devices.error} onRetry={() => void devices.refetch()} />}
      {!items && !devices.error && <ListSkeleton rows={2} />}
      <ul className={styles.devices}>
        {items?.map((device) => (
          <li key={device.id}>
            <div>
              <p>
                <strong>{device.device}</strong>{' '}
                {device.current && <StateTag tone="green">这台设备</StateTag>}
              </p>
              <p className={styles.facts}>
                <InstantText at={device.signedInAt} /> 登录
                {device.address && `，来自 ${device.address}`}，
                <InstantText at={device.expiresAt} /> 到期
              </p>
            </div>
            {!device.current && (
              <Button
                size="small"
                aria-label={`让 ${device.device} 退出`}
                loading={revoke.isPending && revoke.variables === device.id}
                onClick={() => revoke.mutate(device.id)}
              >
                退出
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function ConfidentialityPromise() {
  const promise = useQuery(read('session', 'confidentiality')).data
  return (
    <Panel title="保密承诺" note={<ClauseChip clause="三.1" />}>
      <p className={styles.clause}>{promise?.clause}</p>
      {promise?.acknowledgedAt && (
        <p className={styles.facts}>
          上次确认：
          <InstantText at={promise.acknowledgedAt} />
          ，每年确认一次
        </p>
      )}
    </Panel>
  )
}
