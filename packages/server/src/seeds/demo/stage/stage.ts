import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/connect.ts'
import type { FileStore } from '../../../platform/files/store.ts'
import type { Writing } from '../../../platform/http/implement.ts'
import { stableId } from '../../../platform/ids.ts'
import type { Secrets } from '../../../platform/secrets.ts'
import { member, type RegionCode, type Username } from '../cast.ts'

/** One command of the story: who does what at which instant. */
export interface Act {
  at: Date
  /** Its natural key; the ids of the rows that it makes follow from it. */
  key: string
  play(stage: Stage): Promise<unknown>
}

/** Where the story is played. */
export interface Stage {
  db: Database
  secrets: Secrets
  files: FileStore
  /** The database id of a report by its key in the story. */
  reports: Map<string, string>
  actors: Map<Username, Actor>
}

export const divisionId = stableId('demo|division')
export const personId = (who: Username) => stableId(`demo|person|${who}`)
export const regionId = (code: RegionCode) => stableId(`demo|region|${code}`)
export const customerId = (name: string) => stableId(`demo|customer|${name}`)
export const activityId = (key: string) => stableId(`demo|activity|${key}`)

/** Runs a command as this person at this instant, in a transaction of its own. */
export async function as<T>(
  stage: Stage,
  who: Username,
  now: Date,
  command: (work: Writing & { secrets: Secrets }) => Promise<T>,
): Promise<T> {
  const actor = await actorOf(stage, who)
  return stage.db.transaction().execute((db) => command({ db, actor, now, secrets: stage.secrets }))
}

/** What the access rules know of the person at this point of the story. */
async function actorOf({ db, actors }: Stage, who: Username): Promise<Actor> {
  const known = actors.get(who)
  if (known) return known
  const id = personId(who)
  const works = await db
    .selectFrom('regionMembers')
    .select('regionId')
    .where('personId', '=', id)
    .orderBy('regionId')
    .execute()
  const owns = await db.selectFrom('regions').select('id').where('ownerId', '=', id).orderBy('id').execute()
  const { name, role, attendanceClerk = false } = member(who)
  const actor: Actor = {
    id,
    name,
    role,
    attendanceClerk,
    divisionId: role === 'gm' || role === 'adm' ? null : divisionId,
    regionIds: works.map((row) => row.regionId),
    ownedRegionIds: owns.map((row) => row.id),
    sessionId: id,
    passwordChangeDue: false,
    confidentialityDue: false,
  }
  actors.set(who, actor)
  return actor
}
