import type { ImportDetail } from '@zhuowei/contract/import-shapes.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { LongTask } from '../ui/LongTask.tsx'
import { Panel } from '../ui/Panel.tsx'
import { number, timeLeft } from './sentences.ts'

/** The check or the import is under way on the server; leaving the page does not stop it. */
export function WorkingStep({ one }: { one: ImportDetail }) {
  const [since] = useState(() => ({ at: Date.now(), done: one.doneRows }))
  const cancel = useCommand(() => client.imports.cancel({ params: { id: one.id } }), { changes: ['imports'] })
  const running = one.state === 'running'
  const left = timeLeft(one.doneRows - since.done, one.totalRows - since.done, Date.now() - since.at)
  return (
    <Panel title={running ? '正在导入' : '正在预检'} note="可以离开本页，导入会继续；结果在导入记录里">
      <LongTask
        title={`${one.fileName}，${number(one.totalRows)} 行`}
        done={one.doneRows}
        total={one.totalRows}
        left={left}
        ways={
          <Button
            size="small"
            disabled={cancel.isPending || cancel.isSuccess}
            onClick={() => cancel.mutate()}
          >
            {cancel.isSuccess ? '正在停止' : running ? '取消导入' : '取消预检'}
          </Button>
        }
      />
    </Panel>
  )
}
