import { isDraft, type MeetingState } from '@zhuowei/domain/meetings/meeting.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** What the rules below look at. */
export interface MeetingFacts {
  divisionId: string
}

/** §3A 会议: 总经理 reads all, everybody in the division those of the division; 系统管理员 and other divisions none. */
export function visibleMeetings(db: Database | Trx, actor: Actor) {
  const all = db.selectFrom('meetings')
  return actor.role === 'gm' ? all : all.where('meetings.divisionId', '=', actor.divisionId)
}

/** 遗留问题 are part of the minutes and seen by the same people. */
export function visibleActionItems(db: Database | Trx, actor: Actor) {
  const all = db.selectFrom('actionItems')
  return actor.role === 'gm' ? all : all.where('actionItems.divisionId', '=', actor.divisionId)
}

const isOfDivision = (actor: Actor, { divisionId }: MeetingFacts) => actor.divisionId === divisionId

/** 四.2: the manager, or 综合管理 on his behalf. */
export const mayConvene = (actor: Actor, meeting: MeetingFacts) =>
  isOfDivision(actor, meeting) && (actor.role === 'dm' || actor.role === 'oa')

/** 四.2: whether a meeting that somebody proposed is held says the manager alone. */
export const mayDecideProposal = (actor: Actor, meeting: MeetingFacts) =>
  isOfDivision(actor, meeting) && actor.role === 'dm'

/** §3A 议题 C. */
export const mayBringTopic = (actor: Actor, meeting: MeetingFacts) =>
  isOfDivision(actor, meeting) && actor.role !== 'adm'

/** §3A 会议 CRU(纪要). */
export const mayWriteMinutes = (actor: Actor, meeting: MeetingFacts) => mayConvene(actor, meeting)

/** 三.1: the published minutes are read with the meeting; a draft, with lines that nobody has settled yet, only by those who write it. */
export const mayReadMinutes = (actor: Actor, meeting: MeetingFacts & { state: MeetingState }) =>
  !isDraft(meeting.state) || mayWriteMinutes(actor, meeting)

/** The owner says that it is done; whoever keeps the minutes may say it, too. */
export const mayClose = (actor: Actor, item: MeetingFacts & { ownerId: string }) =>
  item.ownerId === actor.id || mayWriteMinutes(actor, item)
