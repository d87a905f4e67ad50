import { MoreOutlined, PlusOutlined } from '@ant-design/icons'
import type { SavedView } from '@zhuowei/contract/views.ts'
import { Button, Checkbox, Dropdown, Input, Popover } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import type { ColumnKey } from './columns.tsx'
import { type CustomersSearch, isFiltered, stateOf } from './customers-search.ts'
import { hasChanged, type ListView } from './useCustomerViews.ts'
import styles from './ViewMenu.module.css'

interface ViewMenuProps {
  search: CustomersSearch
  shown: readonly ColumnKey[]
  views: readonly ListView[]
  current: ListView | undefined
  onShow: (search: CustomersSearch) => void
}

/** Behind the tabs: keep what is set as a view of one's own, and look after the one that is chosen. */
export function ViewMenu(props: ViewMenuProps) {
  const { search, current } = props
  const isOwn = current?.saved?.can.edit
  const isNew = isFiltered(search) || search.sort !== undefined
  if (isOwn && current?.saved) return <OwnView {...props} view={current} saved={current.saved} />
  if (!isNew || current) return null
  return <SaveView {...props} />
}

function SaveView({ search, shown, onShow }: ViewMenuProps) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useCommand(
    () => {
      const state = { search: stateOf(search), columns: [...shown] }
      return client.views.create({ body: { page: 'customers', name, shared, state } })
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

function OwnView(props: ViewMenuProps & { view: ListView; saved: SavedView }) {
  const { search, shown, view, saved, views, onShow } = props
  const offerUndo = useUndo()
  const [renaming, setRenaming] = useState(false)
  const update = useCommand(
    (changes: { name?: string; shared?: boolean; keep?: true }) =>
      client.views.update({
        params: { id: saved.id },
        body: {
          version: saved.version,
          ...(changes.name && { name: changes.name }),
          ...(changes.shared !== undefined && { shared: changes.shared }),
          ...(changes.keep && { state: { search: stateOf(search), columns: [...shown] } }),
        },
      }),
    { changes: ['views'], onDone: () => setRenaming(false) },
  )
  const restore = useCommand(
    () => {
      const { page, name, state, shared } = saved
      return client.views.create({ body: { page, name, state, shared } })
    },
    { changes: ['views'] },
  )
  const remove = useCommand(() => client.views.remove({ params: { id: saved.id } }), {
    changes: ['views'],
    onDone: () => {
      onShow({})
      offerUndo({ text: `已删除视图“${saved.name}”`, undo: () => restore.mutate() })
    },
  })
  const own = views.filter((one) => one.saved?.can.edit).map((one) => one.key)
  const reorder = useCommand((ids: string[]) => client.views.reorder({ body: { page: 'customers', ids } }), {
    changes: ['views'],
  })
  const index = own.indexOf(saved.id)
  const moved = (by: number) => {
    const ids = own.filter((key) => key !== saved.id)
    ids.splice(index + by, 0, saved.id)
    return ids
  }
  const changed = hasChanged(view, search)
  return (
    <>
      {changed && (
        <Button
          type="text"
          size="small"
          loading={update.isPending}
          onClick={() => update.mutate({ keep: true })}
        >
          更新视图
        </Button>
      )}
      <Popover
        open={renaming}
        onOpenChange={(open) => !open && setRenaming(false)}
        trigger="click"
        destroyOnHidden
        content={<Rename name={saved.name} error={update.error} onSave={(name) => update.mutate({ name })} />}
      >
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'rename', label: '改名', onClick: () => setRenaming(true) },
              {
                key: 'share',
                label: saved.shared ? '不再给部门同事用' : '给部门同事用',
                onClick: () => update.mutate({ shared: !saved.shared }),
              },
              {
                key: 'left',
                label: '往左移',
                disabled: index <= 0,
                onClick: () => reorder.mutate(moved(-1)),
              },
              {
                key: 'right',
                label: '往右移',
                disabled: index >= own.length - 1,
                onClick: () => reorder.mutate(moved(1)),
              },
              { key: 'remove', label: '删除视图', danger: true, onClick: () => remove.mutate() },
            ],
          }}
        >
          <Button type="text" size="small" icon={<MoreOutlined />} aria-label={`视图“${saved.name}”的操作`} />
        </Dropdown>
      </Popover>
    </>
  )
}

function Rename({ name, error, onSave }: { name: string; error: unknown; onSave: (name: string) => void }) {
  const [value, setValue] = useState(name)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(value.trim())
      }}
    >
      <label htmlFor="view-rename">视图名称</label>
      <Input
        id="view-rename"
        autoFocus
        maxLength={20}
        showCount
        value={value}
        onChange={({ target }) => setValue(target.value)}
      />
      {error !== null && <RefusalBox error={error} />}
      <Button type="primary" htmlType="submit" disabled={value.trim() === ''}>
        改名
      </Button>
    </form>
  )
}
