import type { PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import { Input } from 'antd'
import { client } from '../app/client.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { staleChain, useChainForm } from './useChainForm.ts'

/** 六.4.4) why somebody is against us, and what we do about it. */
export function CountermeasureDialog({ person, onClose }: { person: PersonOfChain; onClose: () => void }) {
  const { id, name, version } = person
  const form = useChainForm({
    initial: { objection: person.objection ?? '', countermeasure: person.countermeasure ?? '' },
    draft: `countermeasure-${id}-${version}`,
    send: (values) => client.decisionChain.answer({ params: { id }, body: { ...values, version } }),
    onClose,
  })
  return (
    <FormDialog
      title={`对${name}的对策`}
      form={form}
      verb="记下对策"
      missing={form.values.countermeasure.trim() === '' ? '先写对策' : undefined}
      stale={staleChain}
      onClose={onClose}
    >
      <FormField form={form} name="objection" label="反对理由" prompt="只写工作上的理由">
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            placeholder="例如 担心停机窗口不够"
            onChange={({ target }) => form.set('objection', target.value)}
          />
        )}
      </FormField>
      <FormField form={form} name="countermeasure" label="对策" prompt="谁、什么时候、做什么" required>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={500}
            onChange={({ target }) => form.set('countermeasure', target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
