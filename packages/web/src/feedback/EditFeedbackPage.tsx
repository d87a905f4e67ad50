import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { type FeedbackForm, feedbackForm } from '@zhuowei/contract/feedback.ts'
import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import { hasRemark, wordItems } from '@zhuowei/domain/feedback/form.ts'
import { Button, Input } from 'antd'
import { client, read } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { useConflictWords } from '../app/useConflictWords.ts'
import { useKeptCustomer } from '../app/useKeptCustomer.ts'
import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import type { Side } from '../ui/conflict.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { CompetitorsInput } from './CompetitorsInput.tsx'
import { conflictFields, type FormInputs, mergedContent } from './form-conflict.ts'
import { WordInput } from './WordInput.tsx'

const route = getRouteApi('/shell/customers/$customerId/feedback')

const opening = wordItems.filter((item) => !hasRemark(item))
const landscape = wordItems.filter(hasRemark)

export function EditFeedbackPage() {
  const { customerId } = route.useParams()
  const { data, error, refetch } = useQuery({
    ...read('feedback', 'get', { params: { id: customerId } }),
    refetchOnWindowFocus: false,
  })
  const keptId = useKeptCustomer(customerId, error !== null)
  if (keptId) return <Navigate to="/customers/$customerId/feedback" params={{ customerId: keptId }} replace />
  if (error && !data) {
    return (
      <Page>
        <RefusalBox error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <PageSkeleton />
  if (!data.can.edit) {
    return (
      <Page>
        <RefusalBox title="不能修改这份反馈表" reason="反馈表由客户负责人填写，您只能查看。" />
      </Page>
    )
  }
  return <EditForm key={customerId} form={data} />
}

function EditForm({ form: { customer, content, version, known } }: { form: FeedbackForm }) {
  const { person } = useSession()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const back = () =>
    void navigate({
      to: '/customers/$customerId',
      params: { customerId: customer.id },
      search: { tab: 'feedback' },
    })
  const done = () => {
    reloadModules(queryClient, ['feedback', 'background', 'customers', 'competitors', 'today'])
    back()
  }
  const form = useProblemForm<FormInputs, FeedbackForm>({
    initial: { ...content, base: { content, version } },
    draft: { owner: person.id, key: `feedback-${customer.id}` },
    send: ({ base, ...mine }) =>
      client.feedback.save({ params: { id: customer.id }, body: { ...mine, version: base.version } }),
    onDone: done,
  })
  const { base, ...mine } = form.values
  const isConflict = form.problem?.code === 'version_conflict'
  const giveUp = () => {
    form.draft.clear()
    done()
  }
  return (
    <Page>
      <PageHeader
        title={columns.title}
        onBack={back}
        note={`${customer.name}，${base.version > 0 ? `第 ${base.version} 版` : '第一版'}`}
      />
      <Panel>
        <FormFields>
          {opening.map((item) => (
            <WordInput key={item} form={form} item={item} known={known} />
          ))}
        </FormFields>
      </Panel>
      <Panel>
        <CompetitorsInput form={form} />
      </Panel>
      <Panel title={columns.itLandscape.title}>
        <FormFields>
          {landscape.map((item) => (
            <WordInput key={item} form={form} item={item} known={known} />
          ))}
        </FormFields>
      </Panel>
      <Panel>
        <FormField form={form} name="remark" label={columns.remark}>
          {({ value, ...control }) => (
            <Input.TextArea
              {...control}
              value={value}
              maxLength={2000}
              autoSize={{ minRows: 2 }}
              onChange={({ target }) => form.set('remark', target.value)}
            />
          )}
        </FormField>
      </Panel>
      {form.refusal !== null && !isConflict && <RefusalBox error={form.refusal} />}
      <SubmitBar
        label="保存"
        submitting={form.submitting}
        onSubmit={form.submit}
        others={
          <Button onClick={form.draft.savedAt ? giveUp : back}>
            {form.draft.savedAt ? '放弃修改' : '返回'}
          </Button>
        }
        note={<DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />}
      />
      {isConflict && (
        <Conflict
          customerId={customer.id}
          current={form.problem?.facts?.current}
          original={base.content}
          mine={mine}
          onSaved={giveUp}
          onGiveUp={giveUp}
        />
      )}
    </Page>
  )
}

interface ConflictProps {
  customerId: string
  current: unknown
  original: FeedbackForm['content']
  mine: FeedbackForm['content']
  onSaved: () => void
  onGiveUp: () => void
}

function Conflict({ customerId, current, original, mine, onSaved, onGiveUp }: ConflictProps) {
  const parsed = feedbackForm.safeParse(current)
  const save = useCommand(
    ({ content, version }: { content: FeedbackForm['content']; version: number }) =>
      client.feedback.save({ params: { id: customerId }, body: { ...content, version } }),
    { changes: ['feedback', 'customers'], onDone: onSaved },
  )
  const words = useConflictWords({
    ...{ doing: '填写', what: '这份表' },
    ...{ by: parsed.data?.updatedBy, at: parsed.data?.updatedAt },
  })
  if (!parsed.success) return <RefusalBox title="这份表刚被别人改过" reason="请返回客户页看最新的内容。" />
  const { content: theirs, version } = parsed.data
  return (
    <ConflictDialog
      {...words}
      fields={conflictFields(original, mine, theirs)}
      saving={save.isPending}
      error={save.error}
      onSave={(sides: Record<string, Side>) =>
        save.mutate({ content: mergedContent(sides, { original, mine, theirs }), version })
      }
      onGiveUp={onGiveUp}
    />
  )
}
