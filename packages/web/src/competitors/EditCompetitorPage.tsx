import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import {
  type Competitor,
  competitorLabel,
  competitor as competitorShape,
} from '@zhuowei/contract/competitors.ts'
import { Button } from 'antd'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { useConflictWords } from '../app/useConflictWords.ts'
import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { type CompetitorFields, CompetitorForm, competitorFields } from './CompetitorForm.tsx'

const route = getRouteApi('/shell/market/competitors/$competitorId/edit')

interface EditInputs extends CompetitorFields {
  base: { fields: CompetitorFields; version: number }
}

export function EditCompetitorPage() {
  const { competitorId } = route.useParams()
  const { data, error, refetch } = useQuery({
    ...read('competitors', 'get', { params: { id: competitorId } }),
    refetchOnWindowFocus: false,
  })
  if (data?.can.edit) return <EditForm key={competitorId} competitor={data} />
  if (!data && !error) return <PageSkeleton />
  return (
    <Page>
      {data ? (
        <RefusalBox title="不能修改这家竞争对手" reason="竞争对手的资料由部门经理或记录人修改。" />
      ) : (
        <RefusalBox error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

function EditForm({ competitor }: { competitor: Competitor }) {
  const { person } = useSession()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const params = { id: competitor.id }
  const fields = fieldsOf(competitor)
  const back = () =>
    void navigate({ to: '/market/competitors/$competitorId', params: { competitorId: competitor.id } })
  const done = () => {
    void queryClient.invalidateQueries({ queryKey: ['competitors'] })
    back()
  }
  const form = useProblemForm<EditInputs, Competitor>({
    initial: { ...fields, base: { fields, version: competitor.version } },
    draft: { owner: person.id, key: `competitor-${competitor.id}` },
    send: ({ base, ...body }) =>
      client.competitors.update({ params, body: { ...body, version: base.version } }),
    onDone: done,
  })
  const giveUp = () => {
    form.draft.clear()
    done()
  }
  const merge = useCommand(
    ({ body, version }: { body: CompetitorFields; version: number }) =>
      client.competitors.update({ params, body: { ...body, version } }),
    { changes: ['competitors'], onDone: giveUp },
  )
  const { base, ...mine } = form.values
  const current =
    form.problem?.code === 'version_conflict'
      ? competitorShape.safeParse(form.problem.facts?.current).data
      : undefined
  const words = useConflictWords({ doing: '编辑', what: '这家竞争对手', by: current?.updatedBy })
  return (
    <Page>
      <PageHeader title={`修改${competitor.name}`} onBack={back} />
      <CompetitorForm
        form={form}
        set={form.set}
        others={
          <Button onClick={form.draft.savedAt ? giveUp : back}>
            {form.draft.savedAt ? '放弃修改' : '返回'}
          </Button>
        }
      />
      {current && (
        <ConflictDialog
          {...words}
          fields={competitorFields.map((key) => ({
            key,
            label: competitorLabel[key],
            original: base.fields[key],
            mine: mine[key],
            theirs: fieldsOf(current)[key],
          }))}
          saving={merge.isPending}
          error={merge.error}
          onSave={(sides) => {
            const theirs = fieldsOf(current)
            const versions = { original: base.fields, mine, theirs }
            const kept = competitorFields.map((key) => [key, versions[sides[key] ?? 'theirs'][key]])
            merge.mutate({ body: { ...theirs, ...Object.fromEntries(kept) }, version: current.version })
          }}
          onGiveUp={giveUp}
        />
      )}
    </Page>
  )
}

const fieldsOf = (competitor: Competitor): CompetitorFields =>
  Object.fromEntries(competitorFields.map((key) => [key, competitor[key] ?? ''])) as CompetitorFields // one for each key
