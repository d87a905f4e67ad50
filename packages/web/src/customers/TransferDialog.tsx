import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import styles from './BulkDialog.module.css'
import { BulkDialog, type BulkProps } from './BulkDialog.tsx'
import { bodyOf, countOf, type SelectedRegion } from './selection.ts'

const pool = 'pool'
const same = 'same'

interface TransferDialogProps extends BulkProps {
  name?: string
  /** Where the customers lie now. */
  from: readonly SelectedRegion[]
}

/** §3A 转移: the region decides who can take over; without one the customers stay where they are. */
export function TransferDialog(props: TransferDialogProps) {
  const { selected, name, from } = props
  const [to, setTo] = useState<string | null>(null)
  const [regionId, setRegionId] = useState<string | undefined>()
  const [reason, setReason] = useState('')
  const people = useQuery(read('organisation', 'people', { query: { role: ['spm', 'pm'], limit: 200 } }))
  const regions = useQuery(read('organisation', 'regions', {}))
  const targets = regionId ? from.map((one) => ({ ...one, id: regionId })) : from
  const takers = (people.data?.items ?? [])
    .map((person) => ({
      ...person,
      lost: targets.filter(({ id }) => !person.regions.some((region) => region.id === id)),
    }))
    .filter(({ lost }) => lost.length < targets.length)
    .toSorted((one, other) => one.lost.length - other.lost.length)
  const lost = takers.find(({ id }) => id === to)?.lost ?? []
  const place = {
    ...(to !== same && { toOwnerId: to === pool ? null : to }),
    ...(regionId && { toRegionId: regionId }),
  }
  const missing = to === null ? '先选接收人或片区' : reason.trim() === '' ? '先写原因' : undefined
  return (
    <BulkDialog
      {...props}
      title={name ? `移交${name}` : `移交 ${countOf(selected)} 家客户`}
      verb={to === same ? '换片区' : '移交'}
      missing={missing}
      change={to === null ? null : { kind: 'transfer', ...place }}
      send={() => client.customers.transfer({ body: { ...bodyOf(selected), ...place, reason } })}
    >
      <div>
        <label htmlFor="transfer-region">片区</label>
        <Select
          id="transfer-region"
          style={{ width: '100%' }}
          allowClear={{ label: '清除' }}
          placeholder="不变"
          value={regionId}
          options={(regions.data?.items ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(value?: string) => {
            setRegionId(value)
            setTo(value ? same : null)
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
            ...(regionId ? [{ value: same, label: '负责人不变，只换片区' }] : []),
            ...takers.map((person) => ({
              value: person.id,
              label: [
                person.name,
                ...person.regions.map((region) => region.name),
                ...(person.lost.length > 0 ? ['只能接一部分'] : []),
              ].join('，'),
            })),
            { value: pool, label: '经理池，以后再分配' },
          ]}
          onChange={(value: string) => setTo(value)}
        />
        {lost.length > 0 && (
          <p className={styles.lost} role="status">
            {lost.map(({ name: region, count }) => `${region} ${count} 家`).join('、')}
            不归他，这些客户不会移交；要一起移交，请先选片区。
          </p>
        )}
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
