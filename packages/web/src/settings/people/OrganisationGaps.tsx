import { useNavigate } from '@tanstack/react-router'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { Button } from 'antd'
import styles from './OrganisationGaps.module.css'

type Gap = Reply<typeof organisationApi.people>['gaps'][number]

const shown = 3

/** Places that nobody fills yet, the highest first, each with the way to fill it. */
export function OrganisationGaps({ gaps }: { gaps: readonly Gap[] }) {
  const navigate = useNavigate()
  if (gaps.length === 0) return null
  return (
    <ul className={styles.gaps} aria-label="组织里还缺的">
      {gaps.slice(0, shown).map(({ text, label, to }) => (
        <li key={text}>
          <span>{text}</span>
          <Button size="small" onClick={() => void navigate({ href: to })}>
            {label}
          </Button>
        </li>
      ))}
      {gaps.length > shown && <li>还有 {gaps.length - shown} 处，补上这几处后列出。</li>}
    </ul>
  )
}
