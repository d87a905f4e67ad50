import type { World } from '../../testing/world.ts'

/** What the audit log says of one export, the oldest first. */
export const tracesOf = (world: World, id: string) =>
  world.services.db
    .selectFrom('auditLog')
    .select(['action', 'actorId', 'detail'])
    .where('subjectId', '=', id)
    .orderBy('id')
    .execute()
