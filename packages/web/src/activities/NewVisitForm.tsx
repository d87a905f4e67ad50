import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { read } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { useWorkCalendar } from '../app/useWorkCalendar.ts'
import { serverNow, useNow } from '../ui/clock.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { CustomerContext } from './CustomerContext.tsx'
import { KeptPage } from './KeptPage.tsx'
import { recordVisit } from './recording.ts'
import { visitDraftName } from './unfinished.ts'
import { changedByVisit } from './useVisitOutbox.ts'
import { VisitInputs } from './VisitInputs.tsx'
import { blankDraft, momentOf, type VisitDraft } from './visit-draft.ts'

/** What the link that led here says already. */
export interface VisitBeginning {
  kind: VisitKind
  contactId: string | undefined
  nextStep: string | undefined
}

interface NewVisitFormProps {
  title: string
  customer: Customer
  beginning: VisitBeginning
  onChangeCustomer: () => void
}

export function NewVisitForm({ title, customer, beginning, onChangeCustomer }: NewVisitFormProps) {
  const { person } = useSession()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const phone = usePhone()
  const calendar = useWorkCalendar()
  const today = shanghaiDate(useNow())
  const [kept, setKept] = useState<VisitDraft | null>(null)
  const [initial] = useState(
    (): VisitDraft => ({
      ...blankDraft({ kind: beginning.kind, visitorId: person.id, customerName: customer.name }),
      // The only person of the customer is the one who was met, unless somebody says otherwise.
      contactIds: customer.contacts
        .filter(({ id }, _, all) => all.length === 1 || id === beginning.contactId)
        .map(({ id }) => id),
      nextStep: beginning.nextStep ?? '',
    }),
  )
  const form = useProblemForm({
    initial,
    draft: visitDraftName(person.id, customer.id),
    extraFields: ['when'],
    send: (draft) => recordVisit(draft, customer, person.id),
    onDone: (done, draft) => {
      if (done.kind === 'kept') return setKept(draft)
      reloadModules(queryClient, changedByVisit)
      const { id } = done.activity
      void navigate({
        to: '/activities/$activityId',
        params: { activityId: id },
        search: { recorded: 'true' },
        replace: true,
      })
    },
  })
  useStandingTime(form.draft.restored, form.draft.savedAt, form)
  usePagesAtHand()
  const date = form.values.when?.date ?? today
  const isForToday = date === today && calendar.isWorkingDay(today)
  const { data: daily } = useQuery({
    ...read('reports', 'openDaily', { params: { date: today } }),
    enabled: isForToday,
  })
  const isFiled = Boolean(daily?.submittedAt)
  if (kept) return <KeptPage customer={customer} draft={kept} onAgain={onChangeCustomer} />
  return (
    <Page>
      <PageHeader
        title={title}
        onBack={() => router.history.back()}
        trailing={<DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />}
        extra={phone ? undefined : <DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />}
      />
      <Columns>
        <Stack>
          {form.refusal !== null && <RefusalBox error={form.refusal} />}
          <VisitInputs
            form={form}
            customer={customer}
            calendar={calendar}
            onChangeCustomer={onChangeCustomer}
          />
        </Stack>
        {!phone && (
          <Stack>
            <CustomerContext customer={customer} />
          </Stack>
        )}
      </Columns>
      <SubmitBar
        label={isForToday && !isFiled ? '保存，写入今天日报' : '保存'}
        onSubmit={form.submit}
        submitting={form.submitting}
        others={
          !phone &&
          form.draft.savedAt && (
            <Button onClick={() => form.draft.clear({ ...initial, key: crypto.randomUUID() })}>
              清空重写
            </Button>
          )
        }
        note={
          isForToday && isFiled ? '今天的日报已经提交，保存后可以补进' : '没有网络也能保存，联网后自动上传'
        }
      />
    </Page>
  )
}

/** The pages that follow, loaded while there is a network: without one they could not be opened after saving. */
function usePagesAtHand(): void {
  useEffect(() => {
    const pages = [import('./ActivitiesPage.tsx'), import('./ActivityPage.tsx')]
    Promise.all(pages).catch(() => undefined) // no network already: the page says so when it is opened
  }, [])
}

const longAgoMs = 30 * 60_000

/** “Now” of a form that was begun long ago is the time it was written, not the time it is found again. */
function useStandingTime(
  restored: boolean,
  savedAt: Date | null,
  form: { change: (change: (before: VisitDraft) => VisitDraft) => void },
): void {
  const [wasSavedAt] = useState(restored ? savedAt : null)
  const { change } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the draft that the form opened with
  useEffect(() => {
    if (!wasSavedAt || serverNow().getTime() - wasSavedAt.getTime() < longAgoMs) return
    change((draft) => (draft.when ? draft : { ...draft, when: momentOf(wasSavedAt) }))
  }, [])
}
