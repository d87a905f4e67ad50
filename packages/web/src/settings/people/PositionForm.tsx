import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { client } from '../../app/client.ts'
import { PersonForm } from './PersonForm.tsx'
import { PositionInputs } from './PositionInputs.tsx'
import { positionPart } from './person-values.ts'

const labels = {
  role: '岗位',
  divisionId: '事业部',
  regionIds: '片区',
  managerId: '直接上司',
  attendanceClerk: '考勤员',
} as const

export function PositionForm({ person, onClose }: { person: Person; onClose: () => void }) {
  return (
    <PersonForm
      person={person}
      labels={labels}
      onClose={onClose}
      note="保存后立即生效，本人下一次操作就按新的岗位。"
      send={(values, version) =>
        client.organisation.reassign({
          params: { id: person.id },
          body: { ...positionPart(values), version },
        })
      }
    >
      {(form) => <PositionInputs form={form} columns={false} />}
    </PersonForm>
  )
}
