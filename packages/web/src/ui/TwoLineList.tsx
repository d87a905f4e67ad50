import { Button, Checkbox } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { isComposing } from './ime.ts'
import { ListSkeleton } from './ListSkeleton.tsx'
import { rowAfterKey } from './list-keys.ts'
import { RefusalBox } from './RefusalBox.tsx'
import styles from './TwoLineList.module.css'
import type { ListSource } from './usePages.ts'

interface TwoLineListProps<T> {
  label: string
  source: ListSource<T>
  keyOf: (item: T) => string
  /** What the row is called, where its checkbox is read out. */
  nameOf?: (item: T) => string
  /** The columns of one row; put `TwoLines` in the first. */
  row: (item: T) => ReactNode
  /** grid-template-columns shared by head and rows, such as `minmax(0, 1fr) 90px 60px 120px`. */
  columns: string
  /** Column labels, as many as columns. */
  head?: ReactNode
  selected: string | null
  onSelect: (key: string | null) => void
  /** Enter, or a second click: the full page. */
  onOpen: (item: T) => void
  /** Present when several rows can be chosen for one command. */
  checked?: { keys: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void }
  empty: ReactNode
  /** The heading of a row's group, such as its day; rows of one group follow each other. */
  groupOf?: (item: T) => string
  /** Instead of “已显示 n”. */
  foot?: (shown: number, hasMore: boolean) => ReactNode
}

/** Rows of 52 px in two lines: ↑/↓ select, Enter opens, Esc lets go, the end loads more. */
export function TwoLineList<T>(props: TwoLineListProps<T>) {
  const { label, source, keyOf, columns, head, selected, onSelect, onOpen, empty } = props
  const id = useId()
  const { items } = source
  const end = useLoadMore(source)
  useKeepInView(selected === null ? null : `${id}-${selected}`)
  if (source.error && !items)
    return (
      <div className={styles.aside}>
        <RefusalBox error={source.error} onRetry={source.retry} />
      </div>
    )
  if (!items) return <ListSkeleton />
  if (items.length === 0) return <div className={styles.aside}>{empty}</div>
  const keys = items.map(keyOf)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event) || event.target !== event.currentTarget) return
    const chosen = items.find((item) => keyOf(item) === selected)
    if (event.key === 'Enter' && chosen) onOpen(chosen)
    else if (event.key === 'Escape') onSelect(null)
    else {
      const next = rowAfterKey(event.key, keys, selected)
      if (next === null) return
      onSelect(next)
    }
    event.preventDefault()
  }
  return (
    <div className={styles.list} style={{ '--columns': columns }}>
      {head && (
        <div className={styles.head} aria-hidden="true" data-checks={Boolean(props.checked)}>
          {head}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: rows are cards with several lines, not a table */}
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={-1}
        aria-activedescendant={selected !== null && keys.includes(selected) ? `${id}-${selected}` : undefined}
        tabIndex={0}
        className={styles.rows}
        onKeyDown={onKeyDown}
      >
        {groupsOf(items, props.groupOf).map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: see the grid
          <div key={group.title} role="rowgroup" aria-label={group.title || label}>
            {group.title && (
              <div className={styles.group} aria-hidden="true">
                {group.title}
              </div>
            )}
            {group.items.map((item) => (
              <Row key={keyOf(item)} {...props} item={item} id={`${id}-${keyOf(item)}`} />
            ))}
          </div>
        ))}
      </div>
      <div ref={end} className={styles.foot}>
        {props.foot?.(items.length, source.hasMore) ?? <span>已显示 {items.length}</span>}
        {source.hasMore && (
          <Button type="link" size="small" loading={source.isLoadingMore} onClick={source.loadMore}>
            继续显示
          </Button>
        )}
        <span className={styles.keys}>↑ ↓ 选择　Enter 打开</span>
      </div>
    </div>
  )
}

function groupsOf<T>(items: readonly T[], groupOf: (item: T) => string = () => '') {
  const groups: { title: string; items: T[] }[] = []
  for (const item of items) {
    const title = groupOf(item)
    const last = groups.at(-1)
    if (last?.title === title) last.items.push(item)
    else groups.push({ title, items: [item] })
  }
  return groups
}

function Row<T>({
  item,
  id,
  keyOf,
  nameOf,
  row,
  selected,
  onSelect,
  onOpen,
  checked,
}: TwoLineListProps<T> & { item: T; id: string }) {
  const key = keyOf(item)
  const isSelected = key === selected
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      id={id}
      role="row"
      aria-selected={isSelected}
      className={styles.row}
      data-checks={Boolean(checked)}
      onClick={() => (isSelected ? onOpen(item) : onSelect(key))}
    >
      {checked && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the click from selecting the row
        // biome-ignore lint/a11y/useFocusableInteractive: a cell that holds a checkbox
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        <div role="gridcell" onClick={(event) => event.stopPropagation()}>
          <Checkbox
            aria-label={`选择${nameOf?.(item) ?? '这一行'}`}
            checked={checked.keys.has(key)}
            onChange={({ target }) => checked.onChange(withKey(checked.keys, key, target.checked))}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div role="gridcell" className={styles.cells}>
        {row(item)}
      </div>
    </div>
  )
}

/** The first cell of a row: the name gets the width first, the facts end in “…” last. */
export function TwoLines({
  lead,
  title,
  facts,
  tag,
}: {
  lead?: ReactNode
  title: ReactNode
  facts: ReactNode
  tag?: ReactNode
}) {
  return (
    <div className={styles.twoLines}>
      {lead}
      <div>
        <p className={styles.title}>
          <strong>{title}</strong>
          {tag}
        </p>
        <p className={styles.facts} title={typeof facts === 'string' ? facts : undefined}>
          {facts}
        </p>
      </div>
    </div>
  )
}

function withKey(keys: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(keys)
  if (on) next.add(key)
  else next.delete(key)
  return next
}

function useLoadMore(source: ListSource<unknown>) {
  const end = useRef<HTMLDivElement>(null)
  const { hasMore, loadMore } = source
  useEffect(() => {
    if (!end.current || !hasMore) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((one) => one.isIntersecting) && loadMore(),
      {
        rootMargin: '600px',
      },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [hasMore, loadMore])
  return end
}

function useKeepInView(id: string | null): void {
  useEffect(() => {
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [id])
}
