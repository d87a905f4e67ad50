import type { DeparturePreview } from '@zhuowei/contract/departure.ts'
import { roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { Radio, Select } from 'antd'
import { LevelBadge } from '../../ui/LevelBadge.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { ProblemForm } from '../../ui/useProblemForm.ts'
import styles from './Departure.module.css'
import type { DepartureValues, HandoverWay } from './departure-values.ts'

interface PartProps {
  form: ProblemForm<DepartureValues>
  preview: DeparturePreview
}

const pool = 'pool'
const levels = { A: 1, B: 2, C: 3 } as const

/** Whose the customers are from now on: one successor, one each, or the manager's pool. */
export function DepartureCustomers({ form, preview }: PartProps) {
  const { customersTotal, byGrade, openNextSteps, unreflectedGradeChanges } = preview
  if (customersTotal === 0) return <Panel title="客户">名下没有客户。</Panel>
  const { way } = form.values
  const error = form.errorOf('handover')
  const facts = [
    `A ${byGrade.A}，B ${byGrade.B}，C ${byGrade.C}`,
    `${openNextSteps} 个有约好的下一步`,
    ...(unreflectedGradeChanges > 0 ? [`${unreflectedGradeChanges} 次等级变化还没写进日报，随客户移交`] : []),
  ]
  return (
    <Panel title={`客户 ${customersTotal} 个`} note={facts.join('；')}>
      <Radio.Group
        className={styles.ways}
        aria-label="客户怎样移交"
        value={way}
        onChange={(event) => form.set('way', event.target.value as HandoverWay)} // the values below
        options={[
          { value: 'one', label: '都交给一个人' },
          { value: 'each', label: '逐个指定' },
          { value: 'pool', label: '放入经理池，由经理分配' },
        ]}
      />
      {way !== 'pool' && <Successor form={form} preview={preview} />}
      {error && <p className={styles.error}>{error}</p>}
      {way === 'each' && <CustomerTable form={form} preview={preview} />}
    </Panel>
  )
}

function Successor({ form, preview }: PartProps) {
  return (
    <div className={styles.successor}>
      <label htmlFor="departure-successor">
        {form.values.way === 'each' ? '没有另外指定的，交给' : '接收人'}
      </label>
      <Select
        id="departure-successor"
        showSearch
        optionFilterProp="label"
        value={form.values.to ?? undefined}
        placeholder="选择接收人"
        status={form.errorOf('handover') ? 'error' : ''}
        options={successorOptions(preview)}
        onChange={(to: string) => form.set('to', to)}
      />
    </div>
  )
}

function CustomerTable({ form, preview }: PartProps) {
  const { exceptions } = form.values
  const options = [...successorOptions(preview), { value: pool, label: '经理池' }]
  const choose = (customerId: string, chosen: string | undefined) => {
    const { [customerId]: _, ...others } = exceptions
    const to = chosen === pool ? null : chosen
    form.set('exceptions', to === undefined ? others : { ...others, [customerId]: to })
  }
  return (
    <ul className={styles.customers}>
      {preview.customers.map((customer) => {
        const to = exceptions[customer.id]
        return (
          <li key={customer.id}>
            <LevelBadge level={levels[customer.grade]} letter={customer.grade} />
            <span>
              <strong>{customer.name}</strong>
              <small>
                {customer.number}，{customer.regionName}
              </small>
            </span>
            <Select
              allowClear={{ label: '清除' }}
              aria-label={`${customer.name}交给`}
              placeholder="同上"
              value={to === null ? pool : to}
              options={options}
              onChange={(chosen?: string) => choose(customer.id, chosen)}
            />
          </li>
        )
      })}
      {preview.customersTotal > preview.customers.length && (
        <li className={styles.rest}>其余 {preview.customersTotal - preview.customers.length} 个同上</li>
      )}
    </ul>
  )
}

const successorOptions = ({ successors }: DeparturePreview) =>
  successors.map(({ id, name, role, customers, sharesRegion }) => ({
    value: id,
    label: `${name}，${roleLabel[role]}，现有 ${customers} 个${sharesRegion ? '，同片区' : ''}`,
  }))
