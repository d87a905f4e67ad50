import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Competitor } from '@zhuowei/contract/competitors.ts'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { type CompetitorFields, CompetitorForm, competitorFields } from './CompetitorForm.tsx'

const blank = Object.fromEntries(competitorFields.map((name) => [name, ''])) as CompetitorFields // one for each key

export function NewCompetitorPage() {
  const { person } = useSession()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const form = useProblemForm<CompetitorFields, Competitor>({
    initial: blank,
    draft: { owner: person.id, key: 'competitor-new' },
    send: (body, idempotencyKey) => client.competitors.create({ body, idempotencyKey }),
    onDone: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ['competitors'] })
      void navigate({ to: '/market/competitors/$competitorId', params: { competitorId: id } })
    },
  })
  return (
    <Page>
      <PageHeader title="记竞争对手" onBack={() => void navigate({ to: '/market/competitors' })} />
      <CompetitorForm form={form} set={form.set} />
    </Page>
  )
}
