import type { UseQueryResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ExportForecast, RegisteredExport } from '@zhuowei/contract/exports.ts'
import { shortestReason } from '@zhuowei/contract/shapes.ts'
import { type ExportedThing, exportedLabel } from '@zhuowei/domain/exports/export.ts'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './AskForExport.module.css'
import { useCommand } from './useCommand.ts'

interface AskForExportProps {
  of: ExportedThing
  forecast: UseQueryResult<ExportForecast>
  send: (asked: { purpose: string; key: string }) => Promise<RegisteredExport>
  /** What else can be chosen. */
  children?: ReactNode
  example: string
  note: string
  onClose: () => void
}

/** 三.1: how much it will be and who has to approve it stands there before anything is asked for. */
export function AskForExport({ of, forecast, send, children, example, note, onClose }: AskForExportProps) {
  const navigate = useNavigate()
  const say = useUndo()
  const request = useCommand(send, { changes: ['exports', 'today', 'notifications'] })
  const form = useProblemForm({
    initial: { purpose: '' },
    send: ({ purpose }, key) => request.mutateAsync({ purpose, key }),
    onDone: (made: RegisteredExport) => {
      say({ text: made.approvalReason ? '已申请，批准后会通知您' : '正在生成，好了会通知您' })
      onClose()
      void navigate({ to: '/customers/exports', search: { open: made.id } })
    },
  })
  const missing = form.values.purpose.trim() === '' ? '先写用途' : undefined
  const approval = forecast.data?.approval
  const { name, unit } = exportedLabel[of]
  return (
    <Dialog
      open
      title={
        <>
          导出{name} <ClauseChip clause="三.1" />
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
                <strong>
                  {forecast.data.rows.toLocaleString('zh-CN')} {unit}
                  {of === 'customers' && name}
                </strong>
                （{forecast.data.words}）。
                {approval
                  ? `${approval.reason}，由${approval.by}批准后生成。`
                  : `马上生成，${forecast.data.hours} 小时内由您本人下载。`}
              </>
            ) : (
              `正在数有几${unit}`
            )}
          </p>
        )}
        {children}
        <FormField
          form={form}
          name="purpose"
          label="用途"
          help={`至少 ${shortestReason} 个字`}
          prompt="记入导出登记，部门经理和总经理可见"
          required
        >
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              placeholder={`例如 ${example}`}
              onChange={({ target }) => form.set('purpose', target.value)}
            />
          )}
        </FormField>
        <p className={styles.note}>文件每页和末行标“内部资料”、您的姓名、工号和时间；{note}</p>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
      </div>
    </Dialog>
  )
}
