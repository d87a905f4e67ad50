import { useQueryClient } from '@tanstack/react-query'
import { type GroupRobot, providerLabel } from '@zhuowei/contract/channels.ts'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './MailPanel.module.css'
import { RobotForm } from './RobotForm.tsx'
import { TestResults } from './TestResults.tsx'

/** Where the groups of each division are reached; what they read says the manager. */
export function RobotsPanel({ robots }: { robots: readonly GroupRobot[] }) {
  const [adding, setAdding] = useState(false)
  const queryClient = useQueryClient()
  const close = () => {
    setAdding(false)
    void queryClient.invalidateQueries({ queryKey: ['channels'] })
  }
  return (
    <Panel
      flush
      title="群机器人"
      note="收哪几类由部门经理定"
      extra={
        !adding && (
          <Button size="small" onClick={() => setAdding(true)}>
            登记
          </Button>
        )
      }
    >
      {adding && (
        <div className={styles.inline}>
          <RobotForm onClose={close} />
        </div>
      )}
      {robots.length === 0 && !adding && (
        <p className={styles.inline}>
          还没有群机器人。在企业微信、钉钉或飞书的群里添加自定义机器人，把地址登记在这里。
        </p>
      )}
      <ul className={styles.robots}>
        {robots.map((robot) => (
          <li key={robot.id}>
            <Robot robot={robot} onChanged={close} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Robot({ robot, onChanged }: { robot: GroupRobot; onChanged: () => void }) {
  const [editing, setEditing] = useState(false)
  const { id, name, provider, division, enabled, addressHint, hasSecret, kinds } = robot
  const test = useCommand(() => client.channels.testRobot({ params: { id } }), { changes: ['channels'] })
  const remove = useCommand(() => client.channels.removeRobot({ params: { id } }), { changes: ['channels'] })
  if (editing)
    return (
      <RobotForm
        robot={robot}
        onClose={() => {
          setEditing(false)
          onChanged()
        }}
      />
    )
  return (
    <>
      <div className={styles.head}>
        <div>
          <p>
            <strong>{name}</strong> {!enabled && <StateTag tone="grey">停用</StateTag>}
          </p>
          <p className={styles.facts}>
            {providerLabel[provider]}，{division.name}，{addressHint}
            {hasSecret && '，加签'}
          </p>
          <p className={styles.facts}>
            收：{kinds.map(({ label }) => label).join('、') || '无，等部门经理选'}
          </p>
        </div>
      </div>
      <div className={styles.verbs}>
        <Button
          size="small"
          disabled={!enabled}
          loading={test.isPending}
          aria-label={`向${name}发一条测试`}
          onClick={() => test.mutate()}
        >
          发一条测试
        </Button>
        <Button size="small" aria-label={`修改${name}`} onClick={() => setEditing(true)}>
          修改
        </Button>
        <Popconfirm
          title={`删除“${name}”？`}
          description="还没发出的不再发。"
          okText="删除"
          cancelText="取消"
          onConfirm={() => remove.mutate()}
        >
          <Button size="small" danger aria-label={`删除${name}`} loading={remove.isPending}>
            删除
          </Button>
        </Popconfirm>
      </div>
      <TestResults result={test.data} error={test.error} />
      {remove.error && <RefusalBox error={remove.error} />}
    </>
  )
}
