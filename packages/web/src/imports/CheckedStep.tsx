import type { ImportDetail, ImportMode } from '@zhuowei/contract/import-shapes.ts'
import { importModeLabel } from '@zhuowei/contract/import-shapes.ts'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import styles from './CheckedStep.module.css'
import { FailedRowsLink } from './FailedRowsLink.tsx'
import { RowList } from './RowList.tsx'
import { SameFile } from './SameFile.tsx'
import { number, plannedSentence } from './sentences.ts'

/** What would happen row by row, and the choice of how to import. */
export function CheckedStep({ one, onRemap }: { one: ImportDetail; onRemap: () => void }) {
  const { counts } = one
  const errors = counts.error
  const writing = counts.create + counts.update
  const [mode, setMode] = useState<ImportMode>(errors > 0 ? 'valid_rows' : 'all_or_nothing')
  const run = useCommand(
    () => client.imports.run({ params: { id: one.id }, body: { mode, version: one.version } }),
    { changes: ['imports'] },
  )
  const giveUp = useCommand(() => client.imports.cancel({ params: { id: one.id } }), { changes: ['imports'] })
  return (
    <>
      <SameFile one={one} />
      {one.failure && <RefusalBox title={one.failure} />}
      <Panel title={plannedSentence(counts)} note={leftOut(one)} extra={<FailedRowsLink one={one} small />}>
        {writing === 0 ? (
          <p className={styles.nothing}>
            {counts.unchanged > 0 && errors + counts.duplicate === 0
              ? '文件里的内容都已经在库里，不需要导入。'
              : '没有可以导入的行；请按下面的原因改好文件，再重新上传。'}
          </p>
        ) : (
          <Radio.Group
            className={styles.modes}
            value={mode}
            onChange={({ target }) => setMode(target.value)}
            aria-label="怎样导入"
          >
            <Radio value="all_or_nothing" disabled={errors > 0}>
              {importModeLabel.all_or_nothing}
              <span className={styles.hint}>
                {errors > 0 ? `还有 ${number(errors)} 行错误，不能选` : '中途出任何问题，一行也不留下'}
              </span>
            </Radio>
            <Radio value="valid_rows">
              {importModeLabel.valid_rows}
              <span className={styles.hint}>其余的行可以下载，改好再传</span>
            </Radio>
          </Radio.Group>
        )}
      </Panel>
      <RowList one={one} />
      {run.error && <RefusalBox error={run.error} />}
      <SubmitBar
        label={`导入 ${number(writing)} 行`}
        missing={writing === 0 ? '没有可以导入的行' : undefined}
        submitting={run.isPending}
        onSubmit={() => run.mutate()}
        others={
          <>
            <Button size="large" onClick={onRemap}>
              改对应列
            </Button>
            <Button size="large" disabled={giveUp.isPending} onClick={() => giveUp.mutate()}>
              放弃
            </Button>
          </>
        }
        note="导入后 90 天内可以整批撤销"
      />
    </>
  )
}

function leftOut({ counts }: ImportDetail): string {
  const parts = [
    counts.error > 0 && `${number(counts.error)} 行错误`,
    counts.duplicate > 0 && `${number(counts.duplicate)} 行重复`,
    counts.unchanged > 0 && `${number(counts.unchanged)} 行无变化`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? `${parts.join('、')}，不导入` : ''
}
