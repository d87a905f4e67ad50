import type { NewVerbalReport } from '@zhuowei/contract/verbal-reports.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import {
  answerDue,
  type VerbalReportState,
  verbalReportStateLabel,
} from '@zhuowei/domain/verbal-reports/verbal-report.ts'
import { managersOf } from '../complaints/telling.ts'
import { loadRules } from '../obligations/rules.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { isHearer, visibleVerbalReports } from './access.ts'
import { refuseStrangeCustomer, subjectOf } from './subject.ts'
import { askToAnswer, settleAsked, tell } from './telling.ts'

/** 五.5.1) one tap after speaking. What a superior logs for his staff he has heard. */
export async function recordVerbalReport(
  work: Writing,
  input: NewVerbalReport,
  id = newId(),
): Promise<string> {
  const { db, actor, now } = work
  const person = await subjectOf(work, input.personId)
  const occurredAt = input.occurredAt ? new Date(input.occurredAt) : now
  if (occurredAt > now) throw invalid('occurredAt', '汇报的时间不能晚于现在')
  await refuseStrangeCustomer(work, input.customerId)
  const { divisionId, forGm } = person
  const { calendar, parameters } = await loadRules(db, divisionId, shanghaiDate(now))
  if (!parameters['verbal.logEnabled'])
    throw forbidden('本事业部没有启用口头汇报登记（参数“口头汇报在系统里登记存证”）')
  const isHeard = person.id !== actor.id
  await db
    .insertInto('verbalReports')
    .values({
      ...{ id, divisionId, forGm, occurredAt, topic: input.topic, customerId: input.customerId },
      personId: person.id,
      state: isHeard ? 'heard' : 'logged',
      loggedAt: now,
      loggedBy: actor.id,
      answerDueAt: answerDue(shanghaiDate(now), calendar, parameters),
      answeredAt: isHeard ? now : null,
      answeredBy: isHeard ? actor.id : null,
    })
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'verbal_report.logged',
    subjectType: 'verbal_report',
    subjectId: id,
    divisionId,
    summary: isHeard ? `代${person.name}登记口头汇报，已听取` : '登记口头汇报',
    after: { occurredAt, topic: input.topic },
  })
  if (isHeard) await tell(work, [person.id], id, `${actor.name}登记了您的口头汇报：${input.topic}`)
  else {
    const superiors = await managersOf(db, { divisionId, forGm })
    await askToAnswer(work, superiors, id, `${person.name}口头汇报，请确认：${input.topic}`)
  }
  return id
}

/** 五.5.2)② 已听取 or 未收到, once: what was answered, or stands because nobody did, is evidence. */
export async function answerVerbalReport(work: Writing, id: string, heard: boolean): Promise<void> {
  const { db, actor, now } = work
  const report = await visibleVerbalReports(db, actor)
    .where('verbalReports.id', '=', id)
    .selectAll('verbalReports')
    .select((row) => row.ref('verbalReports.state').$castTo<VerbalReportState>().as('state')) // verbal_reports_state_known
    .forUpdate()
    .executeTakeFirst()
  if (!report) throw notFound()
  if (!isHearer(actor, report)) throw forbidden('口头汇报由直接上司确认')
  if (report.state !== 'logged')
    throw new Refusal('nothing_to_decide', {
      detail: `这次汇报现在是“${verbalReportStateLabel[report.state]}”`,
    })
  const state = heard ? 'heard' : 'not_received'
  await db
    .updateTable('verbalReports')
    .set({ state, answeredAt: now, answeredBy: actor.id })
    .where('id', '=', id)
    .execute()
  await recordEvent(db, actor, now, {
    verb: heard ? 'verbal_report.heard' : 'verbal_report.denied',
    subjectType: 'verbal_report',
    subjectId: id,
    divisionId: report.divisionId,
    summary: `口头汇报：${verbalReportStateLabel[state]}`,
    before: { state: report.state },
    after: { state },
  })
  await settleAsked(work, await managersOf(db, report), id)
  const answer = heard ? '听取了' : '说没有收到'
  await tell(work, [report.personId], id, `${actor.name}${answer}您的口头汇报：${report.topic}`)
}
