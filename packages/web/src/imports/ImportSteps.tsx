import { CheckOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import styles from './ImportSteps.module.css'

const steps = ['上传', '对应列', '预检', '导入', '结果'] as const
export type ImportStep = (typeof steps)[number]

/** Where the import stands on its way. A new step begins at its top, wherever the last one was left. */
export function ImportSteps({ current }: { current: ImportStep }) {
  const reached = steps.indexOf(current)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <ol ref={list} className={styles.steps} aria-label="导入步骤">
      {steps.map((step, index) => (
        <li
          key={step}
          data-state={index < reached ? 'past' : index === reached ? 'now' : 'ahead'}
          aria-current={index === reached ? 'step' : undefined}
        >
          <span className={styles.mark} aria-hidden="true">
            {index < reached ? <CheckOutlined /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  )
}
