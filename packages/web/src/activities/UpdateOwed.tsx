import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Activity } from '@zhuowei/contract/activities.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { CustomerChanges } from './CustomerChanges.tsx'
import styles from './UpdateOwed.module.css'
import { changedByVisit } from './useVisitOutbox.ts'
import { customerUpdateOf, draftOf } from './visit-draft.ts'
import { inFormNames } from './visit-problem.ts'

const route = getRouteApi('/shell/activities/$activityId')

/** 六.2.4): the update of the customer that was put off, done in place. */
export function UpdateOwed({ activity }: { activity: Activity }) {
  const { update } = route.useSearch()
  const [open, setOpen] = useState(update !== undefined && activity.can.edit)
  return (
    <section className={styles.owed} data-open={open}>
      <p>
        这次拜访影响跟进程度，客户状态、等级、联系人还没有更新 <ClauseChip clause="六.2.4)" />
      </p>
      {open ? (
        <CustomerUpdate activity={activity} />
      ) : (
        activity.can.edit && (
          <Button type="primary" onClick={() => setOpen(true)}>
            更新客户资料
          </Button>
        )
      )}
    </section>
  )
}

function CustomerUpdate({ activity }: { activity: Activity }) {
  const queryClient = useQueryClient()
  const params = { id: activity.customer.id }
  const { data: customer, error } = useQuery(read('customers', 'get', { params }))
  const form = useProblemForm({
    initial: draftOf(activity),
    send: async (draft) => {
      if (!customer) return
      const body = customerUpdateOf(draft, customer) ?? {}
      await client.activities
        .settleUpdate({ params: { id: activity.id }, body })
        .catch((refusal: unknown) => {
          throw inFormNames(refusal)
        })
    },
    onDone: () => {
      reloadModules(queryClient, changedByVisit)
    },
  })
  if (error) return <RefusalBox error={error} />
  if (!customer) return <ListSkeleton rows={3} />
  const isDecided = customerUpdateOf(form.values, customer) !== undefined
  return (
    <>
      <CustomerChanges form={form} customer={customer} />
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
      <Button type="primary" disabled={!isDecided} loading={form.submitting} onClick={form.submit}>
        {isDecided ? '更新客户资料' : '先改一项，或勾选不用改'}
      </Button>
    </>
  )
}
