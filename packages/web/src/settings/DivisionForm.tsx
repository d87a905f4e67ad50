import { useQueryClient } from '@tanstack/react-query'
import type { Division } from '@zhuowei/contract/organisation.ts'
import { Input, Select } from 'antd'
import { useState } from 'react'
import * as z from 'zod'
import { client } from '../app/client.ts'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { Conflict } from './Conflict.tsx'
import { InlineForm } from './InlineForm.tsx'

const fields = z.object({ name: z.string(), companyName: z.string(), aliases: z.array(z.string()) })

interface DivisionFormProps {
  /** Absent for a new one. */
  division?: Division
  onClose: () => void
}

/** The name of a division, of its company, and the other names that the regulation uses for it (G1). */
export function DivisionForm({ division: current, onClose }: DivisionFormProps) {
  // The card may be loaded again while somebody types; what he changes is what he saw when he began.
  const [division] = useState(current)
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initial: fieldsOf(division),
    send: (body, idempotencyKey) =>
      division
        ? client.organisation.updateDivision({
            params: { id: division.id },
            body: { ...body, version: division.version },
          })
        : client.organisation.createDivision({ body, idempotencyKey }),
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: ['organisation'] })
      void queryClient.invalidateQueries({ queryKey: ['session'] })
      onClose()
    },
  })
  const conflict = division && form.problem?.code === 'version_conflict' && (
    <Conflict
      problem={form.problem}
      what={division.name}
      shape={fields}
      original={fieldsOf(division)}
      mine={form.values}
      fields={{
        name: { label: '事业部名称', text: String },
        companyName: { label: '公司名称', text: String },
        aliases: { label: '别名', text: (aliases) => aliases.join('、') },
      }}
      save={(merged, version) =>
        client.organisation.updateDivision({ params: { id: division.id }, body: { ...merged, version } })
      }
      onClose={onClose}
    />
  )
  return (
    <InlineForm form={form} label={division ? '保存' : '建立事业部'} onClose={onClose} conflict={conflict}>
      <FormFields columns>
        <FormField form={form} name="name" label="事业部名称" required>
          {(control) => (
            <Input {...control} autoFocus onChange={(event) => form.set('name', event.target.value)} />
          )}
        </FormField>
        <FormField form={form} name="companyName" label="公司名称" required>
          {(control) => (
            <Input {...control} onChange={(event) => form.set('companyName', event.target.value)} />
          )}
        </FormField>
        <FormField form={form} name="aliases" label="别名" prompt="制度里的其他叫法，回车添加">
          {(control) => (
            <Select
              {...control}
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={[',', '，', '、']}
              onChange={(aliases: string[]) => form.set('aliases', aliases)}
            />
          )}
        </FormField>
      </FormFields>
    </InlineForm>
  )
}

const fieldsOf = (division: Division | undefined) => ({
  name: division?.name ?? '',
  companyName: division?.companyName ?? '卓维',
  aliases: division?.aliases ?? [],
})
