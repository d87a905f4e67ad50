import { CloudOutlined, DisconnectOutlined } from '@ant-design/icons'
import { shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import styles from './SavedNote.module.css'

/** Where the words are: on the server since when, or on this device only. */
export function SavedNote({ at, unsaved }: { at: Date | null; unsaved: boolean }) {
  if (unsaved)
    return (
      <span className={styles.unsaved} role="status">
        <DisconnectOutlined /> 未保存到服务器，本机已留；连上后自动补存
      </span>
    )
  if (!at) return null
  return (
    <span className={styles.saved}>
      <CloudOutlined /> 草稿 {shanghaiTime(at)} 已存
    </span>
  )
}
