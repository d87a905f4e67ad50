import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, notFound } from '../platform/refusal.ts'
import { mayBringTopic, mayConvene } from './access.ts'
import { findMeetingFor } from './find-meeting.ts'
import { recordMeetingEvent } from './telling.ts'

/** §3A 议题 C: everybody of the division brings a topic, while the meeting runs too. */
export async function addTopic(work: Writing, meetingId: string, body: string, id = newId()): Promise<void> {
  const { db, actor, now } = work
  const meeting = await findMeetingFor(work, meetingId, {
    ...{ step: 'addTopic', may: mayBringTopic, whyNot: '议题由事业部的人提' },
  })
  await db
    .insertInto('agendaItems')
    .values({
      ...{ id, meetingId, section: 0, sourceKey: `topic:${id}`, personId: actor.id, lines: [body] },
      ...{ createdAt: now, createdBy: actor.id },
    })
    .execute()
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.topic_added',
    summary: `给 ${meeting.number} 提议题`,
  })
}

export async function removeTopic(work: Writing, meetingId: string, id: string): Promise<void> {
  const { db, actor } = work
  const meeting = await findMeetingFor(work, meetingId, {
    ...{ step: 'addTopic', may: mayBringTopic, whyNot: '议题由事业部的人提' },
  })
  const topic = await db
    .selectFrom('agendaItems')
    .select('createdBy')
    .where('id', '=', id)
    .where('meetingId', '=', meetingId)
    .where('section', '=', 0)
    .executeTakeFirst()
  if (!topic) throw notFound()
  if (topic.createdBy !== actor.id && !mayConvene(actor, meeting))
    throw forbidden('议题由提的人、部门经理或综合管理撤下')
  await db.deleteFrom('agendaItems').where('id', '=', id).execute()
  await recordMeetingEvent(work, meeting, {
    verb: 'meeting.topic_removed',
    summary: `撤下 ${meeting.number} 的议题`,
  })
}
