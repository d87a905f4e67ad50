import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { shortestReason } from '@zhuowei/contract/shapes.ts'
import { dateTimeWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { Input } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { serverNow } from '../ui/clock.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'

/** 三.1: what leaves the system says what for, and who took it. */
export function PictureDialog({
  chain: { customer },
  onClose,
}: {
  chain: DecisionChain
  onClose: () => void
}) {
  const { person } = useSession()
  const form = useProblemForm({
    initial: { purpose: '' },
    send: async ({ purpose }, idempotencyKey) => {
      const map = document.querySelector<HTMLElement>('[data-map]')
      if (!map) throw new Error('the map is not on the page')
      const { savePicture } = await import('./picture.ts')
      await client.decisionChain.takePicture({
        params: { id: customer.id },
        body: { purpose },
        idempotencyKey,
      })
      await savePicture(map, {
        title: `${customer.name} 决策链图`,
        footer: `内部资料　${person.name}　工号 ${person.employeeNo}　${dateTimeWithWeekday(serverNow())}`,
      })
    },
    onDone: onClose,
  })
  const missing = form.values.purpose.trim() === '' ? '先写用途' : undefined
  return (
    <FormDialog title="把决策链图存成图片" form={form} verb="存成图片" missing={missing} onClose={onClose}>
      <FormField
        form={form}
        name="purpose"
        label="用途"
        prompt="和您的姓名、工号、时间一起记入审计"
        help={`至少 ${shortestReason} 个字`}
        required
      >
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            placeholder="例如 周例会上讨论怎样接触决策人"
            onChange={({ target }) => form.set('purpose', target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
