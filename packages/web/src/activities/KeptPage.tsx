import { CloudUploadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { useSession } from '../app/session.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './KeptPage.module.css'
import { useKeptVisits } from './outbox.ts'
import { useReopenKept } from './useReopenKept.ts'
import type { VisitDraft } from './visit-draft.ts'

interface KeptPageProps {
  customer: Customer
  draft: VisitDraft
  onAgain: () => void
}

/** Saved without a network: the person is done, the device is not. */
export function KeptPage({ customer, draft, onAgain }: KeptPageProps) {
  const { person } = useSession()
  const navigate = useNavigate()
  const reopen = useReopenKept()
  const visit = useKeptVisits(person.id).find(({ key }) => key === draft.key)
  const refusal = visit?.refusal ?? null
  return (
    <Page>
      <PageHeader title="已存在本机" onBack={() => navigate({ to: '/activities' })} />
      <Panel>
        <div className={styles.kept} role="status">
          <CloudUploadOutlined />
          <div>
            <strong>
              {customer.name}的拜访{visit ? '还没有上传' : '已经上传'}
            </strong>
            <p>{refusal === null ? (visit ? waiting : sent) : `服务器没有收下：${refusal}`}</p>
          </div>
        </div>
        <dl className={styles.facts}>
          <dt>拜访内容</dt>
          <dd>{draft.content}</dd>
          <dt>拜访的结果</dt>
          <dd>{draft.result}</dd>
        </dl>
        <div className={styles.verbs}>
          {visit && refusal !== null ? (
            <Button type="primary" onClick={() => reopen(visit)}>
              打开修改
            </Button>
          ) : (
            <Button type="primary" onClick={onAgain}>
              再记一次
            </Button>
          )}
          <Button onClick={() => navigate({ to: '/activities' })}>看拜访</Button>
        </div>
      </Panel>
    </Page>
  )
}

const waiting = '没有网络，已完整保存在这台设备上。联网后自动上传，只会记一次；上传前请不要清除浏览器数据。'
const sent = '网络恢复，已自动上传。'
