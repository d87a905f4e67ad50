import type { BackgroundFact, ChangedFact, NewFact } from '@zhuowei/contract/background.ts'
import { confirmedAfterChange, type FactKind, factKindLabel } from '@zhuowei/domain/background/fact.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { customerFor, refuseStale } from '../customers/find.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound } from '../platform/refusal.ts'
import { gatherPeople, releasePeople } from './departments.ts'
import { factById } from './facts.ts'

/** A customer of which more is written down is a mistake, such as a pasted list. */
const mostFacts = 300

/** 六.3.1)①②⑤ one more thing that is known about a customer: as true as its source, on the day of its source. */
export async function recordFact(work: Writing, customerId: string, input: NewFact): Promise<BackgroundFact> {
  const { db, actor, now } = work
  const customer = await customerFor(work, customerId, 'edit')
  refuseFuture(input, now)
  await refuseTooMany(work, customerId)
  const id = newId()
  await db
    .insertInto('backgroundFacts')
    .values({
      ...columnsOf(input),
      ...{ id, customerId, divisionId: customer.divisionId },
      ...{ confirmedOn: input.learnedOn, confirmedBy: actor.id },
      ...{ createdAt: now, createdBy: actor.id, updatedAt: now, updatedBy: actor.id },
    })
    .execute()
  await gatherIfDepartment(work, id, customerId, input, null)
  const fact = await factById(work, id)
  await recordFactEvent(work, fact, customer.divisionId, 'recorded', `补充了背景资料：${subjectOf(fact)}`, {
    after: input,
  })
  return fact
}

export async function updateFact(
  work: Writing,
  id: string,
  { version, ...input }: ChangedFact,
): Promise<BackgroundFact> {
  const { db, actor, now } = work
  const { row, customer } = await factFor(work, id)
  await refuseStale(row, { ...input, version }, () => factById(work, id))
  if (input.kind !== row.kind) throw invalid('kind', '资料的类别不能改，请另记一条')
  refuseFuture(input, now)
  const before = await factById(work, id)
  const confirmedOn = confirmedAfterChange(row, input.learnedOn)
  await db
    .updateTable('backgroundFacts')
    .set({
      ...columnsOf(input),
      ...{ confirmedOn, confirmedBy: confirmedOn === row.confirmedOn ? row.confirmedBy : actor.id },
      ...{ version: version + 1, updatedAt: now, updatedBy: actor.id },
    })
    .where('id', '=', id)
    .execute()
  await gatherIfDepartment(work, id, customer.id, input, row.name)
  const fact = await factById(work, id)
  await recordFactEvent(work, fact, customer.divisionId, 'updated', `修改了背景资料：${subjectOf(fact)}`, {
    before,
    after: input,
  })
  return fact
}

/** 仍然如此: asked again today, and nothing has changed. The version stays, so that no open form of a colleague becomes a conflict. */
export async function confirmFact(work: Writing, id: string, version: number): Promise<BackgroundFact> {
  const { db, actor, now } = work
  const { row, customer } = await factFor(work, id)
  await refuseStale(row, { version }, () => factById(work, id))
  const today = shanghaiDate(now)
  if (row.confirmedOn === today) return factById(work, id)
  await db
    .updateTable('backgroundFacts')
    .set({ confirmedOn: today, confirmedBy: actor.id })
    .where('id', '=', id)
    .execute()
  const fact = await factById(work, id)
  await recordFactEvent(
    work,
    fact,
    customer.divisionId,
    'confirmed',
    `核实了背景资料，仍然如此：${subjectOf(fact)}`,
  )
  return fact
}

export async function removeFact(work: Writing, id: string): Promise<void> {
  const { customer } = await factFor(work, id)
  const fact = await factById(work, id)
  await setRemoved(work, id, work.now)
  if (fact.kind === 'department') await releasePeople(work.db, id)
  await recordFactEvent(work, fact, customer.divisionId, 'removed', `去掉了背景资料：${subjectOf(fact)}`)
}

export async function restoreFact(work: Writing, id: string): Promise<BackgroundFact> {
  const { row, customer } = await factFor(work, id, 'removed')
  if (row.deletedAt === null) return factById(work, id)
  await setRemoved(work, id, null)
  const { kind, name, departmentKind } = row
  if (kind === 'department' && name && departmentKind) {
    await gatherPeople(work.db, customer.id, { id, name, departmentKind })
  }
  const fact = await factById(work, id)
  await recordFactEvent(work, fact, customer.divisionId, 'restored', `恢复了背景资料：${subjectOf(fact)}`)
  return fact
}

/** The lock on the customer keeps two people from changing its facts at once. */
async function factFor(work: Writing, id: string, which: 'present' | 'removed' = 'present') {
  const find = () => work.db.selectFrom('backgroundFacts').selectAll().where('id', '=', id)
  const known = await find().executeTakeFirst()
  if (!known) throw notFound()
  const customer = await customerFor(work, known.customerId, 'edit')
  const row = await find().executeTakeFirstOrThrow()
  if (which === 'present' && row.deletedAt !== null) throw notFound()
  return { row, customer }
}

const setRemoved = ({ db, actor, now }: Writing, id: string, deletedAt: Date | null) =>
  db
    .updateTable('backgroundFacts')
    .set((fact) => ({ deletedAt, version: fact('version', '+', 1), updatedAt: now, updatedBy: actor.id }))
    .where('id', '=', id)
    .execute()

async function gatherIfDepartment(
  { db }: Writing,
  id: string,
  customerId: string,
  input: NewFact,
  before: string | null,
): Promise<void> {
  if (input.kind !== 'department') return
  const { name, departmentKind } = input
  await gatherPeople(db, customerId, { id, name, departmentKind, before })
}

async function refuseTooMany({ db }: Writing, customerId: string): Promise<void> {
  const { count } = await db
    .selectFrom('backgroundFacts')
    .select((fact) => fact.fn.countAll<number>().as('count'))
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (count >= mostFacts) throw invalid('kind', `一家客户最多记 ${mostFacts} 条背景资料`)
}

/** What is bought this year is in operation by the next. */
function refuseFuture(input: NewFact, now: Date): void {
  const today = shanghaiDate(now)
  if (input.learnedOn > today) throw invalid('learnedOn', '了解的日期不能晚于今天')
  const latest = Number(today.slice(0, 4)) + 1
  if ((columnsOf(input).year ?? latest) > latest) throw invalid('year', `投运年份最晚写 ${latest}`)
}

const columnsOf = (input: NewFact) => ({ ...blank, ...input })

const blank = {
  ...{ name: null, departmentKind: null, maker: null, category: null, brand: null, model: null },
  ...{ quantity: null, year: null, maintenanceEndsOn: null, replacement: null },
  ...{ period: null, budgetFen: null, keyItems: null },
}

/** Colleagues of the region read the timeline and see the departments only: of the rest it says what it is about. */
const subjectOf = ({ kind, name }: { kind: FactKind; name: string | null }) =>
  kind === 'department' && name ? `部门${name}` : factKindLabel[kind]

function recordFactEvent(
  { db, actor, now }: Writing,
  fact: { id: string; customerId: string },
  divisionId: string,
  verb: string,
  summary: string,
  values: { before?: BackgroundFact; after?: NewFact } = {},
) {
  return recordEvent(db, actor, now, {
    verb: `background.${verb}`,
    subjectType: 'background',
    subjectId: fact.id,
    divisionId,
    customerId: fact.customerId,
    summary,
    // One level down, where the timeline that colleagues read does not look for changed fields.
    ...(values.before && { before: { fact: values.before } }),
    ...(values.after && { after: { fact: values.after } }),
  })
}
