import { PrinterOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSession } from '../app/session.ts'
import { BrandMark } from '../ui/BrandMark.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from './BadgePage.module.css'

/** 工牌卡, the size of a bank card: who one is, and on the back of the mind what to say on the phone. */
export function BadgePage() {
  const router = useRouter()
  const { person, roleLabel, division, greeting } = useSession()
  return (
    <Page>
      <div className={styles.head} data-screen-only>
        <PageHeader
          title="工牌卡"
          note={
            <>
              按 86×54 毫米打印 <ClauseChip clause="三.7" />
            </>
          }
          onBack={() => router.history.back()}
          extra={
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
              打印
            </Button>
          }
        />
      </div>
      <article className={styles.card} aria-label={`${person.name}的工牌卡`}>
        <header>
          <BrandMark />
          <span>{division?.name ?? roleLabel}</span>
        </header>
        <strong>{person.name}</strong>
        <p>
          {roleLabel}，工号 {person.employeeNo}
        </p>
        <footer>
          <small>接听客户电话</small>
          {greeting}
        </footer>
      </article>
    </Page>
  )
}
