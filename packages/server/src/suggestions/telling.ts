import { notify } from '../notifications/notify.ts'
import type { Writing } from '../platform/http/implement.ts'

export const linkTo = (id: string) => `/complaints/suggestions?open=${id}`

export const tell = (
  { db, now }: Pick<Writing, 'db' | 'now'>,
  personIds: readonly string[],
  id: string,
  title: string,
) => notify(db, { personIds, kind: 'suggestion', title, link: linkTo(id) }, now)
