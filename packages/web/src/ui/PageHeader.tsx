import { LeftOutlined } from '@ant-design/icons'
import { createContext, type ReactNode, useContext } from 'react'
import styles from './PageHeader.module.css'
import { useDocumentTitle } from './useDocumentTitle.ts'
import { usePhone } from './useMedia.ts'

interface PageHeaderProps {
  title: string
  /** One line beside the title: what is to be done, or what the page shows. */
  note?: ReactNode
  /** Views, switches and verbs at the right. On the phone they wrap below the head. */
  extra?: ReactNode
  /** Tabs or segments directly behind the title. */
  views?: ReactNode
  /** On the phone: the way back; the tabs at the bottom go with it. */
  onBack?: () => void
  /** On the phone: one small fact or icon at the right of the head. */
  trailing?: ReactNode
}

/** What the phone's root puts at the right of a head without a way back (bell and person). */
export const PhoneHeadCorner = createContext<ReactNode>(null)

/** The head of a page: 20/28 title and one sentence; on the phone the fixed head of 48 px. Also names the browser's tab. */
export function PageHeader(props: PageHeaderProps) {
  useDocumentTitle(props.title)
  return usePhone() ? <PhoneHead {...props} /> : <DesktopHead {...props} />
}

function DesktopHead({ title, note, extra, views }: PageHeaderProps) {
  return (
    <header className={styles.desktop}>
      <h1>{title}</h1>
      {views}
      {note && <p>{note}</p>}
      {extra && <div className={styles.extra}>{extra}</div>}
    </header>
  )
}

function PhoneHead({ title, note, extra, views, onBack, trailing }: PageHeaderProps) {
  const corner = useContext(PhoneHeadCorner)
  return (
    <div className={styles.phoneHolder}>
      <header className={styles.phone}>
        {onBack && (
          <button type="button" className={styles.back} onClick={onBack} aria-label="返回">
            <LeftOutlined />
          </button>
        )}
        <h1>{title}</h1>
        {trailing}
        {!onBack && corner}
      </header>
      {(views || extra) && (
        <div className={styles.phoneExtra}>
          {views}
          {extra}
        </div>
      )}
      {note && <p className={styles.phoneNote}>{note}</p>}
    </div>
  )
}
