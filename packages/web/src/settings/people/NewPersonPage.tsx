import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client, read } from '../../app/client.ts'
import { useSession } from '../../app/session.ts'
import { ListSkeleton } from '../../ui/ListSkeleton.tsx'
import { Columns, Page, Stack } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RefusalBox } from '../../ui/RefusalBox.tsx'
import { SubmitBar } from '../../ui/SubmitBar.tsx'
import { useProblemForm } from '../../ui/useProblemForm.ts'
import { NewPersonSummary } from './NewPersonSummary.tsx'
import { OrganisationGaps } from './OrganisationGaps.tsx'
import { PersonalInputs } from './PersonalInputs.tsx'
import styles from './PersonPage.module.css'
import { factsOf } from './PersonRow.tsx'
import { PositionInputs } from './PositionInputs.tsx'
import { type PersonValues, withRole } from './person-values.ts'
import { TemporaryPassword } from './TemporaryPassword.tsx'

type Onboarded = Reply<typeof organisationApi.onboard>

const route = getRouteApi('/shell/settings/people/new')

/** 新员工: who, what, where, for whom and from when, in one step; the password is told at the end. */
export function NewPersonPage() {
  const [onboarded, setOnboarded] = useState<Onboarded | null>(null)
  const divisions = useQuery(read('organisation', 'divisions'))
  const navigate = useNavigate()
  const back = () => void navigate({ to: '/settings/people' })
  return (
    <Page>
      <PageHeader title="新员工" onBack={back} />
      {divisions.error && <RefusalBox error={divisions.error} onRetry={() => void divisions.refetch()} />}
      {divisions.isPending && <ListSkeleton rows={6} />}
      {onboarded && <Welcome onboarded={onboarded} onAnother={() => setOnboarded(null)} />}
      {!onboarded && divisions.data && (
        <NewPersonForm
          onlyDivision={divisions.data.items.length === 1 ? (divisions.data.items[0]?.id ?? null) : null}
          onDone={setOnboarded}
          onCancel={back}
        />
      )}
    </Page>
  )
}

interface NewPersonFormProps {
  /** A company with one division is not asked which. */
  onlyDivision: string | null
  onDone: (result: Onboarded) => void
  onCancel: () => void
}

function NewPersonForm({ onlyDivision, onDone, onCancel }: NewPersonFormProps) {
  const asked = route.useSearch()
  const queryClient = useQueryClient()
  const { person, today } = useSession()
  const initial: PersonValues = {
    name: '',
    username: '',
    employeeNo: '',
    phone: '',
    email: '',
    entryDate: today,
    role: 'pm',
    divisionId: asked.divisionId ?? onlyDivision,
    regionIds: asked.regionId ? [asked.regionId] : [],
    managerId: null,
    attendanceClerk: false,
  }
  const form = useProblemForm({
    initial: asked.role ? withRole(initial, asked.role, initial.divisionId) : initial,
    // What was begun for another position is not continued for this one.
    draft: { owner: person.id, key: ['new-person', asked.role, asked.regionId].filter(Boolean).join('-') },
    send: (body, idempotencyKey) => client.organisation.onboard({ body, idempotencyKey }),
    onDone: (result) => {
      void queryClient.invalidateQueries({ queryKey: ['organisation'] })
      onDone(result)
    },
  })
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
          <Panel title="人">
            <PersonalInputs form={form} columns />
          </Panel>
          <Panel title="岗位">
            <PositionInputs form={form} columns />
          </Panel>
          {form.refusal !== null && <RefusalBox error={form.refusal} />}
        </Stack>
        <NewPersonSummary values={form.values} />
      </Columns>
      <SubmitBar
        label="办理入职"
        submitting={form.submitting}
        onSubmit={form.submit}
        others={<Button onClick={onCancel}>取消</Button>}
        note="保存后得到初始密码，只显示一次"
      />
    </form>
  )
}

function Welcome({ onboarded, onAnother }: { onboarded: Onboarded; onAnother: () => void }) {
  const { person, temporaryPassword } = onboarded
  const navigate = useNavigate()
  const isHere = person.state === 'active'
  const gaps = useQuery(read('organisation', 'people', { query: { limit: 1 } })).data?.gaps ?? []
  return (
    <div className={styles.column}>
      <Panel title={`${person.name}已入职`} note={factsOf(person)}>
        <div className={styles.card}>
          <TemporaryPassword username={person.record?.username ?? ''} password={temporaryPassword} />
          <p>
            {isHere
              ? '现在就能登录：先换密码，再确认保密承诺，然后从“今天”开始。'
              : `${person.record?.entryDate} 起能登录，日报义务从那一天开始。`}
          </p>
          <div className={styles.verbs}>
            <Button type={gaps.length > 0 ? 'default' : 'primary'} onClick={onAnother}>
              再办一位
            </Button>
            <Button
              onClick={() =>
                void navigate({ to: '/settings/people/$personId', params: { personId: person.id } })
              }
            >
              看{person.name}
            </Button>
          </div>
        </div>
      </Panel>
      {gaps.length > 0 && (
        <Panel title="接下来" flush>
          <OrganisationGaps gaps={gaps} />
        </Panel>
      )}
    </div>
  )
}
