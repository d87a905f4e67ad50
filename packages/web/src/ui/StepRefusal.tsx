import { ProblemError } from '@zhuowei/contract/client.ts'
import { Button } from 'antd'
import { RefusalBox } from './RefusalBox.tsx'

interface StepRefusalProps {
  error: unknown
  reload: () => void
}

/** A colleague was faster: what was typed stays, the record is loaded again below it. */
export function StepRefusal({ error, reload }: StepRefusalProps) {
  if (error === null) return null
  return (
    <RefusalBox
      error={error}
      ways={
        error instanceof ProblemError &&
        error.problem.code === 'version_conflict' && (
          <Button type="link" size="small" onClick={reload}>
            看最新的
          </Button>
        )
      }
    />
  )
}
