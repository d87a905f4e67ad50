import { useQuery } from '@tanstack/react-query'
import { gradeDefinition, gradeLabel, grades } from '@zhuowei/domain/customers/grade.ts'
import { Input, Select } from 'antd'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Panel } from '../ui/Panel.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import type { NewInputs } from './NewCustomerPage.tsx'

export interface Place {
  regionId: string
  ownerId: string
  grade: string
}

/** Whose it will be and at which grade: said before it is saved, and changeable by who may decide it. */
export function NewCustomerPlace({ form }: { form: ProblemForm<NewInputs> }) {
  const { person, regions } = useSession()
  const isSupervisor = person.role === 'pm'
  const decides = person.role === 'dm' || person.role === 'oa'
  const all = useQuery({ ...read('organisation', 'regions', {}), enabled: decides })
  const choices = decides ? (all.data?.items ?? []) : regions
  // Somebody who enters for others says for whom; there is no usual region then.
  const usual = decides && choices.length > 1 ? undefined : choices[0]
  const regionId = (choices.find(({ id }) => id === form.values.regionId) ?? usual)?.id ?? ''
  const grade = grades.find((one) => one === form.values.grade) ?? 'C'
  return (
    <Panel title="建好以后" note={decides ? '代录的客户归负责人，他会收到通知' : '可以改'}>
      <FormFields>
        {choices.length > 1 && (
          <FormField form={form} name="regionId" label="片区" required={decides}>
            {({ value: _, ...control }) => (
              <Select
                {...control}
                value={regionId || undefined}
                placeholder="客户在哪个片区"
                options={choices.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id: string) => form.change((before) => ({ ...before, regionId: id, ownerId: '' }))}
              />
            )}
          </FormField>
        )}
        {isSupervisor ? (
          <p>
            归{choices.length > 1 ? '上面的片区' : choices[0]?.name}，由您负责。{' '}
            <ClauseChip clause="六.4.1)" />
          </p>
        ) : (
          regionId && <OwnerField form={form} regionId={regionId} self={decides ? null : person} />
        )}
        <FormField
          form={form}
          name="grade"
          label="客户等级"
          help={
            <>
              {gradeDefinition[grade].text} <ClauseChip clause={gradeDefinition[grade].clause} />
            </>
          }
        >
          {({ value: _, ...control }) => (
            <Select
              {...control}
              value={grade}
              options={grades.map((one) => ({ value: one, label: `${one} ${gradeLabel[one]}` }))}
              onChange={(one: string) => form.set('grade', one)}
            />
          )}
        </FormField>
        {grade === 'A' && (
          <FormField
            form={form}
            name="resources"
            label="资源说明"
            required
            help={
              <>
                公司或者个人有哪些资源可以辅助市场开拓 <ClauseChip clause="六.1.1)④" />
              </>
            }
          >
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={500}
                onChange={({ target }) => form.set('resources', target.value)}
              />
            )}
          </FormField>
        )}
      </FormFields>
    </Panel>
  )
}

function OwnerField({
  form,
  regionId,
  self,
}: {
  form: ProblemForm<NewInputs>
  regionId: string
  self: { id: string; name: string } | null
}) {
  const people = useQuery(
    read('organisation', 'people', {
      query: { role: ['spm', 'pm'], limit: 200, ...(regionId && { regionId }) },
    }),
  )
  const takers = people.data?.items ?? []
  const usual =
    self ?? takers.find((person) => person.regions.some(({ id, owned }) => id === regionId && owned))
  return (
    <FormField form={form} name="ownerId" label="负责人" prompt={<ClauseChip clause="六.4.1)" />}>
      {({ value, ...control }) => (
        <Select
          {...control}
          value={value || usual?.id}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="放入经理池，以后再分配"
          options={takers.map(({ id, name, roleLabel }) => ({ value: id, label: `${name}，${roleLabel}` }))}
          onChange={(id: string) => form.set('ownerId', id)}
        />
      )}
    </FormField>
  )
}
