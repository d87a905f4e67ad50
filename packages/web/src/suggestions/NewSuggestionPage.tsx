import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { SuggestionInputs } from './SuggestionInputs.tsx'
import { bodyOf, type SuggestionValues } from './suggestion-values.ts'
import styles from './suggestions.module.css'
import { changedBySuggestion } from './words.tsx'

const blank: SuggestionValues = { type: null, subject: '', content: '' }

/** 提建议 (三.6): signed, because the division reads it and the manager replies. */
export function NewSuggestionPage() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const say = useUndo()
  const { person } = useSession()
  const form = useProblemForm({
    initial: blank,
    required: { type: '请选择类型', subject: '请填写主题', content: '请填写内容' },
    draft: { owner: person.id, key: 'suggestion-new' },
    send: (values, idempotencyKey) => client.suggestions.record({ body: bodyOf(values), idempotencyKey }),
    onDone: ({ id }) => {
      for (const module of changedBySuggestion) void queryClient.invalidateQueries({ queryKey: [module] })
      say({ text: '已提出，部门经理已收到' })
      void navigate({ to: '/complaints/suggestions', search: { open: id }, replace: true })
    },
  })
  return (
    <Page>
      <PageHeader
        title="提建议"
        note={
          <>
            署名，本事业部都能看到；经理五个工作日内回复 <ClauseChip clause="三.6" />
          </>
        }
        onBack={() => router.history.back()}
      />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <Panel>
          <SuggestionInputs form={form} />
        </Panel>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <SubmitBar
          label="提出"
          submitting={form.submitting}
          onSubmit={form.submit}
          others={<Button onClick={() => router.history.back()}>取消</Button>}
          note={<DraftNote {...form.draft} />}
        />
      </form>
    </Page>
  )
}
