import { channelLabel, type TestResult } from '@zhuowei/contract/channels.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './TestResults.module.css'

/** One line for each place: arrived, or why not. */
export function TestResults({ result, error }: { result: TestResult | undefined; error: unknown }) {
  if (error) return <RefusalBox error={error} />
  if (!result) return null
  return (
    <ul className={styles.results} aria-live="polite">
      {result.results.map(({ channel, to, sent, detail }) => (
        <li key={`${channel} ${to}`}>
          <StateTag tone={sent ? 'green' : 'red'}>{sent ? '已发出' : '没有发出'}</StateTag>
          <span>
            {channelLabel[channel]}，{to}
            {detail && `：${detail}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
