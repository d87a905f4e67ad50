import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog, Sheet } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './BulkDialog.module.css'
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
  const phone = usePhone()
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
  const title = (
    <>
      调整等级：{customer.name} <ClauseChip clause="六.1.2)①" />
    </>
  )
  const body = (
    <div className={styles.body}>
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
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
    </div>
  )
  const verb = missing ?? `改为 ${form.values.to} 级`
  if (phone) {
    return (
      <Sheet
        open
        onClose={onClose}
        placement="bottom"
        size="auto"
        title={title}
        footer={
          <Button
            type="primary"
            block
            className={styles.sheetVerb}
            disabled={missing !== undefined}
            loading={form.submitting}
            onClick={form.submit}
          >
            {verb}
          </Button>
        }
      >
        {body}
      </Sheet>
    )
  }
  return (
    <Dialog
      open
      title={title}
      okText={verb}
      cancelText="取消"
      okButtonProps={{ disabled: missing !== undefined, loading: form.submitting }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {body}
    </Dialog>
  )
}
