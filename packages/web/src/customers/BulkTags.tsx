import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { BulkDialog, type BulkProps } from './BulkDialog.tsx'
import { bodyOf, countOf } from './selection.ts'

/** Labels of the division put on and taken off; a retired one can only be taken off. */
export function BulkTags({ name, ...props }: BulkProps & { name?: string }) {
  const { selected } = props
  const { rights } = useSession()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const tags = useQuery(read('tags', 'list'))
  const offered = (tags.data ?? []).map((tag) => ({ value: tag.id, label: tag.name, retired: tag.retired }))
  const keeps = rights.includes('customers.import')
  return (
    <BulkDialog
      {...props}
      title={name ? `标签：${name}` : `改 ${countOf(selected)} 家客户的标签`}
      verb="改标签"
      missing={add.length + remove.length === 0 ? '先选标签' : undefined}
      change={add.length + remove.length > 0 ? { kind: 'tags', add, remove } : null}
      send={() => client.bulk.changeTags({ body: { ...bodyOf(selected), add, remove } })}
    >
      <div>
        <label htmlFor="bulk-tags-add">加上</label>
        <Select
          id="bulk-tags-add"
          mode="multiple"
          style={{ width: '100%' }}
          placeholder={tags.data?.length === 0 ? '还没有标签' : '选要加上的标签'}
          optionFilterProp="label"
          value={add}
          options={offered.filter(({ value, retired }) => !retired && !remove.includes(value))}
          onChange={setAdd}
        />
      </div>
      <div>
        <label htmlFor="bulk-tags-remove">去掉</label>
        <Select
          id="bulk-tags-remove"
          mode="multiple"
          style={{ width: '100%' }}
          placeholder="选要去掉的标签"
          optionFilterProp="label"
          value={remove}
          options={offered.filter(({ value }) => !add.includes(value))}
          onChange={setRemove}
        />
      </div>
      <p>{keeps ? <Link to="/customers/tags">新建和停用标签</Link> : '标签由部门经理和综合管理维护。'}</p>
    </BulkDialog>
  )
}
