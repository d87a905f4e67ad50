import type { Database, Trx } from '../platform/db/connect.ts'

interface About {
  divisionId: string
  forGm: boolean
  targetPersonId: string | null
}

/**
 * Whom a complaint can be given to (§3A RU-assigned): who works with customers in the division, and its manager. The one complained
 * of comes last, and not at all in what is with 总经理 because nobody handles a complaint about himself there (G20); 总经理 may
 * take that himself, as a manager may take his own.
 */
export async function assignable(db: Database | Trx, { divisionId, forGm, targetPersonId }: About) {
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('leavingDate', 'is', null)
    .where((row) =>
      row.or([
        row.and([row('divisionId', '=', divisionId), row('role', 'in', ['dm', 'spm', 'pm'])]),
        ...(forGm ? [row('role', '=', 'gm')] : []),
      ]),
    )
    .orderBy('employeeNo')
    .execute()
  const others = people.filter(({ id }) => id !== targetPersonId)
  return forGm ? others : [...others, ...people.filter(({ id }) => id === targetPersonId)]
}
