import { MoreOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import type { Access } from '@zhuowei/contract/access.ts'
import { Button, Dropdown } from 'antd'
import { useSession } from '../app/session.ts'

const entries = [
  { key: 'duplicates', label: '重复客户', to: '/customers/duplicates', right: 'customers.merge' },
  { key: 'exports', label: '导出登记', to: '/customers/exports', right: 'customers.export' },
  { key: 'removed', label: '最近删除的客户', to: '/customers/removed', right: 'customers.transfer' },
] as const satisfies readonly { key: string; label: string; to: string; right: Access }[]

/** The pages behind the list that one needs now and then. */
export function MoreMenu() {
  const { rights } = useSession()
  const navigate = useNavigate()
  const items = entries.filter(({ right }) => rights.includes(right))
  if (items.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: items.map(({ key, label, to }) => ({ key, label, onClick: () => void navigate({ to }) })),
      }}
    >
      <Button icon={<MoreOutlined />} aria-label="更多" />
    </Dropdown>
  )
}
