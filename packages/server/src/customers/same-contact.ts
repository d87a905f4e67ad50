import type { Contact } from '@zhuowei/contract/contacts.ts'
import { normalisePhone } from '@zhuowei/domain/customers/phone.ts'
import type { Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'

interface Given {
  /** Undefined: they stay as they are. */
  name: string | undefined
  phone: string | null | undefined
}

interface Known {
  id: string
  name: string
  position: string
  phoneFingerprint: string | null
}

/** 六.3.1)①: one person stands once among the people of a customer; who is really another one is confirmed (`confirmDuplicates`). */
export async function refuseSameContact(
  { db, secrets }: Pick<Writing, 'db'> & { secrets: Secrets },
  { customerId, exceptId }: { customerId: string; exceptId?: string },
  { name, phone }: Given,
): Promise<void> {
  const known: Known[] = await db
    .selectFrom('contacts')
    .select(['id', 'name', 'position', 'phoneFingerprint'])
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
  const others = known.filter(({ id }) => id !== exceptId)
  const fingerprint = phone ? secrets.fingerprint(normalisePhone(phone)) : null
  const namesake = name && others.find((one) => spelled(one.name) === spelled(name))
  const caller = fingerprint && others.find((one) => one.phoneFingerprint === fingerprint)
  if (namesake) throw refusal(namesake, `这家客户已经有一位${called(namesake)}`)
  if (caller) throw refusal(caller, `这个电话已经记在${called(caller)}名下`)
}

const spelled = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
const called = ({ name, position }: Known) => `${name}（${position}）`

function refusal({ id, name, position }: Known, sentence: string): Refusal {
  const contact: Pick<Contact, 'id' | 'name' | 'position'> = { id, name, position }
  return new Refusal('duplicate_record', {
    detail: `${sentence}。不是同一个人，可以仍然保存。`,
    facts: { contact, confirmable: true },
  })
}
