import { notify } from '../notifications/notify.ts'
import { settleNotifications } from '../notifications/settle.ts'
import type { Writing } from '../platform/http/implement.ts'

export const linkTo = (id: string) => `/verbal-reports?open=${id}`

type Telling = Pick<Writing, 'db' | 'now'>

export const tell = ({ db, now }: Telling, personIds: readonly string[], id: string, title: string) =>
  notify(db, { personIds, kind: 'verbal_report', title, link: linkTo(id) }, now)

/** Of another kind than the rest, because it is answered where it is read. */
export const askToAnswer = ({ db, now }: Telling, personIds: readonly string[], id: string, title: string) =>
  notify(db, { personIds, kind: asked, title, link: linkTo(id) }, now)

/** Answered, or too late for it: nobody is asked any more. */
export async function settleAsked(
  { db, now }: Telling,
  personIds: readonly string[],
  id: string,
): Promise<void> {
  for (const personId of personIds)
    await settleNotifications(db, { personId, link: linkTo(id), kinds: [asked] }, now)
}

const asked = 'verbal_report_asked'
