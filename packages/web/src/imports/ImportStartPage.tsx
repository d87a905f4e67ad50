import { DownloadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { urlOf } from '@zhuowei/contract/client.ts'
import { importsApi } from '@zhuowei/contract/imports.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dropzone } from './Dropzone.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { ImportSteps } from './ImportSteps.tsx'

/** 客户 → 导入: a file is dropped, and what was imported before can be seen and undone. */
export function ImportStartPage() {
  const navigate = useNavigate()
  const upload = useCommand(
    (file: File) => {
      const form = new FormData()
      form.append('file', file)
      return client.imports.upload({ form })
    },
    {
      changes: ['imports'],
      onDone: ({ id }) => void navigate({ to: '/customers/import/$importId', params: { importId: id } }),
    },
  )
  return (
    <Page>
      <PageHeader
        title="导入客户"
        note="先预检，逐行看清会发生什么，再导入；导入后可以整批撤销。"
        onBack={() => void navigate({ href: '/customers' })}
        extra={
          <Button icon={<DownloadOutlined />} href={urlOf(importsApi.template)} download>
            下载模板
          </Button>
        }
      />
      <ImportSteps current="上传" />
      {upload.error && <RefusalBox error={upload.error} title="没有读取" />}
      <Dropzone reading={upload.isPending ? upload.variables.name : null} onFile={upload.mutate} />
      <ImportHistory />
    </Page>
  )
}
