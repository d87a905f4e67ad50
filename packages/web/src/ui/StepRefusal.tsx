import { Button } from 'antd'
import { RefusalBox } from './RefusalBox.tsx'
import type { ProblemForm } from './useProblemForm.ts'

interface StepRefusalProps {
  form: Pick<ProblemForm<object>, 'refusal' | 'problem'>
  reload: () => void
}

/** A colleague was faster: what was typed stays, the record is loaded again below it. */
export function StepRefusal({ form, reload }: StepRefusalProps) {
  if (form.refusal === null) return null
  return (
    <RefusalBox
      error={form.refusal}
      ways={
        form.problem?.code === 'version_conflict' && (
          <Button type="link" size="small" onClick={reload}>
            看最新的
          </Button>
        )
      }
    />
  )
}
