import { SearchOutlined } from '@ant-design/icons'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { visibleSections } from '../settings/sections.ts'
import { isComposing } from '../ui/ime.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { rowAfterKey } from '../ui/list-keys.ts'
import { visibleGroups } from './navigation.tsx'
import styles from './Palette.module.css'
import { matchingPages, type PaletteEntry } from './palette-entries.ts'
import { quickRecords } from './quick-records.tsx'
import { useSession } from './session.ts'
import { useFoundRecords } from './useFoundRecords.ts'

/** ⌘K: records by name, pinyin or initials; pages; what can be written down. */
export function Palette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState<string | null>(null)
  const [composing, setComposing] = useState(false)
  const { entries, searching } = useEntries(typed, composing)
  const seesCustomers = useSession().rights.includes('customers.read')
  const label = seesCustomers ? '查找客户、页面和操作' : '查找页面和操作'
  const current = entries.some(({ key }) => key === active) ? active : (entries[0]?.key ?? null)
  useEffect(() => {
    dialog.current?.showModal()
    input.current?.focus()
  }, [])

  const open = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    void navigate({ href: entry.href })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      // The first Escape of a search field would only empty it.
      event.preventDefault()
      return onClose()
    }
    if (event.key === 'Enter') return open(entries.find(({ key }) => key === current))
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setActive(
      rowAfterKey(
        event.key,
        entries.map(({ key }) => key),
        current,
      ),
    )
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="查找"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.box}>
        <div className={styles.input}>
          <SearchOutlined />
          <input
            ref={input}
            type="search"
            role="combobox"
            aria-label={label}
            aria-expanded="true"
            aria-controls="palette-entries"
            aria-activedescendant={current ? `palette-${current}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={seesCustomers ? '名称、电话后四位或拼音首字母' : '页面，支持拼音首字母'}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
            onKeyDown={onKeyDown}
          />
          <button type="button" className={styles.close} onClick={onClose}>
            取消
          </button>
        </div>
        <div id="palette-entries" role="listbox" aria-label="结果" className={styles.entries}>
          {groupsOf(entries).map(([group, members]) => (
            // biome-ignore lint/a11y/useSemanticElements: a list box has groups, not field sets
            <div key={group} role="group" aria-label={group}>
              <p aria-hidden="true">{group}</p>
              {members.map((entry) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the box above handles the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the box above keeps the focus
                <div
                  key={entry.key}
                  id={`palette-${entry.key}`}
                  role="option"
                  aria-selected={entry.key === current}
                  onClick={() => open(entry)}
                  onPointerMove={() => setActive(entry.key)}
                >
                  <span>{entry.label}</span>
                  {entry.note && <small>{entry.note}</small>}
                </div>
              ))}
            </div>
          ))}
        </div>
        {entries.length === 0 && (
          <p className={styles.none}>{searching ? '正在找…' : '没有找到；范围之外的记录不会出现在这里。'}</p>
        )}
        <footer>
          <span>
            <Kbd keys="↑" /> <Kbd keys="↓" /> 选择
          </span>
          <span>
            <Kbd keys="Enter" /> 打开
          </span>
          <span>
            <Kbd keys="Esc" /> 关闭
          </span>
        </footer>
      </div>
    </dialog>
  )
}

function groupsOf(entries: readonly PaletteEntry[]): [string, PaletteEntry[]][] {
  return [...Map.groupBy(entries, ({ group }) => group)]
}

function useEntries(typed: string, composing: boolean): { entries: PaletteEntry[]; searching: boolean } {
  const { rights } = useSession()
  const router = useRouter()
  const found = useFoundRecords(composing ? '' : typed)
  const existing = (path: string) => path in router.routesByPath
  const pages = visibleGroups(rights, existing).flat()
  const entries = [
    ...found.entries,
    ...matchingPages('页面', pages, typed),
    ...matchingPages('记一笔', quickRecords(rights, existing), typed),
    ...(typed.trim() ? matchingPages('设置', visibleSections(rights, existing), typed) : []),
  ]
  return { entries, searching: found.searching }
}
