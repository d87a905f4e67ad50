import {
  type ImportDetail,
  type ImportMapping,
  type ImportOptions,
  importFieldLabel,
  requiredImportFields,
} from '@zhuowei/contract/import-shapes.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Columns, Stack } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { ColumnMapping } from './ColumnMapping.tsx'
import { HeaderChoice } from './HeaderChoice.tsx'
import { ImportDefaults } from './ImportDefaults.tsx'
import styles from './MappingStep.module.css'
import { SameFile } from './SameFile.tsx'

/** Which column is what, and what holds for rows that do not say it. */
export function MappingStep({ one, onChecking }: { one: ImportDetail; onChecking: () => void }) {
  const [mapping, setMapping] = useState<ImportMapping>(one.mapping)
  const [options, setOptions] = useState<ImportOptions>(one.options)
  const check = useCommand(
    () => client.imports.check({ params: { id: one.id }, body: { mapping, options, version: one.version } }),
    { changes: ['imports'], onDone: onChecking },
  )
  const giveUp = useCommand(() => client.imports.cancel({ params: { id: one.id } }), { changes: ['imports'] })
  const missing = requiredImportFields.filter(
    (field) => !mapping.includes(field) && !(field === 'status' && options.status),
  )
  return (
    <>
      <SameFile one={one} />
      {one.failure && <RefusalBox title={one.failure} />}
      <Columns aside={348}>
        <Stack>
          <HeaderChoice one={one} />
          {one.headers.length > 0 && (
            <Panel
              title="对应列"
              note={one.remembered ? '按上次同样表头的对应填好了' : '已按表头猜好，请核对；不需要的列留空'}
              flush
            >
              {missing.length > 0 && missing[0] !== 'name' && (
                <p className={styles.missing}>
                  还没有对应：{missing.map((field) => importFieldLabel[field]).join('、')}
                  。新客户缺这几项会列为错误，已有客户不受影响。
                  <ClauseChip clause="六.2.3)②" />
                </p>
              )}
              {!regionSaid(mapping, options) && (
                <p className={styles.missing}>
                  表里没有片区和负责人：请在“表里没写时”选默认片区或负责人，否则新客户会列为错误（只有一个片区时除外）。
                </p>
              )}
              <ColumnMapping one={one} mapping={mapping} onChange={setMapping} />
            </Panel>
          )}
        </Stack>
        <Stack>
          <ImportDefaults options={options} onChange={setOptions} mapping={mapping} />
        </Stack>
      </Columns>
      {check.error && <RefusalBox error={check.error} />}
      <SubmitBar
        label="预检"
        missing={
          one.headers.length === 0
            ? '请先指出哪一行是表头'
            : !mapping.includes('name')
              ? '请指出哪一列是客户名称'
              : one.totalRows === 0
                ? '表头以下没有一行客户'
                : undefined
        }
        submitting={check.isPending}
        onSubmit={() => check.mutate()}
        others={
          <Button size="large" disabled={giveUp.isPending} onClick={() => giveUp.mutate()}>
            放弃
          </Button>
        }
        note="预检不写入任何数据，先逐行看会发生什么"
      />
    </>
  )
}

const regionSaid = (mapping: ImportMapping, options: ImportOptions) =>
  mapping.includes('region') ||
  mapping.includes('owner') ||
  options.regionId !== null ||
  options.ownerId !== null
