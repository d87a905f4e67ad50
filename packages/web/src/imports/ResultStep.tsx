import { useNavigate } from '@tanstack/react-router'
import type { ImportCounts, ImportDetail } from '@zhuowei/contract/import-shapes.ts'
import { Button, Popconfirm } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { InstantText } from '../ui/DateText.tsx'
import { type Fact, FactHeader } from '../ui/FactHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { FailedRowsLink } from './FailedRowsLink.tsx'
import styles from './ResultStep.module.css'
import { RowList } from './RowList.tsx'
import { number, writtenSentence } from './sentences.ts'

/** What the import did, the rows that stayed outside, and the way back. */
export function ResultStep({ one }: { one: ImportDetail }) {
  const navigate = useNavigate()
  const undo = useCommand(
    () => client.imports.undo({ params: { id: one.id }, body: { version: one.version } }),
    { changes: ['imports', 'customers', 'contacts', 'search'] },
  )
  const { counts } = one
  const neverRan = one.state === 'cancelled' && !one.can.undo && one.finishedAt !== null
  return (
    <>
      {one.failure && <RefusalBox title={one.failure} />}
      {undo.error && <RefusalBox error={undo.error} />}
      <Panel title={titleOf(one, neverRan)} note={one.finishedAt && <InstantText at={one.finishedAt} />}>
        {!neverRan && (
          <FactHeader facts={one.state === 'undone' ? undoneFacts(counts) : writtenFacts(counts)} />
        )}
        <div className={styles.ways}>
          <Button type="primary" onClick={() => void navigate({ href: '/customers?sort=created' })}>
            看客户列表
          </Button>
          <Button onClick={() => void navigate({ to: '/customers/import' })}>再导入一个文件</Button>
          {one.state !== 'undone' && <FailedRowsLink one={one} />}
          {one.can.undo && (
            <Popconfirm
              title="撤销整批导入？"
              description="新增的客户会删除，更新的内容会恢复；导入之后有人改过或拜访过的保留不动。"
              okText="撤销整批"
              cancelText="不撤销"
              okButtonProps={{ danger: true }}
              onConfirm={() => undo.mutate()}
            >
              <Button danger loading={undo.isPending}>
                撤销整批
              </Button>
            </Popconfirm>
          )}
        </div>
      </Panel>
      {!neverRan && <RowList one={one} />}
    </>
  )
}

const undoneFacts = (counts: ImportCounts): Fact[] => [
  { label: '撤回', value: `${number(counts.undone)} 行` },
  {
    label: '保留',
    value: `${number(counts.kept)} 行`,
    ...(counts.kept > 0 ? { qualification: '导入之后有人改过或拜访过', tone: 'amber' } : {}),
  },
]

const writtenFacts = (counts: ImportCounts): Fact[] => [
  { label: '新增客户', value: number(counts.customersCreated) },
  { label: '新增联系人', value: number(counts.contactsCreated) },
  { label: '更新客户', value: number(counts.customersUpdated) },
  {
    label: '没有导入',
    value: `${number(counts.error + counts.duplicate)} 行`,
    ...(counts.error > 0 ? { qualification: `${number(counts.error)} 行错误`, tone: 'red' } : {}),
  },
]

function titleOf(one: ImportDetail, neverRan: boolean): string {
  const { counts } = one
  if (one.state === 'undone')
    return counts.kept > 0
      ? `已撤回 ${number(counts.undone)} 行，保留 ${number(counts.kept)} 行`
      : `已撤回全部 ${number(counts.undone)} 行`
  if (neverRan) return '已放弃，没有导入任何一行'
  return `已${writtenSentence(counts)}`
}
