import { useQuery } from '@tanstack/react-query'
import type { ImportMapping, ImportOptions } from '@zhuowei/contract/import-shapes.ts'
import {
  accountStatuses,
  accountStatusLabel,
  accountTypeLabel,
  accountTypes,
} from '@zhuowei/domain/customers/account.ts'
import {
  allowedGrades,
  gradeLabel,
  tradeStatuses,
  tradeStatusLabel,
} from '@zhuowei/domain/customers/grade.ts'
import { Checkbox, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Panel } from '../ui/Panel.tsx'
import styles from './ImportDefaults.module.css'

interface ImportDefaultsProps {
  options: ImportOptions
  onChange: (options: ImportOptions) => void
  mapping: ImportMapping
}

/** What holds for rows that do not say it, and how existing customers are treated. */
export function ImportDefaults({ options, onChange, mapping }: ImportDefaultsProps) {
  const { regions, owners } = useOwners(options.regionId)
  const set = (change: Partial<ImportOptions>) => onChange({ ...options, ...change })
  const chooser =
    <T extends string>(
      value: T | null,
      choices: readonly { value: T; label: string }[],
      take: (value: T | null) => void,
      placeholder: string,
    ) =>
    (control: { id: string }) => (
      <Select
        {...control}
        value={value}
        placeholder={placeholder}
        allowClear={{ label: '清除' }}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...choices]}
        onChange={(next: T | undefined) => take(next ?? null)}
      />
    )
  return (
    <>
      <Panel title="表里没写时">
        <div className={styles.fields}>
          <Field label="片区" hint={mapping.includes('region') ? '空着的行用它' : undefined}>
            {chooser(
              options.regionId,
              regions,
              (regionId) => set({ regionId, ownerId: null }),
              '按负责人所在片区',
            )}
          </Field>
          <Field label="负责人">
            {chooser(options.ownerId, owners, (ownerId) => set({ ownerId }), '归片区负责人')}
          </Field>
          <Field label="客户状态">
            {chooser(
              options.status,
              choicesOf(accountStatuses, accountStatusLabel),
              (status) => set({ status }),
              '必填，不给默认',
            )}
          </Field>
          <Field label="客户类型">
            {chooser(
              options.type,
              choicesOf(accountTypes, accountTypeLabel),
              (type) => set({ type }),
              '按名称判断',
            )}
          </Field>
          <Field label="交易状态">
            {chooser(
              options.tradeStatus,
              choicesOf(tradeStatuses, tradeStatusLabel),
              (tradeStatus) => set({ tradeStatus, grade: null }),
              '无交易客户',
            )}
          </Field>
          <Field label="客户等级">
            {chooser(
              options.grade,
              allowedGrades(options.tradeStatus ?? 'untraded').map((grade) => ({
                value: grade,
                label: `${grade} ${gradeLabel[grade]}`,
              })),
              (grade) => set({ grade }),
              options.tradeStatus === 'traded' ? 'B 一般' : 'C 有潜力',
            )}
          </Field>
        </div>
      </Panel>
      <Panel title="已有的客户">
        <div className={styles.checks}>
          <Checkbox checked={options.overwrite} onChange={({ target }) => set({ overwrite: target.checked })}>
            用表里的内容替换原有内容
          </Checkbox>
          <p>不选时只补空白。片区、负责人、等级、交易状态从不随导入改变。</p>
          <Checkbox
            checked={options.allowSamePhone}
            onChange={({ target }) => set({ allowSamePhone: target.checked })}
          >
            电话与别的客户相同也导入
          </Checkbox>
          <p>不选时列为重复，留给您核对。</p>
        </div>
      </Panel>
    </>
  )
}

function Field({
  label,
  hint,
  children,
}: {
  label: string
  hint?: string | undefined
  children: (control: { id: string }) => ReactNode
}) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {hint && <span>{hint}</span>}
      </label>
      {children({ id })}
    </div>
  )
}

function choicesOf<T extends string>(codes: readonly T[], labels: Record<T, string>) {
  return codes.map((value) => ({ value, label: labels[value] }))
}

/** Regions of the division, and who can own customers in the chosen one. */
function useOwners(regionId: string | null) {
  const { division } = useSession()
  const regions = useQuery({
    ...read('organisation', 'regions', { query: { divisionId: division?.id } }),
    staleTime: 10 * 60_000,
  })
  const people = useQuery({
    ...read('organisation', 'people', {
      query: { divisionId: division?.id, role: ['spm', 'pm'], regionId: regionId ?? undefined, limit: 200 },
    }),
    staleTime: 10 * 60_000,
  })
  return {
    regions: (regions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    owners: (people.data?.items ?? []).map(({ id, name, regions: theirs }) => ({
      value: id,
      label: theirs[0] ? `${name}（${theirs[0].name}）` : name,
    })),
  }
}
