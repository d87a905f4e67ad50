import { CheckCircleFilled } from '@ant-design/icons'
import type { Today } from '@zhuowei/contract/today.ts'
import { Button } from 'antd'
import { PathLink } from '../app/PathLink.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './StartList.module.css'

/** What a new installation still needs, in order; the next step carries the one filled button. */
export function StartList({ steps }: { steps: NonNullable<Today['start']> }) {
  const next = steps.find(({ done }) => !done)
  return (
    <Panel title="开始使用" note={`${steps.filter(({ done }) => done).length} / ${steps.length}`} flush>
      <ol className={styles.steps}>
        {steps.map(({ key, title, facts, done, action }, index) => (
          <li key={key} data-done={done}>
            <span className={styles.mark}>
              {done ? <CheckCircleFilled aria-label="已完成" /> : index + 1}
            </span>
            <span className={styles.what}>
              <strong>{title}</strong>
              <small>{facts}</small>
            </span>
            {action && !done && (
              <PathLink path={action.to} aria-label={`${action.label}：${title}`}>
                <Button color="primary" variant={key === next?.key ? 'solid' : 'filled'} tabIndex={-1}>
                  {action.label}
                </Button>
              </PathLink>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
