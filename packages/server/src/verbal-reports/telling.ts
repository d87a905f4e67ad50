import { notify } from '../notifications/notify.ts'
import { settleNotifications } from '../notifications/settle.ts'
import type { Writing } from '../platform/http/implement.ts'

export const linkTo = (id: string) => `/verbal-reports?open=${id}`

export const tell = (
  { db, now }: Pick<Writing, 'db' | 'now'>,
  personIds: readonly string[],
  id: string,
  title: string,
) => notify(db, { personIds, kind: 'verbal_report', title, link: linkTo(id) }, now)

export const settleOwn = ({ db, actor, now }: Writing, id: string) =>
  settleNotifications(db, { personId: actor.id, link: linkTo(id), kinds: ['verbal_report'] }, now)
