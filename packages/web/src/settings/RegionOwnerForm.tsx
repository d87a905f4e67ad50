import { useQueryClient } from '@tanstack/react-query'
import type { Region } from '@zhuowei/contract/organisation.ts'
import { Select } from 'antd'
import { useState } from 'react'
import * as z from 'zod'
import { client } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { FormField } from '../ui/FormField.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { Conflict } from './Conflict.tsx'
import { InlineForm } from './InlineForm.tsx'

const fields = z.object({ ownerId: z.string().nullable() })

/** 区域经理 is whoever owns the region: one of its members (G5). */
export function RegionOwnerForm({ region: current, onClose }: { region: Region; onClose: () => void }) {
  const [region] = useState(current)
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initial: { ownerId: region.owner?.id ?? region.members[0]?.id ?? '' },
    send: ({ ownerId }) =>
      client.organisation.appointRegionOwner({
        params: { id: region.id },
        body: { ownerId, version: region.version },
      }),
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: ['organisation'] })
      onClose()
    },
  })
  const nameOf = (id: string | null) => current.members.find((member) => member.id === id)?.name ?? ''
  const conflict = form.problem?.code === 'version_conflict' && (
    <Conflict
      problem={form.problem}
      what={region.name}
      shape={fields}
      original={{ ownerId: region.owner?.id ?? null }}
      mine={form.values}
      fields={{ ownerId: { label: '片区经理', text: nameOf } }}
      save={({ ownerId }, version) =>
        client.organisation.appointRegionOwner({
          params: { id: region.id },
          body: { ownerId: ownerId ?? form.values.ownerId, version },
        })
      }
      onClose={onClose}
    />
  )
  return (
    <InlineForm form={form} label="指定" onClose={onClose} conflict={conflict}>
      <FormField
        form={form}
        name="ownerId"
        label={`${region.name}的片区经理`}
        prompt={<ClauseChip clause="二.2.1)(14)" />}
        help="看得到整个片区的客户；从片区成员里选，立即生效。"
      >
        {(control) => (
          <Select
            {...control}
            style={{ maxWidth: 320 }}
            options={region.members.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(ownerId: string) => form.set('ownerId', ownerId)}
          />
        )}
      </FormField>
    </InlineForm>
  )
}
