import { PlusOutlined } from '@ant-design/icons'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { VerbalReport } from '@zhuowei/contract/verbal-reports.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { VerbalAnswer } from '../app/VerbalAnswer.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TwoLineList, TwoLines } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { Tabs } from './Tabs.tsx'
import styles from './verbal-reports.module.css'
import { ReportState } from './words.tsx'

const route = getRouteApi('/shell/verbal-reports')

/** 五.5.1) who said what when, and whether it was heard. */
export function VerbalReportsPage() {
  const phone = usePhone()
  const navigate = useNavigate({ from: '/verbal-reports' })
  const { open } = route.useSearch()
  const { rights } = useSession()
  const hears = rights.includes('verbal_reports.answer')
  const logs = rights.includes('verbal_reports.record')
  const source = usePages(readPages('verbalReports', 'list', { query: {} }))
  const create = () => void navigate({ to: '/verbal-reports/new' })
  const choose = (id: string | null) =>
    void navigate({ search: (before) => ({ ...before, open: id ?? undefined }), replace: true })
  return (
    <Page>
      <PageHeader
        title="口头汇报"
        note={!phone && (hears ? '一个工作日内确认，逾期时间记录成立' : '说过以后登记一下，上级确认后存证')}
        views={<Tabs current="/verbal-reports" />}
        trailing={
          logs && (
            <Button color="primary" variant="text" icon={<PlusOutlined />} onClick={create}>
              登记
            </Button>
          )
        }
        extra={
          !phone && (
            <>
              <ClauseChip clause="五.5.1)" />
              {logs && (
                <Button type="primary" icon={<PlusOutlined />} onClick={create}>
                  登记口头汇报
                </Button>
              )}
            </>
          )
        }
      />
      <Panel flush>
        <TwoLineList
          label="口头汇报"
          source={source}
          keyOf={({ id }) => id}
          columns={phone ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) 150px 160px'}
          row={(report) => <ReportRow report={report} />}
          selected={open ?? null}
          onSelect={choose}
          onOpen={() => choose(null)}
          foot={(shown, hasMore) => <span>{hasMore ? `已显示 ${shown} 次` : `共 ${shown} 次`}</span>}
          empty={
            <EmptyState
              title="还没有口头汇报的记录"
              note="遇到问题及时口头汇报；登记只留存证据，不代替当面说（五.5.1)）。"
              action={
                logs && (
                  <Button type="primary" onClick={create}>
                    登记口头汇报
                  </Button>
                )
              }
            />
          }
        />
      </Panel>
    </Page>
  )
}

function ReportRow({ report }: { report: VerbalReport }) {
  const phone = usePhone()
  const { id, topic, person, customer, state, occurredAt, loggedBy, can } = report
  const answer = can.answer && (
    <VerbalAnswer id={id} title={`${person.name}，${topic}`} size={phone ? 'middle' : 'small'} />
  )
  const who = loggedBy.id === person.id ? person.name : `${person.name}（${loggedBy.name}代登记）`
  return (
    <>
      <TwoLines
        title={topic}
        tag={<ReportState state={state} />}
        facts={
          phone ? (
            <>
              {who}，<InstantText at={occurredAt} />
              {customer && `，${customer.name}`}
              {answer && <span className={styles.below}>{answer}</span>}
            </>
          ) : (
            [who, customer?.name, answeredText(report)].filter(Boolean).join('，')
          )
        }
      />
      {!phone && <InstantText at={occurredAt} />}
      {!phone && <div className={styles.verb}>{answer}</div>}
    </>
  )
}

const answeredText = ({ state, answeredBy }: VerbalReport) => {
  if (state === 'stands') return '没有按时确认，时间记录成立'
  if (!answeredBy) return null
  return `${answeredBy.name}${state === 'heard' ? '听取' : '没有收到'}`
}
