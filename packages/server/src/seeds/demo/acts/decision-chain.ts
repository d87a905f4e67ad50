import { newActivity } from '@zhuowei/contract/activities.ts'
import type { Contact } from '@zhuowei/contract/contacts.ts'
import { newContact } from '@zhuowei/contract/contacts.ts'
import { recordActivity } from '../../../activities/commands.ts'
import { contactsOf } from '../../../customers/contact-view.ts'
import { addContact, updateContact } from '../../../customers/contacts.ts'
import { visibleCustomer } from '../../../customers/find.ts'
import { recordConsensus } from '../../../decision-chain/commands.ts'
import { relateContacts } from '../../../decision-chain/relations.ts'
import type { Writing } from '../../../platform/http/implement.ts'
import type { DemoCustomer } from '../customers.ts'
import { agreed, calls, moves, newcomers, relations } from '../decision-chains.ts'
import { ownerOn } from '../field-work.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, activityId, as, customerId, personId } from '../stage/stage.ts'

/** 六.3.1)③④, 六.4) one map in full with its blind spots, and at the other customers who directs whom (§7). */
export function decisionChainActs(quarter: Quarter, customers: readonly DemoCustomer[]): Act[] {
  const known = customers.filter(
    ({ createdOn, contacts }) =>
      createdOn < quarter.first && contacts.some(({ level }) => level === 'senior'),
  )
  const best = known.find(({ owner, type, traded }) => owner === 'jiaoer' && traded && type === 'county_grid')
  return [
    ...(best ? wholeMap(quarter, best) : []),
    ...known.filter((customer) => customer !== best).map((customer) => chainOfCommand(quarter, customer)),
  ]
}

function wholeMap(quarter: Quarter, { name, owner }: DemoCustomer): Act[] {
  const id = customerId(name)
  const met = quarter.at('2026-09-14', '17:10')
  const drawn = quarter.at('2026-09-14', '17:25')
  const spoken = quarter.at('2026-11-18', '16:40')
  return [
    {
      at: met,
      key: 'chain|people',
      play: async (stage) => {
        for (const person of newcomers)
          await as(stage, owner, met, (work) => addContact(work, id, newContact.parse(person)))
      },
    },
    {
      at: drawn,
      key: 'chain|relations',
      play: async (stage) => {
        for (const { from, to, kind, note } of relations)
          await as(stage, owner, drawn, async (work) => {
            const [fromId, toId] = [await personAt(work, id, from), await personAt(work, id, to)]
            if (!fromId || !toId) return
            await relateContacts(work, id, { fromId: fromId.id, toId: toId.id, kind, note })
          })
      },
    },
    ...calls.map(({ position, on, content, result }): Act => {
      const at = quarter.at(on, '16:20')
      return {
        at,
        key: `chain|call|${position}`,
        play: (stage) =>
          as(stage, owner, at, async (work) => {
            const person = await personAt(work, id, position)
            const call = newActivity.parse({
              ...{
                kind: 'call',
                customerId: id,
                happenedAt: at.toISOString(),
                visitorIds: [personId(owner)],
              },
              ...{ contactIds: person ? [person.id] : [], content, result, problem: '无' },
            })
            await recordActivity(work, call, activityId(`chain|${position}`))
          }),
      }
    }),
    ...moves.map(({ position, on, relationship, attitude }): Act => {
      const at = quarter.at(on, '17:30')
      return {
        at,
        key: `chain|move|${position}|${on}`,
        play: (stage) =>
          as(stage, owner, at, async (work) => {
            const person = await personAt(work, id, position)
            if (!person) return
            const moved = { ...formOf(person), relationship, attitude, confirmDuplicates: false }
            await updateContact(work, person.id, moved)
          }),
      }
    }),
    {
      at: spoken,
      key: 'chain|consensus',
      play: (stage) =>
        as(stage, owner, spoken, (work) =>
          recordConsensus(work, id, { text: agreed, on: quarter.day('2026-11-18'), version: 0 }),
        ),
    },
  ]
}

function chainOfCommand(quarter: Quarter, customer: DemoCustomer): Act {
  const id = customerId(customer.name)
  const at = quarter.at('2026-10-12', '16:50')
  const who = ownerOn(customer, quarter.day('2026-10-12'), quarter)
  return {
    at,
    key: `chain|${customer.name}`,
    play: async (stage) => {
      const senior = customer.contacts.find(({ level }) => level === 'senior')
      for (const below of customer.contacts.filter(({ level }) => level === 'middle'))
        await as(stage, who, at, async (work) => {
          const from = await personAt(work, id, senior?.position ?? '')
          const to = await personAt(work, id, below.position)
          if (from && to)
            await relateContacts(work, id, { fromId: from.id, toId: to.id, kind: 'directs', note: null })
        })
    },
  }
}

async function personAt(work: Writing, id: string, position: string): Promise<Contact | undefined> {
  const contacts = await contactsOf(work, await visibleCustomer(work, id))
  return contacts.find((contact) => contact.position === position)
}

function formOf(person: Contact) {
  const { name, position, department, departmentKind, level, personKind, purchaseRoles } = person
  const { email, wechat, remarks, version } = person
  return {
    ...{ name, position, department, departmentKind, level, personKind, purchaseRoles },
    ...{ email, wechat, remarks, version },
  }
}
