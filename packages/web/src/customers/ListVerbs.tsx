import { MoreOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { type LinkProps, useNavigate, useRouter } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { PathLink } from '../app/PathLink.tsx'
import { useSession } from '../app/session.ts'
import { ColumnChooser } from './ColumnChooser.tsx'

/** The verbs of the list, and behind … what is looked after now and then. */
export function ListVerbs({
  shown,
  onColumns,
}: {
  shown: Parameters<typeof ColumnChooser>[0]['shown']
  onColumns: (keys: readonly string[]) => void
}) {
  const { rights } = useSession()
  const router = useRouter()
  const navigate = useNavigate()
  const importing = '/customers/import'
  return (
    <>
      <ColumnChooser shown={shown} onChange={onColumns} />
      {rights.includes('customers.import') && importing in router.routesByPath && (
        <PathLink path={importing}>
          <Button icon={<UploadOutlined />}>导入</Button>
        </PathLink>
      )}
      {rights.includes('customers.write') && (
        <Button
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => void navigate({ to: '/customers/new' })}
        >
          新客户
        </Button>
      )}
      {rights.includes('customers.write') && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...(rights.includes('customers.merge') ? [{ key: 'duplicates', label: '重复客户' }] : []),
              { key: 'bulk-changes', label: '批量修改记录' },
              { key: 'tags', label: '标签' },
              ...(rights.includes('customers.transfer') ? [{ key: 'removed', label: '最近删除的客户' }] : []),
            ],
            onClick: ({ key }) => void navigate({ to: menuPages[key] ?? '/customers' }),
          }}
        >
          <Button icon={<MoreOutlined />} aria-label="更多" />
        </Dropdown>
      )}
    </>
  )
}

const menuPages: Readonly<Record<string, LinkProps['to']>> = {
  duplicates: '/customers/duplicates',
  'bulk-changes': '/customers/bulk-changes',
  tags: '/customers/tags',
  removed: '/customers/removed',
}
