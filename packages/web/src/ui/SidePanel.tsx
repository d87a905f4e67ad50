import { CloseOutlined, DownOutlined, ExpandAltOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import styles from './SidePanel.module.css'
import { useShortcuts } from './useShortcuts.ts'

interface SidePanelProps {
  label: string
  /** “第 1 家”. */
  position?: ReactNode
  /** Without neighbours on either side no arrows are shown. */
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  onOpenPage?: () => void
  onClose: () => void
  children: ReactNode
}

/** A record beside its list, 452 wide: it pushes the rows aside and never covers them; Esc closes it. */
export function SidePanel({
  label,
  position,
  onPrevious,
  onNext,
  onOpenPage,
  onClose,
  children,
}: SidePanelProps) {
  useShortcuts({ Escape: onClose })
  return (
    <aside className={styles.panel} aria-label={label}>
      <header className={styles.bar}>
        {(onPrevious || onNext) && (
          <>
            <Button
              size="small"
              icon={<UpOutlined />}
              aria-label="上一条"
              disabled={!onPrevious}
              onClick={onPrevious}
            />
            <Button
              size="small"
              icon={<DownOutlined />}
              aria-label="下一条"
              disabled={!onNext}
              onClick={onNext}
            />
          </>
        )}
        <span>{position}</span>
        {onOpenPage && (
          <Button type="text" size="small" icon={<ExpandAltOutlined />} onClick={onOpenPage}>
            打开整页
          </Button>
        )}
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label="关闭" onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  )
}
