import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { Input } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { GradePicker } from './GradePicker.tsx'

interface GradeDialogProps {
  customer: Pick<Customer, 'id' | 'name' | 'grade' | 'tradeStatus' | 'resources' | 'version'>
  /** A proposal of the system that is looked at; the person still decides. */
  proposed?: { to: Grade; reason: string }
  onClose: () => void
}

/** 六.1.2): the owner decides with a reason; it goes into the next work report. */
export function GradeDialog({ customer, proposed, onClose }: GradeDialogProps) {
  const offerUndo = useUndo()
  const change = useCommand(
    (body: { to: Grade; reason: string; resources: string }) =>
      client.customers.changeGrade({
        params: { id: customer.id },
        body: { ...body, resources: body.to === 'A' ? body.resources : null, version: customer.version },
      }),
    { changes: ['customers', 'grades', 'today', 'reports'] },
  )
  const form = useProblemForm({
    initial: {
      to: proposed?.to ?? customer.grade,
      reason: proposed?.reason ?? '',
      resources: customer.resources ?? '',
    },
    send: (values) => change.mutateAsync(values),
    onDone: ({ name, grade }) => {
      offerUndo({ text: `${name}已改为 ${grade} 级，会写入工作汇报` })
      onClose()
    },
  })
  const missing =
    form.values.to === customer.grade
      ? '先选新的等级'
      : form.values.reason.trim() === ''
        ? '先写理由'
        : form.values.to === 'A' && form.values.resources.trim() === ''
          ? '先写资源说明'
          : undefined
  return (
    <FormDialog
      title={
        <>
          调整等级：{customer.name} <ClauseChip clause="六.1.2)①" />
        </>
      }
      form={form}
      verb={`改为 ${form.values.to} 级`}
      missing={missing}
      onClose={onClose}
    >
      <GradePicker
        value={form.values.to}
        trade={customer.tradeStatus}
        current={customer.grade}
        onChange={(to) => form.set('to', to)}
      />
      <FormField form={form} name="reason" label="理由" prompt="会写入工作汇报，经理会收到通知" required>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={500}
            showCount
            onChange={({ target }) => form.set('reason', target.value)}
          />
        )}
      </FormField>
      {form.values.to === 'A' && (
        <FormField
          form={form}
          name="resources"
          label="资源说明"
          prompt={
            <>
              公司或者个人有哪些资源可以辅助市场开拓 <ClauseChip clause="六.1.1)④" />
            </>
          }
          required
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={2}
              maxLength={500}
              placeholder="例如 集团有框架合作，信息中心主任愿意引荐"
              onChange={({ target }) => form.set('resources', target.value)}
            />
          )}
        </FormField>
      )}
    </FormDialog>
  )
}
