import { MoreOutlined } from '@ant-design/icons'
import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { PictureDialog } from './PictureDialog.tsx'

/** 整理 puts the cards back in order; a picture leaves a trace before it leaves the system (三.1). */
export function MapVerbs({ chain, onTidy }: { chain: DecisionChain; onTidy: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(chain.can.edit ? [{ key: 'tidy', label: '整理，回到自动排列', onClick: onTidy }] : []),
            { key: 'picture', label: '存成图片', onClick: () => setAsking(true) },
          ],
        }}
      >
        <Button size="small" icon={<MoreOutlined />} aria-label="决策链图的操作" />
      </Dropdown>
      {asking && <PictureDialog chain={chain} onClose={() => setAsking(false)} />}
    </>
  )
}
