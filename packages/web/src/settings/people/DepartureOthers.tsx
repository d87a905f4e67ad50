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
          <div className={styles.successor}>
            <label htmlFor="work-to">接手的人</label>
            <Select
              id="work-to"
              value={workTo ?? undefined}
              disabled={workers.length === 0}
              placeholder={workers.length === 0 ? '没有可以接手的人，先留着' : '选择接手的人'}
              status={form.errorOf('workTo') ? 'error' : ''}
              options={workers.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(worker: string) => form.set('workTo', worker)}
            />
            {form.errorOf('workTo') && <p className={styles.error}>{form.errorOf('workTo')}</p>}
          </div>
        </Panel>
      )}
      {regions.length > 0 && (
        <Panel title={`片区 ${regions.length} 个`} note={<ClauseChip clause="二.2.1)(14)" />}>
          {regions.map((region) => {
            const error = form.errorOf(`regionOwners.${region.id}`)
            return (
              <div key={region.id} className={styles.successor}>
                <label htmlFor={`owner-${region.id}`}>{region.name}的新片区经理</label>
                <Select
                  id={`owner-${region.id}`}
                  value={owners[region.id]}
                  placeholder="选择片区经理"
                  status={error ? 'error' : ''}
                  options={region.candidates.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(ownerId: string) => form.set('owners', { ...owners, [region.id]: ownerId })}
                />
                {error && <p className={styles.error}>{error}</p>}
              </div>
            )
          })}
        </Panel>
      )}
      {reports.length > 0 && (
        <Panel title={`下属 ${reports.length} 人`} note={reports.map(({ name }) => name).join('、')}>
          <div className={styles.successor}>
            <label htmlFor="new-manager">接任的上司</label>
            <Select
              id="new-manager"
              value={newManagerId ?? undefined}
              disabled={managers.length === 0}
              placeholder={managers.length === 0 ? '还没有接任的人，先空着' : '选择上司'}
              status={form.errorOf('newManagerId') ? 'error' : ''}
              options={managers.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(managerId: string) => form.set('newManagerId', managerId)}
            />
            {form.errorOf('newManagerId') && <p className={styles.error}>{form.errorOf('newManagerId')}</p>}
          </div>
        </Panel>
      )}
    </>
  )
}

export const workNote = ({ tasks, actionItems }: { tasks: number; actionItems: number }): string =>
  [tasks > 0 && `交办 ${tasks} 项`, actionItems > 0 && `遗留问题 ${actionItems} 项`]
    .filter(Boolean)
    .join('，')
