import { DownOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useDocumentTitle } from './useDocumentTitle.ts'
import { useFitting } from './useFitting.ts'
import styles from './ViewBar.module.css'

interface View {
  key: string
  label: string
}

interface ViewBarProps {
  title: string
  /** “云岭片区 37 家”. */
  note?: ReactNode
  views: readonly View[]
  /** Only in the menu behind the tabs, together with the tabs for which there is no room. */
  more?: readonly View[]
  current: string
  onView: (key: string) => void
  /** Directly behind the views: 存为视图. */
  afterViews?: ReactNode
  /** Verbs at the right; one of them may be primary. */
  extra?: ReactNode
}

/** The bar of 48 px above a list: title, saved views as tabs, verbs. */
export function ViewBar({ title, note, views, more = [], current, onView, afterViews, extra }: ViewBarProps) {
  useDocumentTitle(title)
  const { ref, count, unused } = useFitting<HTMLFieldSetElement>(
    views.map(({ key, label }) => `${key === current} ${label}`).join(),
  )
  const hidden = views.slice(count)
  return (
    <header className={styles.bar}>
      <h1>{title}</h1>
      {note && <span className={styles.note}>{note}</span>}
      <fieldset ref={ref} className={styles.views} aria-label="视图">
        {views.map((view, index) => (
          <button
            key={view.key}
            type="button"
            aria-pressed={view.key === current}
            style={index >= count ? { visibility: 'hidden' } : {}}
            onClick={() => onView(view.key)}
          >
            {view.label}
          </button>
        ))}
      </fieldset>
      {(afterViews || hidden.length + more.length > 0) && (
        <div className={styles.after} style={{ left: -unused }}>
          <MoreViews hidden={hidden} more={more} current={current} onView={onView} />
          {afterViews}
        </div>
      )}
      {extra && <div className={styles.extra}>{extra}</div>}
    </header>
  )
}

interface MoreViewsProps extends Pick<ViewBarProps, 'current' | 'onView'> {
  hidden: readonly View[]
  more: readonly View[]
}

/** Bears the name of the chosen view when it stands in here. */
function MoreViews({ hidden, more, current, onView }: MoreViewsProps) {
  const views = [...hidden, ...more]
  if (views.length === 0) return null
  const chosen = views.find(({ key }) => key === current)
  const itemOf = ({ key, label }: View) => ({ key, label, onClick: () => onView(key) })
  const divider = hidden.length > 0 && more.length > 0 ? [{ type: 'divider' as const }] : []
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [...hidden.map(itemOf), ...divider, ...more.map(itemOf)],
        selectedKeys: [current],
      }}
    >
      <button
        type="button"
        data-chosen={chosen !== undefined}
        aria-label={chosen ? `更多视图：${chosen.label}` : '更多视图'}
      >
        {chosen?.label ?? '更多视图'} <DownOutlined aria-hidden />
      </button>
    </Dropdown>
  )
}
