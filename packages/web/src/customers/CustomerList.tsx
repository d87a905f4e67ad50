import { Link, useNavigate } from '@tanstack/react-router'
import type { CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TwoLineList } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import type { ListSource } from '../ui/usePages.ts'
import styles from './CustomerList.module.css'
import { ColumnHeads, type ColumnKey, CustomerRow, gridOf } from './columns.tsx'
import { type CustomersSearch, isFiltered } from './customers-search.ts'

export interface CustomerListProps {
  search: CustomersSearch
  source: ListSource<CustomerListItem> & { first: { leftOut: boolean } | undefined }
  shown: readonly ColumnKey[]
  checked?: { keys: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void }
  /** “1,204” or “10,000+”, once it has been counted. */
  total: string | undefined
  onChange: (next: Partial<CustomersSearch>) => void
}

export function CustomerList({ search, source, shown, checked, total, onChange }: CustomerListProps) {
  const navigate = useNavigate()
  const phone = usePhone()
  const now = useNow()
  const open = (id: string) => void navigate({ to: '/customers/$customerId', params: { customerId: id } })
  return (
    <>
      {search.q && source.first?.leftOut && (source.items?.length ?? 0) > 0 && (
        <p className={styles.leftOut} role="status">
          没有名称含“{search.q}”的客户，下面是名称相近的。
        </p>
      )}
      <TwoLineList
        label="客户"
        source={source}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        columns={phone ? 'minmax(0, 1fr) max-content' : gridOf(shown)}
        head={<ColumnHeads shown={shown} />}
        row={(customer) => <CustomerRow customer={customer} shown={shown} now={now} />}
        selected={phone ? null : (search.open ?? null)}
        onSelect={(id) => (phone && id ? open(id) : onChange({ open: id ?? undefined }))}
        onOpen={({ id }) => open(id)}
        {...(checked && { checked })}
        empty={<NoCustomers search={search} onChange={onChange} />}
        foot={(count, hasMore) => (
          <span>{hasMore ? `已显示 ${count}${total ? ` / ${total}` : ''} 家` : `共 ${count} 家`}</span>
        )}
      />
    </>
  )
}

function NoCustomers({ search, onChange }: Pick<CustomerListProps, 'search' | 'onChange'>) {
  const { rights } = useSession()
  const mayCreate = rights.includes('customers.write')
  if (!isFiltered(search)) {
    return (
      <EmptyState
        title="还没有客户"
        note="电话开发或初次拜访的新客户要填进来，五项必填：客户名称、联系人、联系人职位、联系电话、客户状态。"
        action={
          mayCreate && (
            <Link to="/customers/new">
              <Button type="primary">建第一家客户</Button>
            </Link>
          )
        }
      />
    )
  }
  const clear = Object.fromEntries(
    Object.keys(search).map((name) => [name, undefined]),
  ) as Partial<CustomersSearch> // every name of the search
  return (
    <EmptyState
      title={search.q ? `没有找到“${search.q}”` : '这些条件下没有客户'}
      note={
        search.q
          ? '可以只输两个字、拼音或首字母；电话输完整号码或后四位；同事的客户不能按联系人查。'
          : '放宽一个条件再看。'
      }
      action={
        <>
          <Button onClick={() => onChange({ ...clear, sort: search.sort, direction: search.direction })}>
            清除条件
          </Button>
          {mayCreate && search.q && (
            <Link to="/customers/new" search={{ name: search.q }}>
              <Button type="link">新建“{search.q}”</Button>
            </Link>
          )}
        </>
      }
    />
  )
}
