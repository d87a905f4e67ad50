import { MoreOutlined } from '@ant-design/icons'
import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { dateTimeWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { Button, Dropdown } from 'antd'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { serverNow } from '../ui/clock.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'

/** 整理 puts the cards back in order; a picture leaves a trace before it leaves the system (三.1). */
export function MapVerbs({ chain, onTidy }: { chain: DecisionChain; onTidy: () => void }) {
  const { person } = useSession()
  const { customer, can } = chain
  const picture = useCommand(
    async () => {
      const map = document.querySelector<HTMLElement>('[data-map]')
      if (!map) throw new Error('the map is not on the page')
      const { savePicture } = await import('./picture.ts')
      await client.decisionChain.takePicture({ params: { id: customer.id } })
      await savePicture(map, {
        title: `${customer.name} 决策链图`,
        footer: `内部资料　${person.name}　${dateTimeWithWeekday(serverNow())}`,
      })
    },
    { changes: [] },
  )
  if (picture.error) return <RefusalBox error={picture.error} />
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(can.edit ? [{ key: 'tidy', label: '整理，回到自动排列', onClick: onTidy }] : []),
          { key: 'picture', label: '存成图片', onClick: () => picture.mutate() },
        ],
      }}
    >
      <Button size="small" icon={<MoreOutlined />} loading={picture.isPending} aria-label="决策链图的操作" />
    </Dropdown>
  )
}
