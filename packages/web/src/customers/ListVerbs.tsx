import { DownloadOutlined, MoreOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { type LinkProps, useNavigate, useRouter } from '@tanstack/react-router'
import type { Access } from '@zhuowei/contract/access.ts'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { PathLink } from '../app/PathLink.tsx'
import { useSession } from '../app/session.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import type { Selected } from './selection.ts'

/** The verbs of the list, and behind … what is looked after now and then. */
export function ListVerbs({
  shown,
  everything,
  onColumns,
}: {
  shown: Parameters<typeof ColumnChooser>[0]['shown']
  /** All that the list shows now. */
  everything: Selected
  onColumns: (keys: readonly string[]) => void
}) {
  const { rights } = useSession()
  const router = useRouter()
  const navigate = useNavigate()
  const [exporting, setExporting] = useState(false)
  const importing = '/customers/import'
  return (
    <>
      <ColumnChooser shown={shown} onChange={onColumns} />
      {rights.includes('customers.import') && importing in router.routesByPath && (
        <PathLink path={importing}>
          <Button icon={<UploadOutlined />}>导入</Button>
        </PathLink>
      )}
      {rights.includes('customers.export') && (
        <Button icon={<DownloadOutlined />} onClick={() => setExporting(true)}>
          导出
        </Button>
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
      <MoreMenu />
      {exporting && <ExportDialog selected={everything} onClose={() => setExporting(false)} />}
    </>
  )
}

/** The phone has room for two verbs; 导出 stands behind … there. */
export function PhoneListVerbs({ everything }: { everything: Selected }) {
  const { rights } = useSession()
  const [exporting, setExporting] = useState(false)
  const first = { key: 'export', label: '导出', onClick: () => setExporting(true) }
  return (
    <>
      <MoreMenu first={rights.includes('customers.export') ? [first] : []} />
      {exporting && <ExportDialog selected={everything} onClose={() => setExporting(false)} />}
    </>
  )
}

function MoreMenu({ first = [] }: { first?: { key: string; label: string; onClick: () => void }[] }) {
  const { rights } = useSession()
  const navigate = useNavigate()
  const pages = menuPages
    .filter(({ right }) => rights.includes(right))
    .map(({ to, label }) => ({ key: to, label, onClick: () => void navigate({ to }) }))
  const items = [...first, ...pages]
  if (items.length === 0) return null
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<MoreOutlined />} aria-label="更多" />
    </Dropdown>
  )
}

const menuPages = [
  { to: '/customers/duplicates', label: '重复客户', right: 'customers.merge' },
  { to: '/customers/bulk-changes', label: '批量修改记录', right: 'customers.write' },
  { to: '/customers/tags', label: '标签', right: 'customers.write' },
  { to: '/customers/exports', label: '导出登记', right: 'customers.export' },
  { to: '/customers/removed', label: '最近删除的客户', right: 'customers.transfer' },
] as const satisfies readonly { to: LinkProps['to']; label: string; right: Access }[]
