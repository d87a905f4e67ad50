import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Input } from 'antd'
import { client } from '../app/client.ts'
import { useNow } from '../ui/clock.ts'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { staleChain, useChainForm } from './useChainForm.ts'

/** 六.4.3): 达成共识，把客户与公司发展结合. */
export function ConsensusDialog({ chain, onClose }: { chain: DecisionChain; onClose: () => void }) {
  const today = shanghaiDate(useNow())
  const { customer, consensus } = chain
  const form = useChainForm({
    initial: { text: consensus.text ?? '', on: today },
    draft: `consensus-${customer.id}-${consensus.version}`,
    send: (values) =>
      client.decisionChain.agree({
        params: { id: customer.id },
        body: { ...values, version: consensus.version },
      }),
    onClose,
  })
  const missing = form.values.text.trim() === '' ? '先写共识' : form.values.on === '' ? '先选日期' : undefined
  return (
    <FormDialog
      title="与客户的共识和合作方向"
      form={form}
      verb="记下"
      missing={missing}
      stale={staleChain}
      onClose={onClose}
    >
      <FormField form={form} name="text" label="共识和合作方向" required>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            maxLength={1000}
            placeholder="例如 明年在两个县公司一起做调度备份试点，我方派人驻场"
            onChange={({ target }) => form.set('text', target.value)}
          />
        )}
      </FormField>
      <FormField form={form} name="on" label="达成日期" required>
        {(control) => <DateField {...control} max={today} onChange={(date) => form.set('on', date)} />}
      </FormField>
    </FormDialog>
  )
}
