import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import type { FeedbackForm } from '@zhuowei/contract/feedback.ts'
import { feedbackFormColumns } from '@zhuowei/domain/clauses/prescribed.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Stack } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './FeedbackTab.module.css'
import { FormTable } from './FormTable.tsx'
import { FormVersions } from './FormVersions.tsx'
import { DueText, FormRing, FormStateTag } from './form-words.tsx'
import { PaperMenu } from './PaperMenu.tsx'
import { useConfirmUnchanged, useWithdrawConfirmation } from './useConfirmUnchanged.ts'

/** 六.3.2) the form as the 附表 has it; beside it what to ask next and how it came about. */
export function FeedbackTab({ customer }: { customer: Customer }) {
  const { data, error, refetch } = useQuery(read('feedback', 'get', { params: { id: customer.id } }))
  if (error && !data) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={6} />
  return (
    <Columns aside={340}>
      <Panel title={feedbackFormColumns.title} extra={<Verbs form={data} />}>
        <Standing form={data} />
        <FormTable content={data.content} />
      </Panel>
      <Stack>
        <Panel title="下一次拜访该问什么">
          <Questions form={data} />
        </Panel>
        <FormVersions customerId={customer.id} />
      </Stack>
    </Columns>
  )
}

function Verbs({ form }: { form: FeedbackForm }) {
  const confirm = useConfirmUnchanged()
  const withdraw = useWithdrawConfirmation()
  const navigate = useNavigate()
  const customerId = form.customer.id
  return (
    <span className={styles.verbs}>
      <PaperMenu form={form} />
      {form.can.edit && form.confirmedThisMonth && (
        <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(form.customer)}>
          撤销“本月无变化”
        </Button>
      )}
      {form.can.edit && form.version > 0 && !form.confirmedThisMonth && (
        <Button
          size="small"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ ...form.customer, version: form.version })}
        >
          本月无变化
        </Button>
      )}
      {form.can.edit && (
        <Button
          size="small"
          type="primary"
          onClick={() => void navigate({ to: '/customers/$customerId/feedback', params: { customerId } })}
        >
          {form.version > 0 ? '更新' : '填写'}
        </Button>
      )}
    </span>
  )
}

function Standing({ form }: { form: FeedbackForm }) {
  return (
    <div className={styles.standing}>
      <FormRing standing={form} size={48} />
      <div>
        <p>
          <FormStateTag state={form.state} /> <DueText standing={form} />{' '}
          <ClauseChip clause={form.currentOn === null ? '六.3.2)①' : '六.3.2)②'} />
        </p>
        <small>
          完整度 {form.completeness}% × 新鲜度 {form.freshness}% = {form.score} 分
        </small>
      </div>
    </div>
  )
}

function Questions({ form }: { form: FeedbackForm }) {
  if (form.questions.length === 0) return <p className={styles.none}>十项都有，也都是新的。</p>
  return (
    <ol className={styles.questions}>
      {form.questions.map(({ item, label, question, why }) => (
        <li key={item}>
          <p>{question}</p>
          <small>
            {label}，{why}
          </small>
        </li>
      ))}
    </ol>
  )
}
