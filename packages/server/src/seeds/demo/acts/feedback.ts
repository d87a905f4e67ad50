import { atShanghai, firstDayOfMonth, lastDayOfMonth, monthOf } from '@zhuowei/domain/calendar/dates.ts'
import { lastWorkingDayOnOrBefore } from '@zhuowei/domain/calendar/working-days.ts'
import { emptyForm, type FormContent, type WordEntry, wordItems } from '@zhuowei/domain/feedback/form.ts'
import { confirmUnchanged } from '../../../feedback/confirmation.ts'
import { currentForm } from '../../../feedback/form.ts'
import { saveForm } from '../../../feedback/save.ts'
import { freezeLastMonth } from '../../../feedback/snapshots.ts'
import type { DemoCustomer } from '../customers.ts'
import type { Dice, Draw } from '../dice.ts'
import { type DemoVisit, ownerOn } from '../field-work.ts'
import type { Quarter } from '../quarter.ts'
import { competitorSentences, formSentences } from '../sentences/feedback.ts'
import { type Act, as, customerId } from '../stage/stage.ts'

interface Story {
  draw: Draw
  quarter: Quarter
  customers: readonly DemoCustomer[]
  visits: readonly DemoVisit[]
}

/** Those that are as old as the division have one; of the newer ones some wait, and some of them for too long. */
const filledOfNew = 0.4

/** 六.3.2) forms are filled after a visit or by 综合管理, updated later, confirmed at the end of the month, and frozen after it. */
export function feedbackActs(story: Story): Act[] {
  const { customers, draw, quarter } = story
  const acts = customers.flatMap((customer) => {
    const dice = draw('feedback', customer.name)
    const isOld = customer.createdOn < quarter.first
    return isOld || dice.chance(filledOfNew) ? formOf(customer, dice, story) : []
  })
  const months = [...new Set(quarter.workingDays.map(monthOf))].slice(1)
  return [...acts, ...months.map((month) => freezing(firstDayOfMonth(month)))]
}

function formOf(customer: DemoCustomer, dice: Dice, { quarter, visits }: Story): Act[] {
  const own = visits.filter((visit) => visit.customer === customer.name)
  const first = own[dice.whole(0, Math.max(0, Math.min(own.length - 1, 2)))]
  const byClerk = atShanghai(dice.pick(quarter.workingDays.slice(10, 40)), '16:20')
  const at = first ? minutesAfter(first.enteredAt, 4) : byClerk
  if (customer.createdOn >= quarter.first && !first) return []
  const content = contentOf(customer, dice)
  const later = own.findLast((visit) => visit.enteredAt > minutesAfter(at, 60 * 24))
  return [
    {
      at,
      key: `feedback|${customer.name}|1`,
      play: (stage) =>
        as(stage, first?.who ?? 'hengli', at, (work) =>
          saveForm(work, customerId(customer.name), { ...content, version: 0 }),
        ),
    },
    ...(later && dice.chance(0.4) ? [update(customer, later, dice)] : []),
    ...confirmations(customer, at, dice, quarter),
  ]
}

function update(customer: DemoCustomer, visit: DemoVisit, dice: Dice): Act {
  const item = dice.pick(wordItems)
  const entry = written(dice.pick(formSentences[item]), customer)
  const at = minutesAfter(visit.enteredAt, 3)
  return {
    at,
    key: `feedback|${customer.name}|2`,
    play: (stage) =>
      as(stage, visit.who, at, async (work) => {
        const { content, version } = await currentForm(work.db, customerId(customer.name))
        await saveForm(work, customerId(customer.name), { ...asInput(content), [item]: entry, version })
      }),
  }
}

/** The last working day of a month, in the afternoon. */
function confirmations(customer: DemoCustomer, since: Date, dice: Dice, quarter: Quarter): Act[] {
  const months = [...new Set(quarter.workingDays.map(monthOf))].slice(0, -1)
  return months.flatMap((month, index) => {
    const day = lastWorkingDayOnOrBefore(quarter.calendar, lastDayOfMonth(month))
    const at = minutesAfter(atShanghai(day, '16:40'), dice.whole(0, 50))
    if (at <= since || !dice.chance(0.55)) return []
    return [
      {
        at,
        key: `feedback|${customer.name}|unchanged|${index}`,
        play: (stage) =>
          as(stage, ownerOn(customer, day, quarter), at, async (work) => {
            const { version } = await currentForm(work.db, customerId(customer.name))
            await confirmUnchanged(work, customerId(customer.name), version)
          }),
      } satisfies Act,
    ]
  })
}

function freezing(firstOfMonth: string): Act {
  const at = minutesAfter(atShanghai(firstOfMonth, '00:00'), 10)
  return { at, key: `feedback|frozen|${firstOfMonth}`, play: ({ db }) => freezeLastMonth(db, at) }
}

function contentOf(customer: DemoCustomer, dice: Dice) {
  const known = { A: 0.85, B: 0.65, C: 0.45 }[customer.grade]
  const words = wordItems.map((item): [string, WordEntry] => {
    const sentence = dice.pick(formSentences[item])
    if (item === 'purchaseProcess' || dice.chance(known)) return [item, written(sentence, customer)]
    return [item, dice.chance(0.15) ? { ...emptyForm[item], answer: 'none' } : emptyForm[item]]
  })
  const [name, assessments] = dice.pick(competitorSentences)
  const lines = dice.chance(known) ? [{ competitorId: null, name, assessment: dice.pick(assessments) }] : []
  return {
    ...asInput({ ...emptyForm, ...Object.fromEntries(words) }),
    competitors: { answer: lines.length > 0 ? ('known' as const) : ('blank' as const), on: null, lines },
  }
}

const asInput = (content: FormContent) => ({
  ...content,
  competitors: { ...content.competitors, lines: [...content.competitors.lines] },
})

const written = (sentence: string, { city }: DemoCustomer): WordEntry => ({
  answer: 'known',
  text: sentence.replace('{city}', city),
  remark: '',
  on: null,
})

const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000)
