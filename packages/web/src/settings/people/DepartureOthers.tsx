import type { DeparturePreview } from '@zhuowei/contract/departure.ts'
import { Select } from 'antd'
import { ClauseChip } from '../../ui/ClauseChip.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { ProblemForm } from '../../ui/useProblemForm.ts'
import styles from './Departure.module.css'
import { type DepartureValues, hasOpenWork } from './departure-values.ts'

interface PartProps {
  form: ProblemForm<DepartureValues>
  preview: DeparturePreview
}

/** Open work goes on with somebody, regions get another owner, people another superior; nothing is asked of somebody who has none. */
export function DepartureOthers({ form, preview }: PartProps) {
  const { regions, reports, managers, openWork, workers } = preview
  const { owners, newManagerId, workTo } = form.values
  return (
    <>
      {hasOpenWork(preview) && (
        <Panel title="没做完的事" note={workNote(openWork)}>
          <Successor
            id="work-to"
            label="接手的人"
            value={workTo ?? undefined}
            people={workers}
            placeholder="选择接手的人"
            nobody="没有可以接手的人，先留着"
            error={form.errorOf('workTo')}
            onChange={(worker) => form.set('workTo', worker)}
          />
        </Panel>
      )}
      {regions.length > 0 && (
        <Panel title={`片区 ${regions.length} 个`} note={<ClauseChip clause="二.2.1)(14)" />}>
          {regions.map(({ id, name, candidates }) => (
            <Successor
              key={id}
              id={`owner-${id}`}
              label={`${name}的新片区经理`}
              value={owners[id]}
              people={candidates}
              placeholder="选择片区经理"
              error={form.errorOf(`regionOwners.${id}`)}
              onChange={(ownerId) => form.set('owners', { ...owners, [id]: ownerId })}
            />
          ))}
        </Panel>
      )}
      {reports.length > 0 && (
        <Panel title={`下属 ${reports.length} 人`} note={reports.map(({ name }) => name).join('、')}>
          <Successor
            id="new-manager"
            label="接任的上司"
            value={newManagerId ?? undefined}
            people={managers}
            placeholder="选择上司"
            nobody="还没有接任的人，先空着"
            error={form.errorOf('newManagerId')}
            onChange={(managerId) => form.set('newManagerId', managerId)}
          />
        </Panel>
      )}
    </>
  )
}

interface SuccessorProps {
  id: string
  label: string
  value: string | undefined
  people: readonly { id: string; name: string }[]
  placeholder: string
  /** Said instead when there is nobody to choose; without it the choice stays open. */
  nobody?: string
  error: string | undefined
  onChange: (personId: string) => void
}

function Successor({ id, label, value, people, placeholder, nobody, error, onChange }: SuccessorProps) {
  const isEmpty = nobody !== undefined && people.length === 0
  return (
    <div className={styles.successor}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value}
        disabled={isEmpty}
        placeholder={isEmpty ? nobody : placeholder}
        status={error ? 'error' : ''}
        options={people.map((person) => ({ value: person.id, label: person.name }))}
        onChange={onChange}
      />
      {error && <p className={styles.error}>{error}</p>}
    </div>
  )
}

export const workNote = ({ tasks, actionItems }: { tasks: number; actionItems: number }): string =>
  [tasks > 0 && `交办 ${tasks} 项`, actionItems > 0 && `遗留问题 ${actionItems} 项`]
    .filter(Boolean)
    .join('，')
