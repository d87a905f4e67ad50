import { Link } from '@tanstack/react-router'
import { type ImportDetail, importStateLabel } from '@zhuowei/contract/import-shapes.ts'
import { InstantText } from '../ui/DateText.tsx'
import styles from './SameFile.module.css'

/** The very same file was here before; nothing bad can come of it, but the person should know. */
export function SameFile({ one }: { one: ImportDetail }) {
  const earlier = one.sameFileAs
  if (!earlier) return null
  return (
    <p className={styles.note}>
      这个文件在 <InstantText at={earlier.createdAt} /> 导入过（{importStateLabel[earlier.state]}
      ）；已经在库里的行会显示为无变化，不会重复。
      <Link to="/customers/import/$importId" params={{ importId: earlier.id }}>
        看那一次
      </Link>
    </p>
  )
}
