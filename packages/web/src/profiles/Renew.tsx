import { useQueryClient } from '@tanstack/react-query'
import type { ProfileStatus } from '@zhuowei/contract/profiles.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { GroundsInputs } from './GroundsInputs.tsx'
import { type GroundsValues, groundsOf, sent } from './grounds-values.ts'
import styles from './profiles.module.css'

/** It expired: whoever still needs it says anew why, the others wait for it to go. */
export function Renew({ status }: { status: ProfileStatus }) {
  const { purgeOn, can } = status
  return (
    <Panel title="已到期隐藏">
      <div className={styles.form}>
        <p>
          保存期已满，谁也不能查看{purgeOn && `，${dateWithWeekday(purgeOn)}清除`}。
          {can.renew
            ? '仍然需要的话，重新写明依据、目的和来源，从今天起重新计算保存期。'
            : '要继续保留，由客户负责人办理。'}
        </p>
        {can.renew && <RenewForm status={status} />}
      </div>
    </Panel>
  )
}

function RenewForm({ status: { contact, version } }: { status: ProfileStatus }) {
  const queryClient = useQueryClient()
  const say = useUndo()
  const form = useProblemForm<GroundsValues, ProfileStatus>({
    initial: groundsOf(null),
    send: (values) =>
      client.profiles.renew({ params: { id: contact.id }, body: { ...sent(values), version } }),
    onDone: ({ expiresOn }) => {
      void queryClient.invalidateQueries({ queryKey: ['profiles'] })
      say({ text: `已继续保留${expiresOn ? `，到 ${expiresOn}` : ''}` })
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <GroundsInputs form={form} />
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          继续保留
        </Button>
      </div>
    </form>
  )
}
