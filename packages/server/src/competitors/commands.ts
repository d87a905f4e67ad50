import type { ChangedCompetitor, NewCompetitor } from '@zhuowei/contract/competitors.ts'
import { displayName, normaliseName } from '@zhuowei/domain/customers/name.ts'
import type { CompetitorLine } from '@zhuowei/domain/feedback/form.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { mayEditCompetitor, visibleCompetitors } from './access.ts'
import { getCompetitor } from './queries.ts'

/** 六.3.1)⑦ enters a competitor of one's division; the same company is entered once. */
export async function createCompetitor(work: Writing, input: NewCompetitor): Promise<string> {
  const { db, actor, now } = work
  const { divisionId } = actor
  if (!divisionId) throw forbidden()
  const id = newId()
  await db
    .insertInto('competitors')
    .values({ ...named(input), id, divisionId, ...stamps(work) })
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'competitor.created',
    subjectType: 'competitor',
    subjectId: id,
    divisionId,
    summary: `记了竞争对手${input.name}`,
    after: input,
  })
  return id
}

export async function updateCompetitor(
  work: Writing,
  id: string,
  { version, ...input }: ChangedCompetitor,
): Promise<void> {
  const { db, actor, now } = work
  const row = await visibleCompetitors(db, actor)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (!mayEditCompetitor(actor, row)) throw forbidden('竞争对手的资料由部门经理或记录人修改')
  if (row.version !== version) {
    throw new Refusal('version_conflict', {
      facts: { current: await getCompetitor(work, id), yours: { ...input, version } },
    })
  }
  await db
    .updateTable('competitors')
    .set({ ...named(input), version: version + 1, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
  const { name, background, products, strengths, weaknesses, accountManagers, leaders, salesStyle } = row
  await recordEvent(db, actor, now, {
    verb: 'competitor.updated',
    subjectType: 'competitor',
    subjectId: id,
    divisionId: row.divisionId,
    summary: `修改了竞争对手${input.name}的资料`,
    before: { name, background, products, strengths, weaknesses, accountManagers, leaders, salesStyle },
    after: input,
  })
}

/** The lines of a form with the competitors of the division: picked ones keep their name, typed ones are found or entered. One that stands there already is refused where it stands (`pathOf`). */
export async function nameCompetitors(
  work: Writing,
  divisionId: string,
  lines: readonly CompetitorLine[],
  pathOf: (index: number) => string,
): Promise<Required<CompetitorLine>[]> {
  const found: CompetitorLine[] = []
  for (const [index, line] of lines.entries()) {
    const { id, name } = line.competitorId
      ? await picked(work, divisionId, line.competitorId)
      : await findOrEnter(work, divisionId, line.name)
    if (found.some(({ competitorId }) => competitorId === id))
      throw invalid(pathOf(index), `${name}前面已经写过，请合成一行`)
    found.push({ ...line, competitorId: id, name })
  }
  return found
}

async function picked({ db }: Writing, divisionId: string, id: string) {
  const row = await db
    .selectFrom('competitors')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('divisionId', '=', divisionId)
    .executeTakeFirst()
  if (!row) throw invalid('competitors', '没有找到这家竞争对手')
  return row
}

/** Two people may type the same new name at once: the constraint decides, and both get the same row. */
async function findOrEnter(work: Writing, divisionId: string, typed: string) {
  const { db } = work
  const identity = named({ name: typed })
  await db
    .insertInto('competitors')
    .values({ ...identity, id: newId(), divisionId, ...stamps(work) })
    .onConflict((conflict) => conflict.constraint('competitors_name_unique').doNothing())
    .execute()
  return db
    .selectFrom('competitors')
    .select(['id', 'name'])
    .where('divisionId', '=', divisionId)
    .where('nameKey', '=', identity.nameKey)
    .executeTakeFirstOrThrow()
}

const named = <T extends { name: string }>(input: T) => ({
  ...input,
  name: displayName(input.name),
  nameKey: normaliseName(input.name),
})

const stamps = ({ actor, now }: Writing) => ({
  createdAt: now,
  createdBy: actor.id,
  updatedAt: now,
  updatedBy: actor.id,
})
