import { byPerson, open, type Rows, reading } from './kinds.ts'

const personal = {
  name: '某某',
  username: 'moumou',
  employeeNo: 'X1',
  phone: null,
  email: null,
  entryDate: '2026-11-01',
}

export const administrationRows: Rows = {
  'regulation.clauses': open('anybody'),
  'regulation.clause': open('anybody', () => ({ params: { id: '五.1.3)②' } })),
  'regulation.parameters': open('anybody'),
  'regulation.setParameter': open('the administrator', () => ({ body: {} })),
  'regulation.withdrawParameter': open('the administrator', () => ({ body: {} })),
  'calendar.year': open('anybody', () => ({ params: { year: '2026' } })),
  'calendar.setDay': open('who keeps the calendar', () => ({ params: { date: '2027-03-01' }, body: {} })),
  'calendar.previewImport': open('who keeps the calendar', () => ({ body: {} })),
  'calendar.import': open('who keeps the calendar', () => ({ body: {} })),
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
    of: ({ personId }) => personId,
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
