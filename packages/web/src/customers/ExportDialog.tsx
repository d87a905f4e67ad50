import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { RegisteredExport } from '@zhuowei/contract/exports.ts'
import { shortestReason } from '@zhuowei/contract/shapes.ts'
import { Checkbox, Input } from 'antd'
import { client, read } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './BulkDialog.module.css'
import { bodyOf, type Selected } from './selection.ts'

/** 三.1: how many it will be and who has to approve it stands there before anything is asked for. */
export function ExportDialog({ selected, onClose }: { selected: Selected; onClose: () => void }) {
  const navigate = useNavigate()
  const say = useUndo()
  const request = useCommand(
    ({ key, ...body }: { withContacts: boolean; purpose: string; key: string }) =>
      client.exports.request({ body: { ...bodyOf(selected), ...body }, idempotencyKey: key }),
    { changes: ['exports', 'today', 'notifications'] },
  )
  const form = useProblemForm({
    initial: { withContacts: false, purpose: '' },
    send: (values, key) => request.mutateAsync({ ...values, key }),
    onDone: (made: RegisteredExport) => {
      say({ text: made.approvalReason ? '已申请，批准后会通知您' : '正在生成，好了会通知您' })
      onClose()
      void navigate({ to: '/customers/exports', search: { open: made.id } })
    },
  })
  const { withContacts, purpose } = form.values
  const forecast = useQuery({
    ...read('exports', 'forecast', { body: { ...bodyOf(selected), withContacts } }),
    placeholderData: keepPreviousData,
  })
  const missing = purpose.trim() === '' ? '先写用途' : undefined
  const approval = forecast.data?.approval
  return (
    <Dialog
      open
      title={
        <>
          导出客户 <ClauseChip clause="三.1" />
        </>
      }
      okText={missing ?? (approval ? '申请导出' : '导出')}
      cancelText="取消"
      okButtonProps={{
        disabled: missing !== undefined || forecast.data === undefined,
        loading: form.submitting,
      }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <div className={styles.body}>
        {forecast.error ? (
          <RefusalBox error={forecast.error} onRetry={() => void forecast.refetch()} />
        ) : (
          <p role="status">
            {forecast.data ? (
              <>
                <strong>{forecast.data.rows.toLocaleString('zh-CN')} 家客户</strong>（{forecast.data.words}
                ）。
                {approval
                  ? `${approval.reason}，由${approval.by}批准后生成。`
                  : `马上生成，${forecast.data.hours} 小时内由您本人下载。`}
              </>
            ) : (
              '正在数有几家'
            )}
          </p>
        )}
        <Checkbox checked={withContacts} onChange={({ target }) => form.set('withContacts', target.checked)}>
          含首要联系人和电话（须批准）
        </Checkbox>
        <FormField
          form={form}
          name="purpose"
          label="用途"
          prompt="记入导出登记，部门经理和总经理可见"
          help={`至少 ${shortestReason} 个字`}
          required
        >
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              placeholder="例如 季度例会核对客户名单"
              onChange={({ target }) => form.set('purpose', target.value)}
            />
          )}
        </FormField>
        <p className={styles.note}>文件每页和末行标“内部资料”、您的姓名、工号和时间；客户资料不得外传。</p>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
      </div>
    </Dialog>
  )
}
