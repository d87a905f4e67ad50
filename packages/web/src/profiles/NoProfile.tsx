import { StopOutlined, UserOutlined } from '@ant-design/icons'
import type { ProfileStatus } from '@zhuowei/contract/profiles.ts'
import { Button } from 'antd'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Panel } from '../ui/Panel.tsx'

/** Nothing is kept, or the division does not do it (G25). */
export function NoProfile({ status, onWrite }: { status: ProfileStatus; onWrite: () => void }) {
  return (
    <Panel>
      {status.state === 'off' ? (
        <EmptyState
          icon={<StopOutlined />}
          title="本事业部已停用受限画像"
          note="已有的不能查看，到期清除。要恢复，请系统管理员改制度参数。"
        />
      ) : (
        <EmptyState
          icon={<UserOutlined />}
          title={`还没有${status.contact.name}的受限画像`}
          note={
            status.can.save
              ? '个人经历、教育、专长、兴趣、嗜好、行为特点、生涯、家庭：只写业务需要、来源正当的。'
              : '由客户负责人填写。'
          }
          action={
            status.can.save && (
              <Button type="primary" onClick={onWrite}>
                填写受限画像
              </Button>
            )
          }
        />
      )}
    </Panel>
  )
}
