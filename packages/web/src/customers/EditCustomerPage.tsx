import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { type Customer, customer as customerShape } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { useConflictWords } from '../app/useConflictWords.ts'
import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import type { Side } from '../ui/conflict.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormFields } from '../ui/FormField.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { MoreInputs, TextInput } from './CustomerInputs.tsx'
import { type CustomerFields, changesOf, conflictFields, fieldsOf, mergedFields } from './customer-inputs.ts'
import styles from './EditCustomerPage.module.css'
import { SimilarCustomers } from './SimilarCustomers.tsx'
import { StatusChoice } from './StatusChoice.tsx'
import { useSimilarCustomers } from './useSimilarCustomers.ts'

const route = getRouteApi('/shell/customers/$customerId/edit')

/** What the form started from goes with the draft, so that a draft of yesterday still knows what it changed. */
interface EditInputs extends CustomerFields {
  base: { fields: CustomerFields; version: number }
}

export function EditCustomerPage() {
  const { customerId } = route.useParams()
  const { data, error, refetch } = useQuery({
    ...read('customers', 'get', { params: { id: customerId } }),
    refetchOnWindowFocus: false,
  })
  if (error && !data) {
    return (
      <Page>
        <RefusalBox error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <PageSkeleton />
  // The record was merged into another one, which answers in its place.
  if (data.id !== customerId)
    return <Navigate to="/customers/$customerId/edit" params={{ customerId: data.id }} replace />
  if (!data.can.edit) {
    return (
      <Page>
        <RefusalBox title="不能修改这家客户" reason="这家客户由同事负责，您只能查看。" />
      </Page>
    )
  }
  return <EditForm key={data.id} customer={data} />
}

function EditForm({ customer }: { customer: Customer }) {
  const { person } = useSession()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const back = () => void navigate({ to: '/customers/$customerId', params: { customerId: customer.id } })
  const fields = fieldsOf(customer)
  const done = () => {
    void queryClient.invalidateQueries({ queryKey: ['customers'] })
    back()
  }
  const form = useProblemForm<EditInputs, Customer>({
    initial: { ...fields, base: { fields, version: customer.version } },
    extraFields: ['parentId'],
    draft: { owner: person.id, key: `customer-${customer.id}` },
    send: ({ base, ...mine }) =>
      client.customers.update({
        params: { id: customer.id },
        body: { ...changesOf(base.fields, mine), version: base.version },
      }),
    onDone: done,
  })
  const { base, ...mine } = form.values
  const similar = useSimilarCustomers({
    name: mine.name === base.fields.name ? '' : mine.name,
    creditCode: mine.creditCode === base.fields.creditCode ? '' : mine.creditCode,
    exceptId: customer.id,
  })
  const taken = similar.find(({ blocking }) => blocking)
  const isUnchanged = Object.keys(changesOf(base.fields, mine)).length === 0
  const isConflict = form.problem?.code === 'version_conflict'
  const giveUp = () => {
    form.draft.clear()
    done()
  }
  return (
    <Page>
      <PageHeader
        title={`修改${customer.name}`}
        onBack={back}
        note={`${customer.number}，第 ${base.version} 版`}
      />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <Panel>
          <FormFields>
            <TextInput form={form} name="name" required />
            <SimilarCustomers similar={similar} />
            <StatusChoice form={form} />
          </FormFields>
        </Panel>
        <Panel title="更多资料" note="联系人在客户页的“联系人”里改；等级、负责人、片区要写理由，在客户页上改">
          <MoreInputs form={form} exceptId={customer.id} />
          {(customer.grade === 'A' || customer.resources !== null) && (
            <TextInput form={form} name="resources" placeholder="公司或者个人有哪些资源可以辅助市场开拓" />
          )}
        </Panel>
        {form.refusal !== null && !isConflict && <RefusalBox error={form.refusal} />}
      </form>
      <SubmitBar
        label="保存"
        missing={taken?.text ?? (isUnchanged ? '还没有改动' : undefined)}
        submitting={form.submitting}
        onSubmit={form.submit}
        others={<Button onClick={isUnchanged ? back : giveUp}>{isUnchanged ? '返回' : '放弃修改'}</Button>}
        note={<DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />}
      />
      {isConflict && (
        <Conflict
          customerId={customer.id}
          current={form.problem?.facts?.current}
          original={base.fields}
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
  original: CustomerFields
  mine: CustomerFields
  onSaved: () => void
  onGiveUp: () => void
}

/** Somebody saved meanwhile: both versions side by side, and the merge is saved on top of theirs. */
function Conflict({ customerId, current, original, mine, onSaved, onGiveUp }: ConflictProps) {
  const parsed = customerShape.safeParse(current)
  const save = useCommand(
    ({ fields, version, theirs }: { fields: CustomerFields; version: number; theirs: CustomerFields }) =>
      client.customers.update({
        params: { id: customerId },
        body: { ...changesOf(theirs, fields), version },
      }),
    { changes: ['customers'], onDone: onSaved },
  )
  const words = useConflictWords({
    ...{ doing: '编辑', what: '这家客户' },
    ...{ by: parsed.data?.updatedBy, at: parsed.data?.updatedAt },
  })
  if (!parsed.success) return <RefusalBox title="这条记录刚被别人改过" reason="请返回客户页看最新的内容。" />
  const theirs = fieldsOf(parsed.data)
  const keep = (sides: Record<string, Side>) =>
    save.mutate({
      fields: mergedFields(sides, { original, mine, theirs }),
      version: parsed.data.version,
      theirs,
    })
  return (
    <ConflictDialog
      {...words}
      fields={conflictFields(original, mine, theirs)}
      saving={save.isPending}
      error={save.error}
      onSave={keep}
      onGiveUp={onGiveUp}
    />
  )
}
