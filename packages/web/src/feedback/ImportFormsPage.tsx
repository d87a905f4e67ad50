import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { CheckedForm, ImportedForm } from '@zhuowei/contract/feedback-papers.ts'
import { mostFormFiles } from '@zhuowei/contract/feedback-papers.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Dropzone } from '../ui/Dropzone.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { CheckedForms } from './CheckedForms.tsx'

const route = getRouteApi('/shell/customers/feedback/import')

/** 六.3.2)② filled-in forms come back: first what would change, then one version each. */
export function ImportFormsPage() {
  const { customerId } = route.useSearch()
  const navigate = useNavigate()
  const phone = usePhone()
  // It writes nothing, so choosing the corrected file at once is no second press of the same command.
  const check = useMutation({
    mutationFn: (files: readonly File[]) => {
      const form = new FormData()
      for (const file of files) form.append('file', file)
      return client.feedbackPapers.check({ form, query: { customerId } })
    },
  })
  const back = () =>
    void (customerId
      ? navigate({ to: '/customers/$customerId', params: { customerId }, search: { tab: 'feedback' } })
      : navigate({ to: '/customers/feedback' }))
  return (
    <Page>
      <PageHeader
        title="导入反馈表"
        onBack={back}
        note={
          <>
            先看每份表会改什么，再导入；空着的格不改动已有的内容 <ClauseChip clause="六.3.2)②" />
          </>
        }
        extra={!phone && <Button onClick={back}>{customerId ? '返回客户' : '返回反馈表'}</Button>}
      />
      <Dropzone
        label="选择填好的反馈表"
        prompt="把填好的反馈表拖到这里，或点击选择文件"
        hint={`在客户的“反馈表”里选“附表”，导出 Excel 或 Word，填好再传；可以几份一起，一次不超过 ${mostFormFiles} 份`}
        accept=".xlsx,.docx"
        megabytes={5}
        beyond="不是一份反馈表"
        mostFiles={mostFormFiles}
        reading={check.isPending ? readingText(check.variables) : null}
        onFiles={(files) => check.mutate(files)}
      />
      {check.error && <RefusalBox error={check.error} title="没有读取" />}
      {check.data && !check.isPending && <Accept key={check.submittedAt} forms={check.data} onDone={back} />}
    </Page>
  )
}

const readingText = (files: readonly File[] = []) =>
  files.length === 1 ? (files[0]?.name ?? '') : `${files.length} 份表`

function Accept({ forms, onDone }: { forms: readonly CheckedForm[]; onDone: () => void }) {
  const say = useUndo()
  const acceptable = forms.flatMap(({ accepts }) => accepts ?? [])
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = acceptable.filter(({ customerId }) => !left.includes(customerId))
  const accept = useCommand((body: { forms: ImportedForm[] }) => client.feedbackPapers.accept({ body }), {
    changes: ['feedback', 'customers', 'competitors', 'today'],
    onDone: ({ imported }) => {
      say({ text: `导入了 ${imported} 份反馈表` })
      onDone()
    },
  })
  return (
    <>
      <CheckedForms
        forms={forms}
        isChosen={(customerId) => !left.includes(customerId)}
        onChoose={(customerId, isChosen) =>
          setLeft(isChosen ? left.filter((one) => one !== customerId) : [...left, customerId])
        }
      />
      {accept.error && <RefusalBox error={accept.error} title="没有导入" />}
      {acceptable.length > 0 && (
        <SubmitBar
          label={`导入 ${chosen.length} 份`}
          missing={chosen.length === 0 ? '请选择要导入的表' : undefined}
          submitting={accept.isPending}
          onSubmit={() => accept.mutate({ forms: chosen })}
        />
      )}
    </>
  )
}
