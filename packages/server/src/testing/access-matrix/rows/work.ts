import { addDays, daysBetween } from '@zhuowei/domain/calendar/dates.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, reason, version } from './kinds.ts'

const byActivity = ({ activityId }: Target) => ({ params: { id: activityId } })
const byReport = ({ reportId }: Target) => ({ params: { id: reportId } })
const byObligation = ({ obligationId }: Target) => ({ params: { id: obligationId } })
const visit = (target: Target) => ({
  kind: 'visit',
  happenedAt: '2026-11-20T11:00:00+08:00',
  visitorIds: [target.personId],
  contactIds: [],
  content: '内容',
  result: '结果',
  problem: '无',
})

// Nobody’s: a trip is opened only by who makes it.
const tripId = '01939c5e-0000-7000-8000-000000000000'

export const workRows: Rows = {
  'activities.list': {
    lists: 'read a visit',
    of: ({ activityId }) => activityId,
    attempt: { query: { limit: 200 } },
  },
  'activities.nextSteps': open('who works with customers'),
  'activities.get': reading('read a visit', byActivity),
  'activities.record': changing('visit a customer', (target) => ({
    body: { customerId: target.customerId, ...visit(target) },
  })),
  'activities.correct': changing('change a visit', (target) => ({
    ...byActivity(target),
    body: { ...visit(target), version },
  })),
  'activities.completeNextStep': changing('change a visit', byActivity),
  'activities.settleUpdate': changing('change a visit', (target) => ({
    ...byActivity(target),
    body: { status: 'contacting' },
  })),
  'activities.remove': changing('change a visit', byActivity),
  'reports.openDaily': open('who files reports', () => ({ params: { date: '2026-11-20' } })),
  'reports.saveDraft': open('who files reports', () => ({
    params: { date: '2026-11-20' },
    body: { version: 0, description: [], result: [] },
  })),
  'reports.submit': open('who files reports', () => ({
    params: { date: '2026-11-20' },
    body: { version: 0, description: [], result: [] },
  })),
  'reports.openWeekly': open('who files reports', () => ({ params: { week: '2026-W47' } })),
  'reports.saveWeekly': open('who files reports', () => ({
    params: { week: '2026-W47' },
    body: { plan: { version: 0, description: [] } },
  })),
  'reports.submitWeekly': open('who files reports', () => ({
    params: { week: '2026-W47' },
    body: { plan: { version: 0, description: [] } },
  })),
  'reports.openMonthly': open('who files reports', () => ({ params: { month: '2026-11' } })),
  'reports.saveMonthly': open('who files reports', () => ({
    params: { month: '2026-11' },
    body: { version: 0, description: [], result: [] },
  })),
  'reports.submitMonthly': open('who files reports', () => ({
    params: { month: '2026-11' },
    body: { version: 0, description: [], result: [] },
  })),
  'reports.openTrip': open('who files reports', () => ({ params: { tripId } })),
  'reports.saveTrip': open('who files reports', () => ({
    params: { tripId },
    body: { version: 0, description: [], result: [] },
  })),
  'reports.submitTrip': open('who files reports', () => ({
    params: { tripId },
    body: { version: 0, description: [], result: [] },
  })),
  'reports.duties': open('who files reports'),
  'reports.mine': open('who files reports'),
  'reports.stream': open('who leads a team'),
  'reports.markRead': open('who leads a team', () => ({
    body: { ids: ['01939c5e-0000-7000-8000-000000000000'] },
  })),
  'reports.readingRate': open('who leads a team', () => ({
    query: { from: '2026-11-16', to: '2026-11-20' },
  })),
  'reports.quickPhrases': open('who leads a team'),
  'reports.setQuickPhrases': open('who leads a team', () => ({ body: { phrases: ['收到，继续'] } })),
  'reports.urge': open('who leads a team', () => ({ body: { period: '2026-11-20' } })),
  'reports.get': reading('read a report', byReport),
  'reports.revise': changing('change a report', (target) => ({
    ...byReport(target),
    body: { version, description: [{ text: '计划' }], result: [{ text: '完成' }] },
  })),
  'reports.versions': reading('read a report', byReport),
  'reports.comment': changing('comment a report', (target) => ({
    ...byReport(target),
    body: { body: '收到' },
  })),
  'compliance.grid': open('who sees the numbers of the division', () => ({
    query: { from: '2026-11-16', to: '2026-11-20' },
  })),
  'compliance.cell': reading('read the numbers of a person', ({ personId, date }) => ({
    params: { personId, date },
  })),
  'compliance.periods': open('who sees the numbers of the division', () => ({
    query: { from: '2026-11-16', to: '2026-11-20' },
  })),
  'compliance.obligation': reading('read the numbers of a person', byObligation),
  'compliance.missing': open('who sees the numbers of the division'),
  'compliance.counted': open('who sees the numbers of the division', () => ({
    query: { from: '2026-11-16', to: '2026-11-20' },
  })),
  'compliance.weekly': open('who sees the numbers of the division', () => ({
    query: { from: '2026-11-16', to: '2026-11-20' },
  })),
  'compliance.specialReasons': open('who sees the numbers of the division', () => ({
    query: { from: '2026-11-16', to: '2026-11-20' },
  })),
  'compliance.waive': changing('waive for staff', (target) => ({
    ...byObligation(target),
    body: { reason },
  })),
  'compliance.withdrawWaiver': changing('waive for staff', (target) => ({
    ...byObligation(target),
    body: { reason },
  })),
  'compliance.rejectReason': changing('waive for staff', (target) => ({
    ...byObligation(target),
    body: { reason },
  })),
  'compliance.uphold': changing('waive for staff', (target) => ({
    ...byObligation(target),
    body: {},
  })),
  'absences.list': open('who works with customers'),
  'absences.register': changing('register an absence of staff', (target) => ({
    body: { personId: target.personId, kind: 'leave', leaveType: 'personal', ...comingDay(target), reason },
  })),
  'absences.request': open('who files reports', () => ({
    body: { kind: 'leave', leaveType: 'personal', from: '2026-12-24', to: '2026-12-24', reason },
  })),
  'absences.decide': changing('register an absence of staff', async ({ absenceId }, world) => {
    await untilDecided(world, absenceId)
    return { params: { id: absenceId }, body: { version, approve: true } }
  }),
  'absences.withdraw': changing('withdraw an own request', async ({ absenceId }, world) => {
    await untilDecided(world, absenceId)
    return { params: { id: absenceId }, body: { version } }
  }),
  'absences.cancel': changing('register an absence of staff', ({ absenceId }) => ({
    params: { id: absenceId },
    body: { reason, version },
  })),
  'navigation.counts': open('anybody'),
  'today.get': open('anybody'),
}

/** Each target's own day, in the time for which leave is registered. */
function comingDay({ date }: Target) {
  const day = addDays('2027-01-01', daysBetween('2025-01-01', date) % 300)
  return { from: day, to: day }
}

/** The absence as the person asked for it. */
async function untilDecided({ services: { db } }: World, id: string): Promise<void> {
  await db.updateTable('absences').set({ approvedBy: null, approvedAt: null }).where('id', '=', id).execute()
}
