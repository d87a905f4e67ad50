import { CheckCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Activity } from '@zhuowei/contract/activities.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import { client, read } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { useNow } from '../ui/clock.ts'
import { dayLabel } from './next-days.ts'
import styles from './RecordedNotice.module.css'
import { changedByVisit } from './useVisitOutbox.ts'

/** What saving has done, and the three things people do next. */
export function RecordedNotice({ activity }: { activity: Activity }) {
  const navigate = useNavigate()
  const today = shanghaiDate(useNow())
  const day = dayLabel(activity.happenedOn, today)
  const report = useReport(activity)
  const formVersion = useFormVersion(activity)
  const facts = [
    report.sentence(day),
    activity.affectsFollowUp && !activity.updateOwed && '客户资料已同时更新',
    formVersion && `反馈表有了第 ${formVersion} 版`,
    activity.nextOn && `下一步进${dayLabel(activity.nextOn, today)}的计划`,
  ].filter(Boolean)
  return (
    <section className={styles.notice} role="status">
      <p className={styles.said}>
        <CheckCircleFilled />
        <strong>已保存</strong>
        <span>{facts.join('；')}。</span>
      </p>
      <PromisedBefore activity={activity} />
      <div className={styles.verbs}>
        <Button
          type="primary"
          onClick={() =>
            navigate({
              to: '/reports/daily/$date',
              params: { date: activity.happenedOn },
              search: { edit: report.isFiled ? 'true' : undefined },
            })
          }
        >
          {report.isFiled ? '补进' : '写'}
          {day}日报
        </Button>
        <Button onClick={() => navigate({ to: '/activities/new', search: { kind: activity.kind } })}>
          再记一次
        </Button>
        <Button
          onClick={() =>
            navigate({ to: '/customers/$customerId', params: { customerId: activity.customer.id } })
          }
        >
          看客户
        </Button>
      </div>
    </section>
  )
}

/** Where the visit stands in the report of its day: in the draft already, or not, because the report is filed or was changed by hand. */
function useReport({ id, happenedOn }: Activity) {
  const { data } = useQuery(read('reports', 'openDaily', { params: { date: happenedOn } }))
  const fact = data?.facts.find(({ line }) => line.ref?.type === 'visit' && line.ref.id === id)
  const isFiled = Boolean(data?.submittedAt)
  const sentence = (day: string) => {
    if (!fact || fact.included) return `已写入${day}的日报`
    return isFiled ? `${day}的日报已经提交，还没有这一条` : `打开${day}的日报，一键写入`
  }
  return { isFiled, sentence }
}

/** 六.3.2)② the version of the 反馈表 that holds what the visit learned. */
function useFormVersion({ id, customer }: Activity) {
  const { data } = useQuery(read('feedback', 'versions', { params: { id: customer.id } }))
  return data?.find(({ activity }) => activity?.id === id)?.version
}

/** The next steps that were promised to this customer before: the visit has probably done one of them. */
function PromisedBefore({ activity }: { activity: Activity }) {
  const { data } = useQuery(read('activities', 'nextSteps', { query: {} }))
  const before = (data ?? []).filter(
    (step) =>
      step.customer.id === activity.customer.id &&
      step.activityId !== activity.id &&
      step.nextOn <= activity.happenedOn,
  )
  const complete = useCommand((id: string) => client.activities.completeNextStep({ params: { id } }), {
    changes: changedByVisit,
  })
  return before.map((step) => (
    <p key={step.activityId} className={styles.before}>
      <span>上次约好的“{step.nextStep}”，这次做到了吗？</span>
      <Button loading={complete.isPending} onClick={() => complete.mutate(step.activityId)}>
        做到了
      </Button>
    </p>
  ))
}
