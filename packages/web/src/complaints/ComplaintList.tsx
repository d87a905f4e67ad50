import type { Complaint } from '@zhuowei/contract/complaints.ts'
import { complaintCauseLabel, complaintLevelLabel } from '@zhuowei/domain/complaints/complaint.ts'
import { Button } from 'antd'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TwoLineList, TwoLines } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import type { ListSource } from '../ui/usePages.ts'
import styles from './complaints.module.css'
import { DueText } from './DueText.tsx'
import { ComplaintState, clockOf, EscalatedTag, isEscalated, LevelTag, titleOf } from './words.tsx'

interface ComplaintListProps {
  source: ListSource<Complaint>
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  isFiltered: boolean
  onClear: () => void
  record: (() => void) | undefined
}

export function ComplaintList(props: ComplaintListProps) {
  const { source, selected, onSelect, isFiltered, onClear, record } = props
  const phone = usePhone()
  const wide = !phone && selected === undefined
  return (
    <TwoLineList
      label="投诉"
      source={source}
      keyOf={({ id }) => id}
      columns={['minmax(0, 1fr)', !phone && '56px', phone ? '112px' : '120px', wide && '90px']
        .filter(Boolean)
        .join(' ')}
      row={(complaint) => <ComplaintRow complaint={complaint} wide={wide} />}
      selected={selected ?? null}
      onSelect={(id) => onSelect(id ?? undefined)}
      onOpen={({ id }) => onSelect(id)}
      foot={(shown, hasMore) => <span>{hasMore ? `已显示 ${shown} 件` : `共 ${shown} 件`}</span>}
      empty={
        isFiltered ? (
          <EmptyState title="没有符合条件的投诉" action={<Button onClick={onClear}>清除条件</Button>} />
        ) : (
          <EmptyState
            title="没有投诉"
            note="客户对任何部门、任何人的投诉都在这里登记，部门经理立即收到（六.5.1)）。"
            action={
              record && (
                <Button type="primary" onClick={record}>
                  登记投诉
                </Button>
              )
            }
          />
        )
      }
    />
  )
}

function ComplaintRow({ complaint, wide }: { complaint: Complaint; wide: boolean }) {
  const phone = usePhone()
  const { number, cause, content, level, assignee } = complaint
  const clock = clockOf(complaint)
  return (
    <>
      <TwoLines
        title={titleOf(complaint)}
        tag={
          isEscalated(complaint) ? (
            <EscalatedTag forGm={complaint.forGm} />
          ) : (
            <ComplaintState state={complaint.state} />
          )
        }
        facts={
          phone
            ? `${complaintCauseLabel[cause]}：${content}`
            : `${number}，${complaintCauseLabel[cause]}：${content}`
        }
      />
      {!phone && (
        <span>
          <LevelTag level={level} />
        </span>
      )}
      <div className={styles.clock}>
        {clock && (
          <>
            <p>
              <DueText dueAt={clock.dueAt} />
            </p>
            <small>
              {phone && level !== 'normal' && `${complaintLevelLabel[level]}，`}
              {clock.label}截止
            </small>
          </>
        )}
      </div>
      {wide && <span>{assignee?.name ?? '未派单'}</span>}
    </>
  )
}
