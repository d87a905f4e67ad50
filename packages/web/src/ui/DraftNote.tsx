import { CloudOutlined } from '@ant-design/icons'
import { shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import styles from './DraftNote.module.css'

/** “草稿 08:39 已存”, or the warning that this device keeps nothing. */
export function DraftNote({ savedAt, unkept = false }: { savedAt: Date | null; unkept?: boolean }) {
  if (unkept) return <span className={styles.warning}>本机无法保存草稿，请尽快提交</span>
  if (!savedAt) return null
  return (
    <span className={styles.note}>
      <CloudOutlined /> 草稿 {shanghaiTime(savedAt)} 已存
    </span>
  )
}
