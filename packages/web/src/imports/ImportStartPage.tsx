import { DownloadOutlined, FormOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { urlOf } from '@zhuowei/contract/client.ts'
import { importsApi } from '@zhuowei/contract/imports.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Dropzone } from '../ui/Dropzone.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
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
          <>
            <Button
              icon={<FormOutlined />}
              onClick={() => void navigate({ href: '/customers/feedback/import' })}
            >
              导入反馈表
            </Button>
            <Button icon={<DownloadOutlined />} href={urlOf(importsApi.template)} download>
              下载模板
            </Button>
          </>
        }
      />
      <ImportSteps current="上传" />
      {upload.error && <RefusalBox error={upload.error} title="没有读取" />}
      <Dropzone
        label="选择客户清单文件"
        prompt="把客户清单拖到这里，或点击选择文件"
        hint="xlsx、csv 或 txt，不超过 30 MB、5 万行；表头在前十行之内即可，列名不必改"
        accept=".xlsx,.csv,.txt,.xls"
        megabytes={30}
        beyond="请拆成几个文件分批导入"
        reading={upload.isPending ? upload.variables.name : null}
        onFiles={([file]) => upload.mutate(file)}
      />
      <ImportHistory />
    </Page>
  )
}
