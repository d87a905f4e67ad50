import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { useUndo } from '../ui/UndoBar.tsx'
import { client } from './client.ts'
import { useCommand } from './useCommand.ts'

/** 批准 a leave or trip in one tap, from 今天 and from 考勤. */
export function useApproval() {
  const say = useUndo()
  return useCommand(
    ({ id, version }: { id: string; version: number }) =>
      client.absences.decide({ params: { id }, body: { version, approve: true } }),
    {
      changes: ['absences', 'compliance', 'reports', 'today', 'notifications'],
      onDone: ({ person, kind }) => say({ text: `批准了${person.name}的${absenceKindLabel[kind]}` }),
    },
  )
}
