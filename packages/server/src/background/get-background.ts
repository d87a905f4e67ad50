import type { Background, BackgroundFact } from '@zhuowei/contract/background.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { offeredFacts } from '@zhuowei/domain/feedback/offered.ts'
import { visibleCustomer } from '../customers/find.ts'
import { versionsSaid } from '../feedback/form.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayReadBackground, mayWriteBackground } from './access.ts'
import { factRows, presentFact } from './facts.ts'

/** 六.3.1)①②⑤ everything known about a customer, departments by name and the rest in the order in which it was entered. */
export async function getBackground(reading: Reading, customerId: string): Promise<OnServer<Background>> {
  const { db, actor, now } = reading
  const customer = await visibleCustomer(reading, customerId)
  const masked = !mayReadBackground(actor, customer)
  const edit = mayWriteBackground(actor, customer)
  const today = shanghaiDate(now)
  const { parameters } = await loadRules(db, customer.divisionId, today)
  const rows = await factRows(db)
    .where('fact.customerId', '=', customerId)
    .where('fact.deletedAt', 'is', null)
    .$if(masked, (facts) => facts.where('fact.kind', '=', 'department'))
    .orderBy('fact.kind')
    .orderBy('fact.id')
    .execute()
  const facts = rows.map((row) => presentFact(row, today, parameters))
  return {
    facts: masked ? facts.map(maskedFact) : facts,
    // Only who may enter a fact is offered one; whoever may do that reads the form as well.
    offers: edit && !masked ? offeredFacts(await versionsSaid(db, customerId), facts) : [],
    masked,
    freshDays: parameters['background.freshDays'],
    replacementDays: parameters['background.replacementDays'],
    can: { edit },
  }
}

const maskedFact = (fact: BackgroundFact): BackgroundFact => ({ ...fact, note: null, source: '' })
