import { RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import type { OwnDuty } from '@zhuowei/contract/period-reports.ts'
import { addDays, mondayOf, monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { weekKeyOf } from '@zhuowei/domain/calendar/weeks.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { reportFields, reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import { obligationLabel } from '@zhuowei/domain/reports/kinds.ts'
import { monthlySubject } from '@zhuowei/domain/reports/monthly.ts'
import { type ReportState, stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { PathLink } from '../app/PathLink.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './NewTaskPage.module.css'
import { stateTone } from './state-look.ts'

const daysShown = 7

/** How many weeks, months and trips back are offered. */
const periodsShown = 3

/** 五.1.2)① 日常工作 → 新增任务, in the words of the text: the time option leads to 日报, 周报 or 月报; a trip has none (G16). */
export function NewTaskPage() {
  const router = useRouter()
  const today = shanghaiDate(useNow())
  const { data: duties = [] } = useQuery(read('reports', 'duties'))
  const weeks = editorsOf(duties, ['weekly_summary', 'weekly_plan'], `/reports/weekly/${weekKeyOf(today)}`)
  const months = editorsOf(duties, ['monthly'], `/reports/monthly/${monthOf(today)}`)
  const trips = editorsOf(duties, ['trip'])
  return (
    <Page>
      <PageHeader
        title={`${reportFields.menu}：${reportFields.create}`}
        onBack={() => router.history.back()}
      />
      <Columns aside={520}>
        <Days today={today} />
        <Stack>
          <Option label={reportForms.weekly.timeOption} note="完成情况和下周计划一次交" clause="五.2.2)①">
            {weeks.map(([editor, of]) => (
              <Choice
                key={editor}
                to={editor}
                subject={weekSubject(of)}
                note={spanOf(of, { from: mondayOf(today), to: addDays(mondayOf(today), 6) })}
                duties={of}
              />
            ))}
          </Option>
          <Option
            label={reportForms.monthly.timeOption}
            note="工作成果、存在问题、下月重点"
            clause="五.3.2)①"
          >
            {months.map(([editor, of]) => (
              <Choice
                key={editor}
                to={editor}
                subject={of[0]?.subject ?? monthlySubject(monthOf(today))}
                note={of.length > 0 ? spanOf(of) : '本月'}
                duties={of}
              />
            ))}
          </Option>
          <Panel
            title="出差报告"
            note="不设时间选项，回来再填"
            extra={<ClauseChip clause="五.4.2)①" />}
            flush
          >
            {trips.length === 0 ? (
              <p className={styles.none}>
                近两个月没有登记过出差。<Link to="/attendance/request">登记出差</Link>
              </p>
            ) : (
              <ul className={styles.days}>
                {trips.map(([editor, of]) => (
                  <Choice
                    key={editor}
                    to={editor}
                    subject={of[0]?.subject ?? ''}
                    note={spanOf(of)}
                    duties={of}
                  />
                ))}
              </ul>
            )}
          </Panel>
        </Stack>
      </Columns>
    </Page>
  )
}

function Days({ today }: { today: string }) {
  const { data } = useQuery(read('reports', 'mine', { query: { kind: ['daily'], limit: 10 } }))
  const days = Array.from({ length: daysShown }, (_, index) => addDays(today, -index))
  const known = new Map(data?.recent.days.map((day) => [day.date, day]))
  const drafts = new Set(data?.items.filter(({ submittedAt }) => !submittedAt).map(({ date }) => date))
  return (
    <Option label={reportForms.daily.timeOption} note="选日期，任务主题自动带出" clause="五.1.2)①">
      {days.map((date) => (
        <Row
          key={date}
          to={`/reports/daily/${date}`}
          subject={dailySubject(date)}
          note={`${date === today ? '今天，' : ''}${dateWithWeekday(date)}`}
        >
          {drafts.has(date) && <StateTag tone="grey">草稿</StateTag>}
          <State state={known.get(date)?.state ?? null} />
        </Row>
      ))}
    </Option>
  )
}

/** 时间选项：一天 / 一周 / 一个月. */
function Option(props: { label: string; note: string; clause: string; children: ReactNode }) {
  return (
    <Panel
      title={`${reportFields.timeOption}：${props.label}`}
      note={props.note}
      extra={<ClauseChip clause={props.clause} />}
      flush
    >
      <ul className={styles.days}>{props.children}</ul>
    </Panel>
  )
}

/** One editor, with the state of everything that is met by it. */
function Choice(props: { to: string; subject: string; note: string; duties: readonly OwnDuty[] }) {
  const { duties, ...row } = props
  return (
    <Row {...row}>
      {duties.length === 0 && <StateTag tone="outlined">还没到期</StateTag>}
      {duties.map(({ kind, state, reportId, submittedAt }) => (
        <span key={kind} className={styles.duty}>
          {duties.length > 1 && <small>{obligationLabel[kind]}</small>}
          {state === 'pending' && reportId && !submittedAt ? (
            <StateTag tone="grey">草稿</StateTag>
          ) : (
            <State state={state} short={duties.length > 1} />
          )}
        </span>
      ))}
    </Row>
  )
}

function Row(props: { to: string; subject: string; note: string; children: ReactNode }) {
  return (
    <li>
      <PathLink path={props.to}>
        <span>
          <strong>{props.subject}</strong>
          <small>{props.note}</small>
        </span>
        {props.children}
        <RightOutlined />
      </PathLink>
    </li>
  )
}

const State = ({ state, short = false }: { state: ReportState | null; short?: boolean }) =>
  state ? (
    <StateTag tone={stateTone[state]}>
      {short ? stateLabel[state].replace(/（.*）/, '') : stateLabel[state]}
    </StateTag>
  ) : (
    <StateTag tone="outlined">不必填</StateTag>
  )

/** The last editors of these duties, newest first, the plan behind the summary; the current period is always among them. */
function editorsOf(duties: readonly OwnDuty[], kinds: readonly OwnDuty['kind'][], current?: string) {
  const byEditor = Map.groupBy(
    kinds.flatMap((wanted) => duties.filter(({ kind }) => kind === wanted)),
    ({ editor }) => editor,
  )
  if (current && !byEditor.has(current)) byEditor.set(current, [])
  return [...byEditor].sort(([one], [other]) => other.localeCompare(one)).slice(0, periodsShown)
}

function weekSubject(duties: readonly OwnDuty[]): string {
  const summary = duties.find(({ kind }) => kind === 'weekly_summary')
  const plan = duties.find(({ kind }) => kind === 'weekly_plan')
  return [summary?.subject, plan?.subject].filter(Boolean).join(' + ') || '本周总结与下周计划'
}

function spanOf(duties: readonly OwnDuty[], otherwise?: { from: string; to: string }): string {
  const { from, to } = duties[0] ?? otherwise ?? {}
  return from && to ? `${from} 至 ${to.slice(5)}` : ''
}
