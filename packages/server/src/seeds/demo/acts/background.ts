import type { NewFact } from '@zhuowei/contract/background.ts'
import { itCategories } from '@zhuowei/domain/background/fact.ts'
import { addDays, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { confirmFact, recordFact } from '../../../background/commands.ts'
import type { Username } from '../cast.ts'
import type { DemoCustomer } from '../customers.ts'
import type { Dice, Draw } from '../dice.ts'
import { type DemoVisit, ownerOn } from '../field-work.ts'
import type { Quarter } from '../quarter.ts'
import { equipmentOf, heardFrom, intentions, planned, productsInUse } from '../sentences/background.ts'
import { type Act, as, customerId } from '../stage/stage.ts'

interface Story {
  draw: Draw
  quarter: Quarter
  customers: readonly DemoCustomer[]
  visits: readonly DemoVisit[]
}

/**
 * 六.3.1)①②⑤ what is known of the A customers and of some of the B customers, entered after a visit: mostly of this year, some of it so
 * old that it has to be asked again, some equipment whose maintenance ends within the 90 days.
 */
export function backgroundActs({ draw, quarter, customers, visits }: Story): Act[] {
  return customers.flatMap((customer) => {
    const dice = draw('background', customer.name)
    const isKnown = dice.chance({ A: 1, B: 0.5, C: 0 }[customer.grade])
    const visit = visits.find((one) => one.customer === customer.name)
    if (!isKnown || !visit) return []
    const learnedOn = addDays(visit.date, dice.chance(0.3) ? -dice.whole(150, 240) : 0)
    const facts = factsOf(customer, dice, { learnedOn, today: quarter.today })
    return [entered(customer, visit, facts), ...confirmed(customer, learnedOn, dice, quarter)]
  })
}

function entered(customer: DemoCustomer, visit: DemoVisit, facts: readonly NewFact[]): Act {
  const at = minutesAfter(visit.enteredAt, 9)
  return {
    at,
    key: `background|${customer.name}`,
    play: async (stage) => {
      for (const fact of facts)
        await as(stage, visit.who, at, (work) => recordFact(work, customerId(customer.name), fact))
    },
  }
}

/** 仍然如此: asked again on the way, for half of what is old. */
function confirmed(customer: DemoCustomer, learnedOn: PlainDate, dice: Dice, quarter: Quarter): Act[] {
  if (learnedOn >= quarter.first || !dice.chance(0.5)) return []
  const day = quarter.day('2026-11-18')
  const at = minutesAfter(quarter.at('2026-11-18', '16:30'), dice.whole(0, 60))
  const who: Username = ownerOn(customer, day, quarter)
  return [
    {
      at,
      key: `background|${customer.name}|confirmed`,
      play: (stage) =>
        as(stage, who, at, async (work) => {
          const rows = await work.db
            .selectFrom('backgroundFacts')
            .select(['id', 'version'])
            .where('customerId', '=', customerId(customer.name))
            .where('kind', 'in', ['department', 'product'])
            .orderBy('id')
            .execute()
          for (const { id, version } of rows) await confirmFact(work, id, version)
        }),
    },
  ]
}

function factsOf(
  customer: DemoCustomer,
  dice: Dice,
  { learnedOn, today }: { learnedOn: PlainDate; today: PlainDate },
): NewFact[] {
  const said = { source: dice.pick(heardFrom), learnedOn, note: null }
  const product = dice.pick(productsInUse)
  const plan = dice.pick(planned)
  return [
    ...departmentsOf(customer).map(
      ([name, departmentKind]): NewFact => ({ ...said, kind: 'department', name, departmentKind }),
    ),
    ...equipmentFacts(dice, today).map((fact): NewFact => ({ ...said, ...fact })),
    { ...said, ...noEquipment, kind: 'product', ...product, year: dice.whole(2019, 2025) },
    ...(customer.grade === 'A'
      ? [
          {
            ...{ ...said, kind: 'plan' as const, name: plan.name, keyItems: plan.keyItems },
            period: dice.pick(['2027 年', '2027–2029 年']),
            budgetFen: plan.budget && plan.budget * 1_000_000,
          },
        ]
      : []),
  ]
}

/** Those of the people one knows there. */
function departmentsOf({ contacts }: DemoCustomer) {
  return [...new Map(contacts.map(({ department, departmentKind }) => [department, departmentKind] as const))]
}

const noEquipment = { model: null, quantity: null, maintenanceEndsOn: null, replacement: null }

type ItFact = Omit<Extract<NewFact, { kind: 'it' }>, 'source' | 'learnedOn' | 'note'>

function equipmentFacts(dice: Dice, today: PlainDate): ItFact[] {
  return itCategories.flatMap((category): ItFact[] => {
    if (category === 'other' || !dice.chance(0.5)) return []
    const { brand, model, quantity } = dice.pick(equipmentOf[category])
    const maintenanceEndsOn = dice.chance(0.6) ? addDays(today, dice.whole(-60, 300)) : null
    const isEnding = maintenanceEndsOn !== null && maintenanceEndsOn <= addDays(today, 90)
    return [
      {
        ...{ kind: 'it', category, brand, model, quantity: dice.whole(...quantity) },
        year: dice.whole(2016, 2025),
        maintenanceEndsOn,
        replacement: isEnding && dice.chance(0.3) ? dice.pick(intentions) : null,
      },
    ]
  })
}

const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000)
