import type { ReminderChoices } from '@zhuowei/contract/channels.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Panel } from '../ui/Panel.tsx'
import styles from './TestResults.module.css'
import { TestResults } from './TestResults.tsx'

/** Whether it arrives is better tried out now than found out at a deadline. */
export function TestPanel({ choices: { mail, push } }: { choices: ReminderChoices }) {
  const send = useCommand(() => client.channels.testMine(), { changes: [] })
  const somewhere = (mail.enabled && mail.address !== null) || push.devices.length > 0
  return (
    <Panel title="试一试">
      <Button disabled={!somewhere} loading={send.isPending} onClick={() => send.mutate()}>
        给自己发一条测试
      </Button>
      {!somewhere && (
        <p className={styles.why}>还没有可以发到的地方：先在一台设备上接收推送，或请系统管理员启用邮件。</p>
      )}
      <TestResults result={send.data} error={send.error} />
    </Panel>
  )
}
