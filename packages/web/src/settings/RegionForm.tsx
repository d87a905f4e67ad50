import { useQueryClient } from '@tanstack/react-query'
import type { Region } from '@zhuowei/contract/organisation.ts'
import { Input } from 'antd'
import { useState } from 'react'
import * as z from 'zod'
import { client } from '../app/client.ts'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { Conflict } from './Conflict.tsx'
import { InlineForm } from './InlineForm.tsx'

interface RegionFormProps {
  divisionId: string
  /** Absent for a new one. */
  region?: Region
  onClose: () => void
}

const fields = z.object({ name: z.string(), code: z.string() })

export function RegionForm({ divisionId, region: current, onClose }: RegionFormProps) {
  // The row may be loaded again while somebody types; what he changes is what he saw when he began.
  const [region] = useState(current)
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initial: fieldsOf(region),
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
  const conflict = region && form.problem?.code === 'version_conflict' && (
    <Conflict
      problem={form.problem}
      what={region.name}
      shape={fields}
      original={fieldsOf(region)}
      mine={form.values}
      fields={{
        name: { label: '片区名称', text: String },
        code: { label: '代码', text: String },
      }}
      save={(merged, version) =>
        client.organisation.updateRegion({ params: { id: region.id }, body: { ...merged, version } })
      }
      onClose={onClose}
    />
  )
  return (
    <InlineForm form={form} label={region ? '保存' : '建立片区'} onClose={onClose} conflict={conflict}>
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

const fieldsOf = (region: Region | undefined) => ({ name: region?.name ?? '', code: region?.code ?? '' })
