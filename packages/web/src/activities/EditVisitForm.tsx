import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Activity } from '@zhuowei/contract/activities.ts'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { useWorkCalendar } from '../app/useWorkCalendar.ts'
import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import { serverNow } from '../ui/clock.ts'
import type { Side } from '../ui/conflict.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { CustomerContext } from './CustomerContext.tsx'
import { changedByVisit } from './useVisitOutbox.ts'
import { VisitInputs } from './VisitInputs.tsx'
import { conflictFields, merged } from './visit-conflict.ts'
import { draftOf, visitFacts } from './visit-draft.ts'
import { inFormNames } from './visit-problem.ts'

interface EditVisitFormProps {
  /** As it was when the person began. */
  activity: Activity
  customer: Customer
}

/** Corrects a record from the version that the person saw; somebody else's change in between is shown, never overwritten. */
export function EditVisitForm({ activity, customer }: EditVisitFormProps) {
  const { person } = useSession()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const phone = usePhone()
  const calendar = useWorkCalendar()
  const [base, setBase] = useState(activity)
  const [isMerged, setIsMerged] = useState(false)
  const leave = () => {
    reloadModules(queryClient, changedByVisit)
    void navigate({ to: '/activities/$activityId', params: { activityId: activity.id }, replace: true })
  }
  const form = useProblemForm({
    initial: draftOf(activity),
    draft: { owner: person.id, key: `visit-edit-${activity.id}-${activity.version}` },
    send: (draft) =>
      client.activities
        .correct({
          params: { id: activity.id },
          body: { ...visitFacts(draft, serverNow()), version: base.version },
        })
        .catch((refusal: unknown) => {
          throw inFormNames(refusal)
        }),
    onDone: leave,
  })
  const theirs = conflictOf(form.refusal)
  const keep = (sides: Record<string, Side>) => {
    if (!theirs) return
    form.change((mine) => merged(sides, draftOf(base), mine, draftOf(theirs)))
    setBase(theirs)
    setIsMerged(true)
  }
  // The merged words are in the form only after it has been drawn again.
  useEffect(() => {
    if (!isMerged) return
    setIsMerged(false)
    form.submit()
  })
  return (
    <Page>
      <PageHeader
        title="修改拜访记录"
        onBack={leave}
        trailing={<DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />}
        extra={phone ? undefined : <DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />}
      />
      <Columns>
        <Stack>
          {form.refusal !== null && !theirs && <RefusalBox error={form.refusal} />}
          <VisitInputs
            form={form}
            customer={customer}
            calendar={calendar}
            known={[...activity.visitors, activity.author]}
          />
        </Stack>
        {!phone && (
          <Stack>
            <CustomerContext customer={customer} />
          </Stack>
        )}
      </Columns>
      <SubmitBar
        label="保存修改"
        onSubmit={form.submit}
        submitting={form.submitting}
        others={
          <Button
            onClick={() => {
              form.draft.clear()
              leave()
            }}
          >
            放弃修改
          </Button>
        }
        note="原来的内容保留在修改历史里"
      />
      {theirs && theirs.version !== base.version && (
        <ConflictDialog
          title="您编辑时，这条拜访记录被改过"
          theirs="对方的"
          fields={conflictFields(base, form.values, theirs)}
          saving={form.submitting}
          onSave={keep}
          onGiveUp={() => {
            form.draft.clear()
            leave()
          }}
        />
      )}
    </Page>
  )
}

/** The record as it stands now, out of the server's refusal. */
function conflictOf(refusal: unknown): Activity | null {
  if (!(refusal instanceof ProblemError) || refusal.problem.code !== 'version_conflict') return null
  // Checked border: the server puts the present record there (commands.ts, correctActivity).
  return (refusal.problem.facts?.current as Activity | undefined) ?? null
}
