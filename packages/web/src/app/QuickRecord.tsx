import { EditOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { quickRecords } from './quick-records.tsx'
import { useSession } from './session.ts'

/** 记一笔: the few things that are written down many times a day, one click from everywhere. */
export function QuickRecord() {
  const router = useRouter()
  const { rights } = useSession()
  const items = quickRecords(rights, (path) => path in router.routesByPath)
  if (items.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: items.map(({ path, label, icon }) => ({ key: path, label, icon })),
        onClick: ({ key }) => router.navigate({ href: key }),
      }}
    >
      <Button icon={<EditOutlined />}>记一笔</Button>
    </Dropdown>
  )
}
