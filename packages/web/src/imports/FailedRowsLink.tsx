import { DownloadOutlined } from '@ant-design/icons'
import { urlOf } from '@zhuowei/contract/client.ts'
import type { ImportDetail } from '@zhuowei/contract/import-shapes.ts'
import { importsApi } from '@zhuowei/contract/imports.ts'
import { Button } from 'antd'
import { number } from './sentences.ts'

/** The rows that were left out with their reasons, as a file to correct and upload again. */
export function FailedRowsLink({ one, small = false }: { one: ImportDetail; small?: boolean }) {
  const left = one.counts.error + one.counts.duplicate
  if (left === 0) return null
  return (
    <Button
      size={small ? 'small' : 'middle'}
      icon={<DownloadOutlined />}
      href={urlOf(importsApi.failedRows, { params: { id: one.id } })}
      download
    >
      下载没有导入的 {number(left)} 行
    </Button>
  )
}
