import { supportStateLabel } from '@zhuowei/domain/support-requests/support-request.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { publish } from '../platform/live/live.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { mayAnswer } from './access.ts'
import { presentRequest, selectRequests } from './select-requests.ts'

interface Answer {
  version: number
  grant: boolean
  reply: string
}

export const linkTo = (id: string) => `/support-requests?open=${id}`

/** 四.1.1)③: granted or refused, with words; in the queue or in the meeting, once. Who asked is told that there is an answer. */
export async function decideRequest(work: Writing, id: string, input: Answer) {
  const { db, actor, now } = work
  const request = await findRequest(work, id, true)
  if (!mayAnswer(actor, request)) throw forbidden('支持需求由直接上司答复')
  if (request.state !== 'open')
    throw new Refusal('nothing_to_decide', { detail: `这项支持需求${supportStateLabel[request.state]}` })
  if (request.version !== input.version)
    throw new Refusal('version_conflict', {
      facts: { current: presentRequest(request, actor), yours: input },
    })
  const state = input.grant ? 'granted' : 'refused'
  await db
    .updateTable('supportRequests')
    .set({ state, decidedBy: actor.id, decidedAt: now, reply: input.reply, updatedAt: now })
    .set({ version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  await recordEvent(db, actor, now, {
    verb: `support_request.${state}`,
    subjectType: 'support_request',
    subjectId: id,
    divisionId: request.divisionId,
    summary: `答复${request.askerName}的支持需求：${supportStateLabel[state]}`,
  })
  const title = `${actor.name}答复了您的支持需求：${supportStateLabel[state]}`
  await notify(db, { personIds: [request.personId], kind: 'support_request', title, link: linkTo(id) }, now)
  for (const topic of ['supportRequests', 'meetings', 'reports'])
    await publish(db, { kind: 'changed', topic })
  return presentRequest(await findRequest(work, id), actor)
}

async function findRequest({ db, actor }: Writing, id: string, lock = false) {
  if (lock) await db.selectFrom('supportRequests').select('id').where('id', '=', id).forUpdate().execute()
  const request = await selectRequests(db, actor).where('supportRequests.id', '=', id).executeTakeFirst()
  if (!request) throw notFound()
  return request
}
