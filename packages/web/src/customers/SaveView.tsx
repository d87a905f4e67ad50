import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import type { ColumnKey } from './columns.tsx'
import { type CustomersSearch, stateOf } from './customers-search.ts'
import styles from './ViewMenu.module.css'

interface SaveViewProps {
  search: CustomersSearch
  shown: readonly ColumnKey[]
  onShow: (search: CustomersSearch) => void
}

/** Keeps what the list shows now, for oneself or for the division. */
export function SaveView({ search, shown, onShow }: SaveViewProps) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [pinned, setPinned] = useState(true)
  const save = useCommand(
    () => {
      const state = { search: stateOf(search), columns: [...shown] }
      return client.views.create({ body: { page: 'customers', name, shared, pinned, state } })
    },
    {
      changes: ['views'],
      onDone: (view) => {
        setOpen(false)
        onShow({ ...search, view: view.id })
      },
    },
  )
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate()
          }}
        >
          <label htmlFor="view-name">视图名称</label>
          <Input
            id="view-name"
            autoFocus
            maxLength={20}
            showCount
            value={name}
            placeholder="例如 云岭 A、B 级"
            onChange={({ target }) => setName(target.value)}
          />
          <Checkbox checked={pinned} onChange={({ target }) => setPinned(target.checked)}>
            固定在视图栏
          </Checkbox>
          <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
            部门同事也能用
          </Checkbox>
          {save.error && <RefusalBox error={save.error} />}
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {name.trim() === '' ? '先写名称' : '存为视图'}
          </Button>
        </form>
      }
    >
      <Button type="text" size="small" icon={<PlusOutlined />}>
        存为视图
      </Button>
    </Popover>
  )
}
