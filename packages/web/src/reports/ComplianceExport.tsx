import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ComplianceGridScope } from '@zhuowei/contract/exports.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { AskForExport } from '../app/AskForExport.tsx'
import { client, read } from '../app/client.ts'

/** 三.1: the grid that is looked at leaves through the register of exports. */
export function ComplianceExport({ scope }: { scope: ComplianceGridScope }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setAsking(true)}>
        导出
      </Button>
      {asking && <Ask scope={scope} onClose={() => setAsking(false)} />}
    </>
  )
}

function Ask({ scope, onClose }: { scope: ComplianceGridScope; onClose: () => void }) {
  const forecast = useQuery(read('exports', 'forecastCompliance', { body: scope }))
  return (
    <AskForExport
      of="compliance"
      forecast={forecast}
      send={({ key, purpose }) =>
        client.exports.requestCompliance({ body: { ...scope, purpose }, idempotencyKey: key })
      }
      example="月度例会核对汇报情况"
      note="部门资料不得外传。"
      onClose={onClose}
    />
  )
}
