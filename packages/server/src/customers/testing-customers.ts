import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import type { Person, World } from '../testing/world.ts'

type Body = NonNullable<Parameters<ReturnType<World['as']>['customers']['create']>[0]>['body']

let entered = 0

/** The five prescribed fields, with a name and a phone of its own, and whatever the test is about. */
export function customerForm(more: Partial<Body> = {}): Body {
  entered += 1
  return {
    name: `客户${String(entered).padStart(4, '0')}号站`,
    contactName: '沈知白',
    contactPosition: '信通公司主任',
    contactPhone: `199${String(entered).padStart(8, '0')}`,
    status: 'contacting',
    confirmDuplicates: true,
    ...(more.grade === 'A' && { resources: '公司有同厂资源' }),
    ...more,
  }
}

export function enter(world: World, person: Person, more: Partial<Body> = {}): Promise<Customer> {
  return world.as(person).customers.create({ body: customerForm(more) })
}
