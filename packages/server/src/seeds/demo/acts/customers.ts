import { newContact } from '@zhuowei/contract/contacts.ts'
import { newCustomer } from '@zhuowei/contract/customer-shapes.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { pinyin } from 'pinyin-pro'
import { addContact } from '../../../customers/contacts.ts'
import { createCustomer } from '../../../customers/create.ts'
import { changeGrade } from '../../../customers/grade.ts'
import { transferCustomers } from '../../../customers/transfer.ts'
import { member, type Username } from '../cast.ts'
import type { DemoContact, DemoCustomer } from '../customers.ts'
import type { Draw } from '../dice.ts'
import type { DemoVisit } from '../field-work.ts'
import { ownerOn } from '../field-work.ts'
import { type DemoGradeChange, gradeAtFirst } from '../grade-changes.ts'
import type { Quarter } from '../quarter.ts'
import { resourceNotes } from '../sentences/remarks.ts'
import { type Act, as, customerId, personId, regionId } from '../stage/stage.ts'

interface Story {
  draw: Draw
  quarter: Quarter
  customers: readonly DemoCustomer[]
  visits: readonly DemoVisit[]
  gradeChanges: readonly DemoGradeChange[]
}

/** Customers are entered, their contacts added, their grades changed, and those of 江汀 given to 法乐. */
export function customerActs(story: Story): Act[] {
  const { customers, gradeChanges, quarter } = story
  return [
    ...customers.flatMap((customer) => entries(customer, gradeAtFirst(customer, gradeChanges), story)),
    ...gradeChanges.map(
      ({ key, who, customer, to, reason, resources, at }): Act => ({
        at,
        key: `grade|${key}`,
        play: (stage) =>
          as(stage, who, at, (work) => changeGrade(work, customerId(customer), { to, reason, resources })),
      }),
    ),
    handToFale(customers, quarter),
  ]
}

function entries(customer: DemoCustomer, grade: Grade, { draw, quarter, visits }: Story): Act[] {
  const dice = draw('entry', customer.name)
  const isNew = customer.createdOn > quarter.first
  const firstVisit = isNew ? visits.find((visit) => visit.customer === customer.name) : undefined
  const at = firstVisit
    ? minutesAfter(firstVisit.enteredAt, -12)
    : new Date(Date.parse(`${customer.createdOn}T08:30:00+08:00`) + dice.whole(0, 540) * 60_000)
  const owner = ownerOn(customer, customer.createdOn, quarter)
  const who: Username = customer.source === 'import' ? 'hengli' : owner
  const [first, ...others] = customer.contacts
  return [
    {
      at,
      key: `customer|${customer.name}`,
      play: (stage) =>
        as(stage, who, at, (work) =>
          createCustomer(work, inputs(customer, grade, owner, first, draw), {
            id: customerId(customer.name),
            isDemo: true,
          }),
        ),
    },
    ...others.map((contact, index): Act => {
      const later = minutesAfter(at, index + 1)
      return {
        at: later,
        key: `contact|${customer.name}|${contact.position}`,
        play: (stage) =>
          as(stage, who, later, (work) =>
            addContact(work, customerId(customer.name), newContact.parse(contactInputs(contact))),
          ),
      }
    }),
  ]
}

function inputs(customer: DemoCustomer, grade: Grade, owner: Username, first: DemoContact, draw: Draw) {
  const { name, type, region, city, county, status, source, traded, creditCode, streetAddress, parent } =
    customer
  const { name: contactName, position, phone, ...contact } = contactInputs(first)
  return newCustomer.parse({
    ...{ name, type, city, county, status, source, grade, creditCode, contactName, contact },
    contactPosition: position,
    contactPhone: phone,
    regionId: regionId(region),
    ownerId: personId(owner),
    resources: grade === 'A' ? draw('resources', name).pick(resourceNotes) : null,
    tradeStatus: traded ? 'traded' : 'untraded',
    parentId: parent ? customerId(parent) : null,
    address: streetAddress,
    confirmDuplicates: true, // many names of one city resemble each other
  })
}

function contactInputs(contact: DemoContact) {
  const { name, position, phone, department, departmentKind, level, relationship, attitude } = contact
  const { personKind, purchaseRoles } = contact
  const account = pinyin(name, { toneType: 'none', type: 'array', v: true }).join('')
  const email = Number(phone.slice(-1)) < 4 ? `${account}@example.com` : null
  return {
    name,
    position,
    phone,
    department,
    departmentKind,
    level,
    personKind,
    purchaseRoles,
    relationship,
    attitude,
    email,
  }
}

/** 法乐's first morning: the manager transfers the customers of 江汀. */
function handToFale(customers: readonly DemoCustomer[], quarter: Quarter): Act {
  const at = quarter.at(member('fale').entry, '10:00')
  const ids = customers
    .filter(({ owner, createdOn }) => owner === 'fale' && createdOn < quarter.day(member('fale').entry))
    .map(({ name }) => customerId(name))
  const transfer = { ids, toOwnerId: personId('fale'), reason: '法乐到岗，江汀片区客户由其负责' }
  return {
    at,
    key: 'transfer|fale',
    play: (stage) => as(stage, 'anpeizhi', at, (work) => transferCustomers(work, transfer)),
  }
}

const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000)
