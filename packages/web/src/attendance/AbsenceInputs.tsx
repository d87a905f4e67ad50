import { absenceKindLabel, leaveTypeLabel, portionLabel } from '@zhuowei/domain/attendance/absence.ts'
import { isPlainDate, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { codesOf } from '@zhuowei/domain/codes.ts'
import { earliestAbsence } from '@zhuowei/domain/reports/absence.ts'
import { Input, Select } from 'antd'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Segments } from '../ui/Segments.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import styles from './AbsenceInputs.module.css'
import { type AbsenceValues, mayBeHalf, withFrom } from './absence-values.ts'
import { useStaff } from './useStaff.ts'

interface AbsenceInputsProps {
  form: ProblemForm<AbsenceValues>
  today: PlainDate
  /** A person asks for himself; the superior says for whom. */
  own: boolean
}

export function AbsenceInputs({ form, today, own }: AbsenceInputsProps) {
  const { kind, from, to } = form.values
  const backwards = isPlainDate(from) && isPlainDate(to) && to < from
  return (
    <FormFields>
      <FormFields columns>
        {!own && <PersonField form={form} />}
        <FormField form={form} name="kind" label="类型" prompt={<ClauseChip clause={clauseOf[kind]} />}>
          {({ value }) => (
            <div>
              <Segments
                label="类型"
                value={value}
                onChange={(next) => form.set('kind', next)}
                options={optionsOf(absenceKindLabel)}
              />
            </div>
          )}
        </FormField>
        <FormField form={form} name="from" label="从" required>
          {(control) => (
            <DateField
              {...control}
              min={earliestAbsence(today)}
              onChange={(date) => form.change((before) => withFrom(before, date))}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="to"
          label="到"
          prompt="这一天也算"
          required
          help={backwards && <span className={styles.wrong}>结束日期不能早于开始日期</span>}
        >
          {(control) => (
            <DateField
              {...control}
              status={backwards ? 'error' : control.status}
              min={from}
              onChange={(date) => form.set('to', date)}
            />
          )}
        </FormField>
        {kind === 'leave' ? <LeaveTypeField form={form} /> : <PlaceField form={form} />}
        {mayBeHalf(form.values) && (
          <FormField form={form} name="portion" label="全天或半天">
            {({ value }) => (
              <div>
                <Segments
                  label="全天或半天"
                  value={value}
                  onChange={(next) => form.set('portion', next)}
                  options={optionsOf(portionLabel)}
                />
              </div>
            )}
          </FormField>
        )}
      </FormFields>
      <FormField form={form} name="reason" label="事由" required>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            onChange={({ target }) => form.set('reason', target.value)}
          />
        )}
      </FormField>
    </FormFields>
  )
}

const clauseOf = { leave: '三.3-b', trip: '五.4.3)①' } as const

const optionsOf = <T extends Record<string, string>>(labels: T) =>
  codesOf(labels).map((value) => ({ value, label: labels[value] ?? '' }))

function PersonField({ form }: { form: ProblemForm<AbsenceValues> }) {
  const staff = useStaff()
  return (
    <FormField form={form} name="personId" label="人员" required>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择人员"
          options={staff.map(({ id, name, roleLabel }) => ({ value: id, label: `${name}，${roleLabel}` }))}
          onChange={(personId: string) => form.set('personId', personId)}
        />
      )}
    </FormField>
  )
}

function LeaveTypeField({ form }: { form: ProblemForm<AbsenceValues> }) {
  return (
    <FormField form={form} name="leaveType" label="请假类型" required>
      {(control) => (
        <Select
          {...control}
          placeholder="选择请假类型"
          options={optionsOf(leaveTypeLabel)}
          onChange={(leaveType: AbsenceValues['leaveType']) => form.set('leaveType', leaveType)}
        />
      )}
    </FormField>
  )
}

function PlaceField({ form }: { form: ProblemForm<AbsenceValues> }) {
  return (
    <FormField form={form} name="place" label="出差地区" required>
      {(control) => (
        <Input
          {...control}
          maxLength={100}
          placeholder="例如 沧屿"
          onChange={({ target }) => form.set('place', target.value)}
        />
      )}
    </FormField>
  )
}
