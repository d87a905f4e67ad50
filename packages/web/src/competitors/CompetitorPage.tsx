import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type Competitor, type CompetitorFact, competitorLabel } from '@zhuowei/contract/competitors.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import styles from './CompetitorPage.module.css'

const route = getRouteApi('/shell/market/competitors/$competitorId')

/** The battle card: what the forms said, newest first; beside it what is known of the company and where one met it. */
export function CompetitorPage() {
  const { competitorId } = route.useParams()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(read('competitors', 'get', { params: { id: competitorId } }))
  if (error && !data) {
    return (
      <Page>
        <RefusalBox error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <PageSkeleton />
  return (
    <Page>
      <PageHeader
        title={data.name}
        onBack={() => void navigate({ to: '/market/competitors' })}
        note={
          <>
            {data.updatedBy.name} <InstantText at={data.updatedAt} /> 更新
          </>
        }
        extra={
          data.can.edit && (
            <Button
              type="primary"
              onClick={() =>
                void navigate({ to: '/market/competitors/$competitorId/edit', params: { competitorId } })
              }
            >
              修改
            </Button>
          )
        }
      />
      <Columns aside={360}>
        <Panel title="客户那里怎么说" note="来自反馈表，新的在前">
          <Notes competitor={data} />
        </Panel>
        <Stack>
          <Panel title="公司资料">
            <Card competitor={data} />
          </Panel>
          <Panel title="在哪遇到过">
            {data.regions.length === 0 && <p className={styles.none}>您的客户里还没有遇到。</p>}
            <ul>
              {data.regions.map(({ name, customers }) => (
                <li key={name}>
                  {name} {customers} 家
                </li>
              ))}
            </ul>
          </Panel>
        </Stack>
      </Columns>
    </Page>
  )
}

function Notes({ competitor: { notes } }: { competitor: Competitor }) {
  if (notes.length === 0) return <p className={styles.none}>您能看到的反馈表里还没有写到它。</p>
  return (
    <Timeline
      items={notes.map(({ id, customer, region, assessment, notedOn, writtenBy }) => ({
        key: id,
        tone: 'brand' as const,
        title: (
          <Link to="/customers/$customerId" params={{ customerId: customer.id }} search={{ tab: 'feedback' }}>
            {customer.name}
          </Link>
        ),
        when: <DateText date={notedOn} />,
        text: (
          <>
            <p>{assessment}</p>
            <p className={styles.none}>
              {region}，{writtenBy.name}
            </p>
          </>
        ),
      }))}
    />
  )
}

function Card({ competitor }: { competitor: Competitor }) {
  const { name: _, ...labels } = competitorLabel
  const facts = Object.entries(labels) as [CompetitorFact, string][] // the keys of the table of labels
  return (
    <dl className={styles.card}>
      {facts.map(([key, label]) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{competitor[key] ?? <span className={styles.none}>没填</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
