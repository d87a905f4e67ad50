import { useQuery } from '@tanstack/react-query'
import type { ReminderChoices } from '@zhuowei/contract/channels.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { InstantText } from '../ui/DateText.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './DevicesPanel.module.css'
import {
  type DeviceState,
  deviceState,
  forgetThisDevice,
  registerThisDevice,
  thisDeviceId,
} from './this-device.ts'

/** Which devices show reminders although nobody has the page open; permission is asked for on a tap. */
export function DevicesPanel({ push }: { push: ReminderChoices['push'] }) {
  const ids = push.devices.map(({ id }) => id)
  const here = useQuery({
    queryKey: ['channels', 'this-device', ids],
    queryFn: () => deviceState(ids),
    staleTime: 0,
  })
  const changes = ['channels']
  const register = useCommand(() => registerThisDevice(push.publicKey), { changes })
  const remove = useCommand(
    (id: string) =>
      id === thisDeviceId() ? forgetThisDevice() : client.channels.removeDevice({ params: { id } }),
    { changes },
  )
  const error = register.error ?? remove.error
  return (
    <Panel title="推送到设备" note="不打开网页也能看到" flush>
      <ul className={styles.devices}>
        {push.devices.map(({ id, label, createdAt }) => (
          <li key={id}>
            <div>
              <p>
                <strong>{label}</strong> {id === thisDeviceId() && <StateTag tone="green">这台设备</StateTag>}
              </p>
              <p className={styles.facts}>
                <InstantText at={createdAt} /> 起
              </p>
            </div>
            <Button
              size="small"
              aria-label={`${label}不再接收`}
              loading={remove.isPending && remove.variables === id}
              onClick={() => remove.mutate(id)}
            >
              不再接收
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.here}>
        {error && <RefusalBox error={error} title="没有登记成功" />}
        {here.data && <p>{words[here.data]}</p>}
        {here.data === 'off' && (
          <Button type="primary" loading={register.isPending} onClick={() => register.mutate()}>
            在这台设备上接收
          </Button>
        )}
      </div>
    </Panel>
  )
}

const words: Record<DeviceState, string> = {
  unsupported: '这个浏览器在这个地址下不能接收推送（需要 https 和较新的浏览器）。',
  denied: '浏览器已禁止本站的通知，请先在网站设置里允许。',
  off: '这台设备还没有接收推送。',
  on: '这台设备正在接收推送。',
}
