import { CheckOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import type { Activity } from '@zhuowei/contract/activities.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './ActivityVerbs.module.css'
import { changedByVisit } from './useVisitOutbox.ts'

interface ActivityVerbsProps {
  activity: Activity
  /** Just saved: what comes next is offered above, only what corrects it is needed here. */
  isFresh?: boolean
  onRemoved: () => void
}

export function ActivityVerbs({ activity, isFresh = false, onRemoved }: ActivityVerbsProps) {
  const { id, customer, can } = activity
  const { rights } = useSession()
  const navigate = useNavigate()
  const say = useUndo()
  const [isRemoving, setIsRemoving] = useState(false)
  const complete = useCommand(() => client.activities.completeNextStep({ params: { id } }), {
    changes: changedByVisit,
    onDone: () => say({ text: `完成：${activity.nextStep}` }),
  })
  const remove = useCommand(() => client.activities.remove({ params: { id } }), {
    changes: changedByVisit,
    onDone: () => {
      say({ text: `删除了${customer.name}的一条拜访记录` })
      onRemoved()
    },
  })
  const isOpen = !isFresh && activity.nextStep !== null && !activity.nextDone
  const error = complete.error ?? remove.error
  return (
    <>
      <div className={styles.verbs}>
        {!isFresh && rights.includes('activities.write') && (
          <Button
            color="primary"
            variant="filled"
            onClick={() =>
              navigate({ to: '/activities/new', search: { customerId: customer.id, kind: 'visit' } })
            }
          >
            记拜访
          </Button>
        )}
        {isOpen && can.edit && (
          <Button icon={<CheckOutlined />} loading={complete.isPending} onClick={() => complete.mutate()}>
            完成下一步
          </Button>
        )}
        {can.edit && (
          <Button
            icon={<EditOutlined />}
            onClick={() => navigate({ to: '/activities/$activityId/edit', params: { activityId: id } })}
          >
            修改
          </Button>
        )}
        {can.remove && !isRemoving && (
          <Button type="text" icon={<DeleteOutlined />} onClick={() => setIsRemoving(true)}>
            删除
          </Button>
        )}
      </div>
      {isRemoving && (
        <div className={styles.ask} role="alert">
          <p>删除后它从列表和客户时间线里消失，修改历史仍保留。</p>
          <Button danger loading={remove.isPending} onClick={() => remove.mutate()}>
            确认删除
          </Button>
          <Button onClick={() => setIsRemoving(false)}>不删</Button>
        </div>
      )}
      {error && <RefusalBox error={error} />}
    </>
  )
}
