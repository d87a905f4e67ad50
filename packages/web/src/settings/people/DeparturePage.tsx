import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { DeparturePreview } from '@zhuowei/contract/departure.ts'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client, read } from '../../app/client.ts'
import { useSession } from '../../app/session.ts'
import { DateText } from '../../ui/DateText.tsx'
import { Columns, Page, Stack } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PageSkeleton } from '../../ui/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RefusalBox } from '../../ui/RefusalBox.tsx'
import { SubmitBar } from '../../ui/SubmitBar.tsx'
import { useProblemForm } from '../../ui/useProblemForm.ts'
import { DepartureCustomers } from './DepartureCustomers.tsx'
import { DepartureDate } from './DepartureDate.tsx'
import { DepartureOthers, workNote } from './DepartureOthers.tsx'
import { DepartureSummary } from './DepartureSummary.tsx'
import { type DepartureValues, departureBody, hasOpenWork, startOf } from './departure-values.ts'
import styles from './PersonPage.module.css'

type Departed = Reply<typeof organisationApi.depart>

const route = getRouteApi('/shell/settings/people/$personId/departure')

/** 离职交接: what hangs on the person is shown first, then everything gets its next holder in one step. */
export function DeparturePage() {
  const { personId } = route.useParams()
  const navigate = useNavigate()
  const [departed, setDeparted] = useState<Departed | null>(null)
  const preview = useQuery({
    ...read('organisation', 'departurePreview', { params: { id: personId } }),
    refetchOnWindowFocus: false,
  })
  const back = () =>
    void (preview.error
      ? navigate({ to: '/settings/people' })
      : navigate({ to: '/settings/people/$personId', params: { personId } }))
  if (preview.isPending) return <PageSkeleton />
  return (
    <Page>
      <PageHeader title={preview.data ? `${preview.data.person.name}离职交接` : '离职交接'} onBack={back} />
      {preview.error && (
        <RefusalBox
          error={preview.error}
          onRetry={() => void preview.refetch()}
          ways={<Link to="/settings/people">回到人员</Link>}
        />
      )}
      {departed && <Done departed={departed} onBack={back} />}
      {preview.data && !departed && (
        <DepartureForm
          key={preview.dataUpdatedAt}
          preview={preview.data}
          onDone={setDeparted}
          onCancel={back}
          onReload={() => void preview.refetch()}
        />
      )}
    </Page>
  )
}

interface DepartureFormProps {
  preview: DeparturePreview
  onDone: (departed: Departed) => void
  onCancel: () => void
  onReload: () => void
}

function DepartureForm({ preview, onDone, onCancel, onReload }: DepartureFormProps) {
  const queryClient = useQueryClient()
  const { today } = useSession()
  const { person, obstacles } = preview
  const form = useProblemForm<DepartureValues, Departed>({
    initial: startOf(preview, today),
    extraFields: ['handover', 'regionOwners', 'newManagerId', 'workTo'],
    send: (values) =>
      client.organisation.depart({
        params: { id: person.id },
        body: departureBody(values, preview),
      }),
    onDone: (result) => {
      void queryClient.invalidateQueries({ queryKey: ['organisation'] })
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      onDone(result)
    },
  })
  if (obstacles.length > 0) return <RefusalBox title="还不能办理离职" reason={obstacles.join('；')} />
  const isStale = form.problem?.code === 'version_conflict'
  return (
    <form
      className={styles.wide}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <Columns aside={340}>
        <Stack>
          <DepartureDate form={form} />
          <DepartureCustomers form={form} preview={preview} />
          <DepartureOthers form={form} preview={preview} />
          {form.refusal !== null && (
            <RefusalBox
              error={form.refusal}
              ways={
                isStale && (
                  <Button type="link" size="small" onClick={onReload}>
                    看最新的
                  </Button>
                )
              }
            />
          )}
        </Stack>
        <DepartureSummary values={form.values} preview={preview} />
      </Columns>
      <SubmitBar
        label="办理离职"
        submitting={form.submitting}
        onSubmit={form.submit}
        missing={missingIn(form.values, preview)}
        others={<Button onClick={onCancel}>取消</Button>}
        note="办错了可以在人员页撤销"
      />
    </form>
  )
}

function missingIn(values: DepartureValues, preview: DeparturePreview): string | undefined {
  if (isWithoutReceiver(values, preview)) return '先选接收人'
  const isWaiting = hasOpenWork(preview) && preview.workers.length > 0 && values.workTo === null
  return isWaiting ? '先选接手的人' : undefined
}

/** Nobody chosen must not mean the pool. */
const isWithoutReceiver = ({ way, to }: DepartureValues, preview: DeparturePreview) =>
  preview.customersTotal > 0 && way !== 'pool' && to === null

function Done({ departed, onBack }: { departed: Departed; onBack: () => void }) {
  const { person, customers, complaints, work, regions, reports } = departed
  const handled = complaints.toDispatch.length + complaints.inCallback.length
  const leavingDate = person.record?.leavingDate
  const moved = [
    customers > 0 && `客户 ${customers} 个`,
    workNote(work),
    regions > 0 && `片区 ${regions} 个`,
    reports > 0 && `下属 ${reports} 人`,
  ].filter(Boolean)
  return (
    <div className={styles.column}>
      <Panel title={`${person.name}的离职已办好`}>
        <div className={styles.card}>
          <p>
            最后工作日 {leavingDate && <DateText date={leavingDate} full />}。
            {moved.length > 0
              ? `已移交：${moved.join('，')}；接收人都收到了通知。`
              : handled === 0 && '名下没有要移交的工作。'}
          </p>
          {complaints.toDispatch.length > 0 && (
            <p>退回派单的投诉：{complaints.toDispatch.join('，')}；派单人收到了通知。</p>
          )}
          {complaints.inCallback.length > 0 && <p>照常回访的投诉：{complaints.inCallback.join('，')}。</p>}
          <div>
            <Button onClick={onBack}>看{person.name}</Button>
          </div>
        </div>
      </Panel>
    </div>
  )
}
