import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { client } from '../../app/client.ts'
import { PersonalInputs } from './PersonalInputs.tsx'
import { PersonForm } from './PersonForm.tsx'
import { personalPart } from './person-values.ts'

const labels = {
  name: '姓名',
  employeeNo: '工号',
  username: '用户名',
  entryDate: '入职日期',
  phone: '电话',
  email: '邮箱',
} as const

export function PersonalForm({ person, onClose }: { person: Person; onClose: () => void }) {
  return (
    <PersonForm
      person={person}
      labels={labels}
      onClose={onClose}
      send={(values, version) =>
        client.organisation.updatePerson({
          params: { id: person.id },
          body: { ...personalPart(values), version },
        })
      }
    >
      {(form) => <PersonalInputs form={form} columns={false} />}
    </PersonForm>
  )
}
