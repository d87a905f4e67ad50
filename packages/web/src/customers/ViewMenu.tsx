import { MoreOutlined } from '@ant-design/icons'
import type { SavedView } from '@zhuowei/contract/views.ts'
import { Button, Dropdown, Input, type MenuProps, Popover } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import type { ColumnKey } from './columns.tsx'
import { type CustomersSearch, isFiltered, stateOf } from './customers-search.ts'
import { SaveView } from './SaveView.tsx'
import { hasChanged, type ListView } from './useCustomerViews.ts'
import { useViewPin } from './useViewPin.ts'
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
  const saved = current?.saved
  const isNew = isFiltered(search) || search.sort !== undefined
  if (!saved) return isNew && !current ? <SaveView {...props} /> : null
  if (saved.can.edit) return <OwnView {...props} view={current} saved={saved} />
  return (
    <>
      {hasChanged(current, search) && <SaveView {...props} />}
      <SharedView {...props} saved={saved} />
    </>
  )
}

/** A colleague's: only whether and where it stands among one's own tabs. */
function SharedView({ views, saved }: ViewMenuProps & { saved: SavedView }) {
  const items = usePinItems(saved, views)
  return <Verbs saved={saved} items={items} />
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
      const { page, name, state, shared, pinned } = saved
      return client.views.create({ body: { page, name, state, shared, pinned } })
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
  const pinItems = usePinItems(saved, views)
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
        <span>
          <Verbs
            saved={saved}
            items={[
              ...pinItems,
              { key: 'rename', label: '改名', onClick: () => setRenaming(true) },
              {
                key: 'share',
                label: saved.shared ? '不再给部门同事用' : '给部门同事用',
                onClick: () => update.mutate({ shared: !saved.shared }),
              },
              { key: 'remove', label: '删除视图', danger: true, onClick: () => remove.mutate() },
            ]}
          />
        </span>
      </Popover>
    </>
  )
}

type Items = NonNullable<MenuProps['items']>

function Verbs({ saved, items }: { saved: SavedView; items: Items }) {
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" size="small" icon={<MoreOutlined />} aria-label={`视图“${saved.name}”的操作`} />
    </Dropdown>
  )
}

/** Everybody arranges one's own tabs, also with what colleagues share. */
function usePinItems(saved: SavedView, views: readonly ListView[]): Items {
  const { pin, unpin, move, place, count } = useViewPin(saved, views)
  if (!saved.pinned) return [{ key: 'pin', label: '固定到视图栏', onClick: pin }]
  return [
    { key: 'unpin', label: '不再固定', onClick: unpin },
    { key: 'left', label: '往左移', disabled: place <= 0, onClick: () => move(-1) },
    { key: 'right', label: '往右移', disabled: place >= count - 1, onClick: () => move(1) },
  ]
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
