import { useQuery } from '@tanstack/react-query'
import type { Availability } from '@zhuowei/contract/meetings.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { Chip } from '../ui/Chip.tsx'
import { FormField } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import type { MeetingValues } from './MeetingInputs.tsx'
import styles from './meetings.module.css'
import { instantOf } from './TimeInputs.tsx'

/** Who is asked to come, with what stands against it at that time; why somebody is away is not said. */
export function Invited({ form }: { form: ProblemForm<MeetingValues> }) {
  const at = instantOf(form.values)
  const { data } = useQuery({
    ...read('meetings', 'availability', { query: { at } }),
    enabled: at !== '',
    placeholderData: (before) => before,
  })
  const chosen = form.values.attendeeIds
  const toggle = (id: string) =>
    form.set('attendeeIds', chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <FormField
      form={form}
      name="attendeeIds"
      label="参加的人"
      required
      extra={
        <Button
          type="link"
          size="small"
          disabled={!data}
          onClick={() => form.set('attendeeIds', data?.map(({ person }) => person.id) ?? [])}
        >
          全选
        </Button>
      }
    >
      {({ id }) => (
        <fieldset className={styles.people} aria-label="参加的人" id={id} tabIndex={-1}>
          {data?.map((one) => (
            <Chip
              key={one.person.id}
              chosen={chosen.includes(one.person.id)}
              note={againstIt(one)}
              onToggle={() => toggle(one.person.id)}
            >
              {one.person.name}
            </Chip>
          ))}
          {!data && <span>选好时间，看谁能来</span>}
        </fieldset>
      )}
    </FormField>
  )
}

function againstIt({ away, awayPart, busy }: Availability): string {
  const half = awayPart === 'am' ? '上午' : awayPart === 'pm' ? '下午' : ''
  if (away) return `${half}${away === 'leave' ? '请假' : '出差'}`
  return busy ? `有${busy}` : ''
}
