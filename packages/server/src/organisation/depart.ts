import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { daysBetween, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { returnComplaintsOf } from '../complaints/leaver.ts'
import { followPerson } from '../obligations/horizon.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { shutAccount } from './account.ts'
import { tellReceivers } from './departure-notices.ts'
import { giveRegions, giveReports, refuseUnlessReceivers } from './departure-receivers.ts'
import { handOverWork, heirOf } from './departure-work.ts'
import { handOverCustomers, refuseStrangeCustomers } from './handover.ts'
import { holdingsOf } from './holdings.ts'
import { lockPerson, refuseWithoutAdministrator } from './writing.ts'

type Departure = Body<typeof organisationApi.depart>

/** A date further away is a slip of the keyboard. */
const daysAround = 31

export const departed = 'person.departed'

/**
 * Everything of a leaver finds its next holder in one step: customers, complaints, assigned work, regions, people. The account closes at the end of the
 * last day, at once if that day has passed or the administrator says so (§3A: leaver → disable, customers to the DM pool).
 */
export async function depart(writing: Writing, id: string, departure: Departure) {
  const { db, actor, now } = writing
  const today = shanghaiDate(now)
  const person = await lockPerson(writing, id, departure)
  refuseImpossibleDate(person, departure.leavingDate, today)
  await refuseWithoutAdministrator(writing, person, today)
  const holdings = await holdingsOf(db, id, today)
  await refuseUnlessReceivers(db, person, holdings, departure, today)
  await refuseStrangeCustomers(db, id, departure.handover.exceptions)
  const heir = await heirOf(db, person, departure, today)
  const reason = departure.reason ?? `${person.name}离职`
  const received = await handOverCustomers(writing, id, departure.handover, reason)
  const complaints = await returnComplaintsOf(writing, person)
  const work = await handOverWork(writing, person, heir)
  await giveRegions(writing, departure.regionOwners)
  await giveReports(writing, holdings.reports, departure.newManagerId)
  await db
    .updateTable('people')
    .set({
      leavingDate: departure.leavingDate,
      version: person.version + 1,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .where('id', '=', id)
    .execute()
  await followPerson(db, person, now)
  await shutAccount(db, id, { atOnce: departure.shutNow, past: departure.leavingDate < today })
  const customers = received.reduce((sum, { count }) => sum + count, 0)
  const eventId = await recordEvent(db, actor, now, {
    verb: departed,
    subjectType: 'person',
    subjectId: id,
    divisionId: person.divisionId,
    summary: `${person.name}离职，最后工作日 ${departure.leavingDate}，移交客户 ${customers} 个${workText(work)}`,
    before: { leavingDate: person.leavingDate, regionIds: holdings.regions.map((region) => region.id) },
    after: { ...departure, received, work },
    reason: departure.reason,
  })
  await tellReceivers(writing, person, { received, work }, departure, eventId)
  const { tasks, actionItems } = work
  return {
    customers,
    complaints,
    work: { tasks, actionItems },
    regions: departure.regionOwners.length,
    reports: holdings.reports.length,
  }
}

const workText = ({ tasks, actionItems }: { tasks: number; actionItems: number }): string =>
  [tasks > 0 && `，交办 ${tasks} 项`, actionItems > 0 && `，遗留问题 ${actionItems} 项`]
    .filter(Boolean)
    .join('')

function refuseImpossibleDate(person: { entryDate: string }, leavingDate: string, today: string): void {
  if (leavingDate < person.entryDate) throw invalid('leavingDate', '离职日期不能早于入职日期')
  if (Math.abs(daysBetween(today, leavingDate)) > daysAround) {
    throw invalid('leavingDate', `离职日期应在今天前后 ${daysAround} 天之内`)
  }
}
