import { useQueryClient } from '@tanstack/react-query'
import type { Region } from '@zhuowei/contract/organisation.ts'
import { Input } from 'antd'
import { client } from '../app/client.ts'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { InlineForm } from './InlineForm.tsx'

interface RegionFormProps {
  divisionId: string
  /** Absent for a new one. */
  region?: Region
  onClose: () => void
}

export function RegionForm({ divisionId, region, onClose }: RegionFormProps) {
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initial: { name: region?.name ?? '', code: region?.code ?? '' },
    send: ({ name, code }, idempotencyKey) =>
      region
        ? client.organisation.updateRegion({
            params: { id: region.id },
            body: { name, code, version: region.version },
          })
        : client.organisation.createRegion({
            body: { divisionId, name, ...(code ? { code } : {}) },
            idempotencyKey,
          }),
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: ['organisation'] })
      onClose()
    },
  })
  return (
    <InlineForm form={form} label={region ? '保存' : '建立片区'} onClose={onClose}>
      <FormFields columns>
        <FormField form={form} name="name" label="片区名称" required>
          {(control) => (
            <Input {...control} autoFocus onChange={(event) => form.set('name', event.target.value)} />
          )}
        </FormField>
        <FormField
          form={form}
          name="code"
          label="代码"
          prompt={region ? '用在新客户的编号里' : '用在客户编号里；不填取拼音首字母'}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={8}
              onChange={(event) => form.set('code', event.target.value.toUpperCase())}
            />
          )}
        </FormField>
      </FormFields>
    </InlineForm>
  )
}
