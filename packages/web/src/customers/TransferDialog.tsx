import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { BulkDialog, type BulkProps } from './BulkDialog.tsx'

const pool = 'pool'

/** §3A 转移: the region decides who can take over; without one the customers stay where they are. */
export function TransferDialog(props: BulkProps & { name?: string }) {
  const { ids, name } = props
  const [to, setTo] = useState<string | null>(null)
  const [regionId, setRegionId] = useState<string | undefined>()
  const [reason, setReason] = useState('')
  const people = useQuery(read('organisation', 'people', { query: { role: ['spm', 'pm'], limit: 200 } }))
  const regions = useQuery(read('organisation', 'regions', {}))
  const takers = (people.data?.items ?? []).filter(
    (person) => !regionId || person.regions.some((region) => region.id === regionId),
  )
  const missing = to === null ? '先选接收人' : reason.trim() === '' ? '先写原因' : undefined
  return (
    <BulkDialog
      {...props}
      title={name ? `移交${name}` : `移交 ${ids.length} 家客户`}
      verb="移交"
      missing={missing}
      send={() =>
        client.customers.transfer({
          body: {
            ids: [...ids],
            toOwnerId: to === pool ? null : to,
            ...(regionId && { toRegionId: regionId }),
            reason,
          },
        })
      }
    >
      <div>
        <label htmlFor="transfer-region">片区</label>
        <Select
          id="transfer-region"
          style={{ width: '100%' }}
          allowClear
          placeholder="不变"
          value={regionId}
          options={(regions.data?.items ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(value?: string) => {
            setRegionId(value)
            setTo(null)
          }}
        />
      </div>
      <div>
        <label htmlFor="transfer-to">接收人</label>
        <Select
          id="transfer-to"
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="高级项目主管或项目主管"
          value={to}
          options={[
            ...takers.map((person) => ({
              value: person.id,
              label: [person.name, ...person.regions.map((region) => region.name)].join('，'),
            })),
            { value: pool, label: '经理池，以后再分配' },
          ]}
          onChange={(value: string) => setTo(value)}
        />
      </div>
      <div>
        <label htmlFor="transfer-reason">移交原因</label>
        <Input.TextArea
          id="transfer-reason"
          rows={2}
          maxLength={500}
          value={reason}
          placeholder="写入移交记录，新旧负责人都会收到通知"
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </BulkDialog>
  )
}
