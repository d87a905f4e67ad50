import type { World } from '../world.ts'
import type { Right, RoleRight } from './expected.ts'
import type { Target } from './targets.ts'

interface Attempt {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** An operation on somebody's record: which right it needs, and a call of it. */
interface OnTarget {
  right: Right
  /** The call changes the record, so every try gets a fresh one. */
  changes?: true
  call: (target: Target, world: World) => Attempt
}

/** An operation that concerns no one record. */
interface ByRole {
  role: RoleRight
  call: (world: World) => Attempt
}

/** A list, which shows exactly the records that may be read one by one. */
interface Listing {
  lists: Right
  /** Which id of a target its items carry. */
  of: keyof Target
  attempt: Attempt
}

export type Row = OnTarget | ByRole | Listing | { elsewhere: string }

const reading = (right: Right, call: OnTarget['call']): OnTarget => ({ right, call })
const changing = (right: Right, call: OnTarget['call']): OnTarget => ({ right, call, changes: true })
const open = (role: RoleRight, call: ByRole['call'] = () => ({})): ByRole => ({ role, call })

const version = 1
const byCustomer = ({ customerId }: Target) => ({ params: { id: customerId } })
const byContact = ({ contactId }: Target) => ({ params: { id: contactId } })
const byActivity = ({ activityId }: Target) => ({ params: { id: activityId } })
const byReport = ({ reportId }: Target) => ({ params: { id: reportId } })
const byObligation = ({ obligationId }: Target) => ({ params: { id: obligationId } })
const byImport = ({ importId }: Target) => ({ params: { id: importId } })
const byPerson = ({ personId }: Target) => ({ params: { id: personId } })
const reason = '核对权限'

const personal = {
  name: '某某',
  username: 'moumou',
  employeeNo: 'X1',
  phone: null,
  email: null,
  entryDate: '2026-11-01',
}
const visit = (target: Target) => ({
  kind: 'visit',
  happenedAt: '2026-11-20T11:00:00+08:00',
  visitorIds: [target.personId],
  contactIds: [],
  content: '内容',
  result: '结果',
  problem: '无',
})

/** Every endpoint of the contract has its row; the test fails for one without. */
export const attempts: Record<string, Row> = {
  'activities.list': { lists: 'read a visit', of: 'activityId', attempt: { query: { limit: 200 } } },
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
  'reports.mine': open('who files reports'),
  'reports.stream': open('who leads a team'),
  'reports.markRead': open('who leads a team', () => ({
    body: { ids: ['01939c5e-0000-7000-8000-000000000000'] },
  })),
  'reports.quickPhrases': open('who leads a team'),
  'reports.setQuickPhrases': open('who leads a team', () => ({ body: { phrases: ['收到，继续'] } })),
  'reports.urge': open('who leads a team', () => ({ body: { date: '2026-11-20' } })),
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
  'compliance.missing': open('who sees the numbers of the division'),
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
  'absences.list': open('who works with customers'),
  'absences.register': changing('register an absence of staff', ({ personId, date }) => ({
    body: { personId, kind: 'leave', leaveType: 'personal', from: date, to: date, reason },
  })),
  'absences.cancel': changing('register an absence of staff', ({ absenceId }) => ({
    params: { id: absenceId },
    body: { reason, version },
  })),
  'customers.list': {
    lists: 'read a customer',
    of: 'customerId',
    attempt: { query: { limit: 200, sort: 'created' } },
  },
  'customers.summary': open('who works with customers'),
  'customers.create': open('who may enter customers', () => ({ body: {} })),
  'customers.similar': open('who may enter customers', () => ({ body: { name: '验权客户' } })),
  'customers.removed': open('the manager'),
  'customers.get': reading('read a customer', byCustomer),
  'customers.update': changing('change a customer', (target) => ({
    ...byCustomer(target),
    body: { city: '云澈', version },
  })),
  'customers.remove': changing('move or remove a customer', (target) => ({
    ...byCustomer(target),
    body: { reason },
  })),
  'customers.restore': {
    elsewhere:
      'a removed customer is invisible to all but the manager; customers/removal is tested in its module',
  },
  'customers.changeGrade': changing('change a grade', (target) => ({
    ...byCustomer(target),
    body: { to: 'B', reason, version },
  })),
  'customers.changeGrades': {
    elsewhere: 'skips what is not allowed instead of refusing; see “commands on a selection” in this test',
  },
  'customers.changeStatuses': {
    elsewhere: 'skips what is not allowed instead of refusing; see “commands on a selection” in this test',
  },
  'customers.transfer': {
    elsewhere: 'skips what is not allowed instead of refusing; see “commands on a selection” in this test',
  },
  'customers.markTraded': changing('change a customer', (target) => ({
    ...byCustomer(target),
    body: { reason, confirmGradeB: true, version },
  })),
  'customers.revertTrade': changing('move or remove a customer', (target) => ({
    ...byCustomer(target),
    body: { reason, version },
  })),
  'customers.tree': reading('read a customer', byCustomer),
  'customers.timeline': reading('read a customer', byCustomer),
  'customers.gradeChanges': open('who works with customers'),
  'contacts.list': reading('read a customer', byCustomer),
  'contacts.create': changing('change a customer', (target) => ({
    ...byCustomer(target),
    body: { name: '叶疏桐', position: '班长' },
  })),
  'contacts.update': changing('change a customer', (target) => ({
    ...byContact(target),
    body: { name: '江予安', position: '主任', version },
  })),
  'contacts.makePrimary': changing('change a customer', byContact),
  'contacts.remove': changing('change a customer', byContact),
  'contacts.restore': changing('change a customer', byContact),
  'contacts.revealPhone': reading('see a whole phone number', byContact),
  'regulation.clauses': open('anybody'),
  'regulation.clause': open('anybody', () => ({ params: { id: '五.1.3)②' } })),
  'regulation.parameters': open('anybody'),
  'regulation.setParameter': open('the administrator', () => ({ body: {} })),
  'regulation.withdrawParameter': open('the administrator', () => ({ body: {} })),
  'calendar.year': open('anybody', () => ({ params: { year: '2026' } })),
  'calendar.setDay': open('who keeps the calendar', () => ({ params: { date: '2027-03-01' }, body: {} })),
  'calendar.previewImport': open('who keeps the calendar', () => ({ body: {} })),
  'calendar.import': open('who keeps the calendar', () => ({ body: {} })),
  'search.global': open('anybody', () => ({ query: { q: '验权' } })),
  'views.list': open('anybody', () => ({ query: { page: 'customers' } })),
  'views.create': open('anybody', () => ({ body: {} })),
  'views.update': { elsewhere: 'one sees and changes only one’s own views; tested in views' },
  'views.reorder': open('anybody', () => ({ body: { page: 'customers', ids: [] } })),
  'views.remove': { elsewhere: 'one sees and changes only one’s own views; tested in views' },
  'notifications.list': open('anybody'),
  'notifications.unreadCount': open('anybody'),
  'notifications.markRead': {
    elsewhere: 'everybody has only one’s own notifications; tested in notifications',
  },
  'notifications.markAllRead': open('anybody'),
  'live.stream': { elsewhere: 'a stream that stays open; tested in platform/live' },
  'organisation.divisions': open('anybody'),
  'organisation.createDivision': open('the administrator', () => ({ body: {} })),
  'organisation.updateDivision': open('the administrator', (world) => ({
    params: { id: world.divisionId },
    body: {},
  })),
  'organisation.regions': open('anybody'),
  'organisation.createRegion': open('the administrator', () => ({ body: {} })),
  'organisation.updateRegion': open('the administrator', (world) => ({
    params: { id: world.regions.yunling },
    body: {},
  })),
  'organisation.appointRegionOwner': open('the administrator', (world) => ({
    params: { id: world.regions.yunling },
    body: {},
  })),
  'organisation.people': {
    lists: 'read a person',
    of: 'personId',
    attempt: { query: { state: 'all', limit: 200 } },
  },
  'organisation.person': reading('read a person', byPerson),
  'organisation.onboard': open('the administrator', () => ({ body: {} })),
  'organisation.updatePerson': reading('change a person', (target) => ({
    ...byPerson(target),
    body: { ...personal, version: 99 },
  })),
  'organisation.reassign': reading('change a person', (target) => ({
    ...byPerson(target),
    body: { role: 'pm', version: 99 },
  })),
  'organisation.departurePreview': reading('change a person', byPerson),
  'organisation.depart': reading('change a person', (target) => ({
    ...byPerson(target),
    body: { leavingDate: '2026-11-30', handover: { to: null }, version: 99 },
  })),
  'organisation.reinstate': reading('change a person', (target) => ({
    ...byPerson(target),
    body: { version: 99 },
  })),
  'organisation.resetPassword': reading('change a person', (target) => ({
    ...byPerson(target),
    body: { version: 99 },
  })),
  // Somebody who makes none of the calls of this test, or they would end here.
  'organisation.signOutEverywhere': reading('change a person', (_, world) => ({
    params: { id: world.people.spmOtherRegion.id },
  })),
  'imports.list': open('who may import customers'),
  'imports.template': open('who may import customers'),
  'imports.upload': open('who may import customers'),
  'imports.get': reading('use an import', byImport),
  'imports.rows': reading('use an import', byImport),
  'imports.chooseHeader': changing('use an import', (target) => ({
    ...byImport(target),
    body: { sheetNo: 1, headerRow: 1, version },
  })),
  'imports.check': changing('use an import', (target) => ({
    ...byImport(target),
    body: { mapping: [], options: {}, version },
  })),
  'imports.run': changing('use an import', (target) => ({
    ...byImport(target),
    body: { mode: 'valid_rows', version },
  })),
  'imports.cancel': changing('use an import', byImport),
  'imports.undo': changing('use an import', (target) => ({ ...byImport(target), body: { version } })),
  'imports.failedRows': reading('use an import', byImport),

  'today.get': open('anybody'),
  'audit.list': open('who reads the audit'),
  'audit.verify': open('who verifies the audit'),

  'session.signIn': { elsewhere: 'public' },
  'session.signOut': { elsewhere: 'ends the session that the test calls with; tested in session' },
  'session.current': open('anybody'),
  'session.list': open('anybody'),
  'session.revoke': { elsewhere: 'everybody has only one’s own sessions; tested in session' },
  'session.revokeOthers': open('anybody'),
  'session.changePassword': open('anybody', () => ({ body: {} })),
  'session.confidentiality': open('anybody'),
  'session.acknowledgeConfidentiality': open('anybody', () => ({ body: {} })),
  'session.demoPeople': { elsewhere: 'public' },
  'session.setupState': { elsewhere: 'public' },
  'session.setup': { elsewhere: 'public' },
  'system.health': { elsewhere: 'public' },
  'system.ready': { elsewhere: 'public' },
  'system.openapi': { elsewhere: 'public' },
}
