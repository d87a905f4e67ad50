import { type PlainDate, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import type { WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import {
  callDirectionLabel,
  callDirections,
  type VisitKind,
  visitKindLabel,
  visitKinds,
} from '@zhuowei/domain/customers/visit.ts'
import { Chip, Chips } from '../ui/Chip.tsx'
import { useNow } from '../ui/clock.ts'
import { NativePicker } from '../ui/NativePicker.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { DayChips } from './DayChips.tsx'
import { dayLabel, pastDayChoices } from './next-days.ts'
import type { VisitDraft } from './visit-draft.ts'

export function KindField({ form }: { form: ProblemForm<VisitDraft> }) {
  // A visit has no direction: what was said of a call goes with the call.
  const choose = (kind: VisitKind) =>
    form.change((draft) => ({ ...draft, kind, callDirection: kind === 'call' ? draft.callDirection : null }))
  return (
    <ChoiceField form={form} name="kind" label="方式">
      <Chips>
        {visitKinds.map((kind) => (
          <Chip key={kind} chosen={form.values.kind === kind} onToggle={() => choose(kind)}>
            {visitKindLabel[kind]}
          </Chip>
        ))}
      </Chips>
    </ChoiceField>
  )
}

/** 三.7 who rang: one touch, and another takes it back. */
export function DirectionField({ form }: { form: ProblemForm<VisitDraft> }) {
  const { callDirection } = form.values
  return (
    <ChoiceField form={form} name="callDirection" label="来电或去电">
      <Chips>
        {callDirections.map((direction) => (
          <Chip
            key={direction}
            chosen={callDirection === direction}
            onToggle={() => form.set('callDirection', callDirection === direction ? null : direction)}
          >
            {callDirectionLabel[direction]}
          </Chip>
        ))}
      </Chips>
    </ChoiceField>
  )
}

/** Today and now, unless somebody says otherwise: another day with one touch, another time with the device's clock. */
export function WhenField({ form, calendar }: { form: ProblemForm<VisitDraft>; calendar: WorkCalendar }) {
  const now = useNow()
  const today = shanghaiDate(now)
  const { when } = form.values
  const setDate = (date: PlainDate | null) => {
    const isNow = date === null || (date === today && !when)
    form.set('when', isNow ? null : { date, time: date === today ? shanghaiTime(now) : usualTime })
  }
  return (
    <ChoiceField form={form} name="when" label="时间">
      <Chips>
        <DayChips
          label="拜访日期"
          choices={pastDayChoices(calendar, today)}
          today={today}
          value={when?.date ?? today}
          onChange={setDate}
          max={today}
        />
        <NativePicker
          type="time"
          label="几点"
          text={when ? when.time : `现在 ${shanghaiTime(now)}`}
          value={when?.time ?? shanghaiTime(now)}
          onChange={(time) => form.set('when', time ? { date: when?.date ?? today, time } : null)}
        />
      </Chips>
    </ChoiceField>
  )
}

const usualTime = '10:00'

/** 现在 14:52 · 昨天 10:00. */
export function whenText({ when }: VisitDraft, now: Date): string {
  if (!when) return `现在 ${shanghaiTime(now)}`
  return `${dayLabel(when.date, shanghaiDate(now))} ${when.time}`
}
