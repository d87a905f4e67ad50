import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import { Chips } from '../ui/Chip.tsx'
import { useNow } from '../ui/clock.ts'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { DayChips } from './DayChips.tsx'
import { LongText } from './LongText.tsx'
import styles from './NextStepField.module.css'
import { nextDayChoices } from './next-days.ts'
import type { VisitDraft } from './visit-draft.ts'

/** What is to be done next, and on which working day it becomes a line of that day's plan. */
export function NextStepField({ form, calendar }: { form: ProblemForm<VisitDraft>; calendar: WorkCalendar }) {
  const today = shanghaiDate(useNow())
  return (
    <div className={styles.next}>
      <LongText
        form={form}
        name="nextStep"
        label="下一步"
        prompt="选了日期，自动进那天的计划"
        placeholder="接下来要做的一件事"
        maxLength={500}
        rows={1}
      />
      <Chips>
        <DayChips
          label="哪天做"
          choices={nextDayChoices(calendar, today)}
          today={today}
          value={form.values.nextOn}
          onChange={(nextOn) => form.set('nextOn', nextOn)}
          min={today}
          clearable
        />
      </Chips>
    </div>
  )
}
