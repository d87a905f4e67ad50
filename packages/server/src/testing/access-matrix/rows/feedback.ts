import { emptyForm } from '@zhuowei/domain/feedback/form.ts'
import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { byCustomer, changing, open, type Rows, reading, version } from './kinds.ts'

export const feedbackRows: Rows = {
  'feedback.list': {
    elsewhere:
      'sorted by grade and name over many pages; “one reads the forms of one’s own scope” in its module',
  },
  'feedback.people': open('who works with customers'),
  'feedback.get': reading('read a feedback form', byCustomer),
  'feedback.versions': reading('read a feedback form', byCustomer),
  'feedback.save': changing('change a customer', (target) => ({
    ...byCustomer(target),
    body: { ...emptyForm, remark: '核对权限', version: 0 },
  })),
  'feedback.confirm': changing('change a customer', (target) => ({
    ...byCustomer(target),
    body: { version },
  })),
  'feedback.withdrawConfirmation': changing('change a customer', byCustomer),
  'feedbackPapers.file': reading('read a feedback form', (target) => ({
    ...byCustomer(target),
    query: { format: 'xlsx' },
  })),
  'feedbackPapers.print': reading('read a feedback form', byCustomer),
  'feedbackPapers.check': open('who may enter customers'),
  'feedbackPapers.accept': changing('change a customer', ({ customerId }) => ({
    body: {
      forms: [{ ...emptyForm, remark: '核对权限', customerId, version: 0, fileName: '核对权限.xlsx' }],
    },
  })),
  'competitors.list': {
    lists: 'read a competitor',
    of: competitorOf,
    attempt: { query: { limit: 200 } },
  },
  'competitors.get': reading('read a competitor', async (target, world) => ({
    params: { id: await competitorOf(target, world) },
  })),
  'competitors.create': open('who may enter customers', () => ({ body: {} })),
  'competitors.update': changing('change a competitor', async (target, world) => ({
    params: { id: await competitorOf(target, world) },
    body: { name: `对手${newId()}`, version },
  })),
}

/** Entered by the person whose records are tried. */
async function competitorOf({ customerId, personId }: Target, { services: { db } }: World): Promise<string> {
  const id = newId()
  const at = new Date('2026-11-20T10:00:00+08:00')
  const { divisionId } = await db
    .selectFrom('customers')
    .select('divisionId')
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('competitors')
    .values({
      ...{ id, divisionId, name: `对手${id}`, nameKey: `对手${id}` },
      ...{ createdAt: at, createdBy: personId, updatedAt: at, updatedBy: personId },
    })
    .execute()
  return id
}
