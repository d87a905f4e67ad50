import { CheckOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import type { activitiesApi } from '@zhuowei/contract/activities.ts'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import { daysBetween } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { GradeBadge } from './CustomerRow.tsx'
import styles from './NextSteps.module.css'
import { dayLabel } from './next-days.ts'
import { changedByVisit } from './useVisitOutbox.ts'

type Step = Reply<typeof activitiesApi.nextSteps>[number]

interface NextStepRowProps {
  step: Step
  today: string
}

export function NextStepRow({ step, today }: NextStepRowProps) {
  const { activityId, customer, nextStep, nextOn, overdue } = step
  const navigate = useNavigate()
  const say = useUndo()
  const complete = useCommand(() => client.activities.completeNextStep({ params: { id: activityId } }), {
    changes: changedByVisit,
    onDone: () => say({ text: `完成：${nextStep}` }),
  })
  return (
    <li className={styles.row} data-overdue={overdue}>
      <p className={styles.who}>
        <GradeBadge grade={customer.grade} />
        <strong>{customer.name}</strong>
        <time dateTime={nextOn} title={shortDate(nextOn, today)}>
          {overdue ? `逾期 ${daysBetween(nextOn, today)} 天` : dayLabel(nextOn, today)}
        </time>
      </p>
      <p className={styles.what}>
        <Link to="/activities/$activityId" params={{ activityId }}>
          {nextStep}
        </Link>
      </p>
      <div className={styles.verbs}>
        <Button
          size="small"
          color="primary"
          variant="filled"
          onClick={() =>
            navigate({ to: '/activities/new', search: { customerId: customer.id, kind: 'visit' } })
          }
        >
          记拜访
        </Button>
        <Button
          size="small"
          icon={<CheckOutlined />}
          aria-label={`完成：${customer.name}，${nextStep}`}
          loading={complete.isPending}
          onClick={() => complete.mutate()}
        >
          完成
        </Button>
      </div>
      {complete.error && <RefusalBox error={complete.error} />}
    </li>
  )
}
