import type { Customer } from '@zhuowei/contract/customer-shapes.ts'

const storageKey = 'zhuowei.visits.customers'
const kept = 20

interface AtHand {
  personId: string
  customer: Customer
}

/** The customers at which somebody lately began a visit here, so that the next one can be begun without a network. */
export function keepAtHand(personId: string, customer: Customer, storage: Storage = localStorage): void {
  const others = readAll(storage).filter((one) => one.customer.id !== customer.id)
  try {
    storage.setItem(
      storageKey,
      JSON.stringify([{ personId, customer: withoutNumbers(customer) }, ...others].slice(0, kept)),
    )
  } catch {
    // A full or closed storage costs only the visit without a network.
  }
}

/** The latest first. */
export function customersAtHand(personId: string, storage: Storage = localStorage): Customer[] {
  return readAll(storage).flatMap((one) => (one.personId === personId ? one.customer : []))
}

export function forgetCustomers(): void {
  localStorage.removeItem(storageKey)
}

function readAll(storage: Storage): AtHand[] {
  const text = storage.getItem(storageKey)
  return text ? (JSON.parse(text) as AtHand[]) : [] // only `keepAtHand` fills this key
}

/** 三.1: a lost phone shows names and positions, but no way to reach anybody. */
function withoutNumbers(customer: Customer): Customer {
  return {
    ...customer,
    address: null,
    phone: null,
    email: null,
    website: null,
    remarks: null,
    contacts: customer.contacts.map((contact) => ({
      ...contact,
      phoneMask: null,
      email: null,
      wechat: null,
      remarks: null,
    })),
  }
}
