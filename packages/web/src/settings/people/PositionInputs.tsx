import { useQuery } from '@tanstack/react-query'
import { standsOutside, worksInRegions } from '@zhuowei/domain/organisation/position.ts'
import { type Role, reportsTo, roleLabel, roles } from '@zhuowei/domain/organisation/roles.ts'
import { Checkbox, Select } from 'antd'
import { read } from '../../app/client.ts'
import { ClauseChip } from '../../ui/ClauseChip.tsx'
import { FormField, FormFields } from '../../ui/FormField.tsx'
import type { ProblemForm } from '../../ui/useProblemForm.ts'
import { type PersonValues, withRole } from './person-values.ts'

interface PositionInputsProps {
  form: ProblemForm<PersonValues>
  columns: boolean
}

/** What somebody does, where, and for whom; only what the role has is asked (二.1, G4–G6). */
export function PositionInputs({ form, columns }: PositionInputsProps) {
  const { role } = form.values
  const divisions = useQuery(read('organisation', 'divisions')).data?.items ?? []
  const onlyDivision = divisions.length === 1 ? (divisions[0]?.id ?? null) : null
  return (
    <FormFields columns={columns}>
      <FormField form={form} name="role" label="岗位" required>
        {({ status, ...control }) => (
          <Select
            {...control}
            status={status}
            options={roles.map((value) => ({ value, label: roleLabel[value] }))}
            onChange={(next: Role) => form.change((before) => withRole(before, next, onlyDivision))}
          />
        )}
      </FormField>
      {!standsOutside(role) && (
        <FormField form={form} name="divisionId" label="事业部" required>
          {(control) => (
            <Select
              {...control}
              placeholder="选择事业部"
              options={divisions.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(divisionId: string) =>
                form.change((before) => ({ ...before, divisionId, regionIds: [], managerId: null }))
              }
            />
          )}
        </FormField>
      )}
      {worksInRegions(role) && <RegionsField form={form} />}
      {reportsTo[role] && <ManagerField form={form} superior={reportsTo[role]} />}
      {role === 'oa' && (
        <FormField form={form} name="attendanceClerk" label="考勤员" prompt={<ClauseChip clause="三.4-a" />}>
          {({ id, value }) => (
            <Checkbox
              id={id}
              checked={value}
              onChange={(event) => form.set('attendanceClerk', event.target.checked)}
            >
              负责考勤，登记请假和出差
            </Checkbox>
          )}
        </FormField>
      )}
    </FormFields>
  )
}

function RegionsField({ form }: { form: ProblemForm<PersonValues> }) {
  const { divisionId } = form.values
  const regions = useQuery(read('organisation', 'regions', { query: {} })).data?.items ?? []
  const options = regions
    .filter((region) => region.division.id === divisionId)
    .map(({ id, name, owner }) => ({ value: id, label: owner ? `${name}（${owner.name}）` : name }))
  return (
    <FormField
      form={form}
      name="regionIds"
      label="片区"
      prompt="可多选"
      help={divisionId && options.length === 0 ? '还没有片区，先在“事业部与片区”里建立' : undefined}
    >
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          placeholder={divisionId ? '选择片区' : '先选事业部'}
          options={options}
          optionFilterProp="label"
          onChange={(regionIds: string[]) => form.set('regionIds', regionIds)}
        />
      )}
    </FormField>
  )
}

function ManagerField({ form, superior }: { form: ProblemForm<PersonValues>; superior: Role }) {
  const { divisionId } = form.values
  const place = superior === 'gm' ? {} : { divisionId: divisionId ? [divisionId] : [] }
  const managers = useQuery({
    ...read('organisation', 'people', { query: { role: [superior], ...place, limit: 200 } }),
    enabled: superior === 'gm' || divisionId !== null,
  })
  const options = (managers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const only = options.length === 1 ? options[0]?.value : undefined
  return (
    <FormField
      form={form}
      name="managerId"
      label="直接上司"
      prompt={<ClauseChip clause="二.1" />}
      help={managers.data && options.length === 0 ? `还没有${roleLabel[superior]}，以后再指定` : undefined}
    >
      {(control) => (
        <Select
          {...control}
          value={control.value ?? only}
          placeholder={superior === 'gm' || divisionId ? '选择直接上司' : '先选事业部'}
          disabled={options.length === 0}
          options={options}
          onChange={(managerId: string) => form.set('managerId', managerId)}
        />
      )}
    </FormField>
  )
}
