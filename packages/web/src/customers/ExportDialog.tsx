import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { AskForExport } from '../app/AskForExport.tsx'
import { client, read } from '../app/client.ts'
import { bodyOf, type Selected } from './selection.ts'

/** 三.1: the chosen customers, or all that the list shows. */
export function ExportDialog({ selected, onClose }: { selected: Selected; onClose: () => void }) {
  const [withContacts, setWithContacts] = useState(false)
  const scope = { ...bodyOf(selected), withContacts }
  const forecast = useQuery({
    ...read('exports', 'forecast', { body: scope }),
    placeholderData: keepPreviousData,
  })
  return (
    <AskForExport
      of="customers"
      forecast={forecast}
      send={({ key, purpose }) =>
        client.exports.request({ body: { ...scope, purpose }, idempotencyKey: key })
      }
      example="季度例会核对客户名单"
      note="客户资料不得外传。"
      onClose={onClose}
    >
      <Checkbox checked={withContacts} onChange={({ target }) => setWithContacts(target.checked)}>
        含首要联系人和电话（须批准）
      </Checkbox>
    </AskForExport>
  )
}
