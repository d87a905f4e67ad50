import type { Target } from '../targets.ts'
import { byCustomer, changing, open, type Rows, reading, reason, version } from './kinds.ts'

const byContact = ({ contactId }: Target) => ({ params: { id: contactId } })

export const customerRows: Rows = {
  'customers.list': {
    lists: 'read a customer',
    of: ({ customerId }) => customerId,
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
  'bulk.changeTags': {
    elsewhere: 'skips what is not allowed instead of refusing; tested in customers/bulk.test.ts',
  },
  'bulk.preview': {
    elsewhere: 'looks with the plan of the command itself; tested in customers/bulk.test.ts',
  },
  'bulk.list': open('who may enter customers'),
  'bulk.previewUndo': { elsewhere: 'finds the change like its undo; tested in customers/bulk.test.ts' },
  'bulk.undo': { elsewhere: 'seen by its maker and the manager only; tested in customers/bulk.test.ts' },
  'tags.list': open('who works with customers'),
  'tags.create': open('who may import customers', () => ({ body: {} })),
  'tags.update': { elsewhere: 'a dictionary of the division; tested in customers/bulk.test.ts' },
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
  'grades.changes': open('who works with customers'),
  'grades.matrix': open('who works with customers', () => ({ query: { month: '2026-11' } })),
  'grades.proposals': open('who works with customers'),
  'grades.dismissProposal': changing('change a grade', (target) => ({
    ...byCustomer(target),
    body: { rule: 'active' },
  })),
  'grades.reopenProposal': changing('change a grade', (target) => ({
    params: { ...byCustomer(target).params, rule: 'active' },
  })),
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
  'contacts.keep': changing('change a customer', byContact),
  'contacts.restore': changing('change a customer', byContact),
  'contacts.revealPhone': reading('see a whole phone number', byContact),
  'search.global': open('anybody', () => ({ query: { q: '验权' } })),
  'views.list': open('anybody', () => ({ query: { page: 'customers' } })),
  'views.create': open('anybody', () => ({ body: {} })),
  'views.update': { elsewhere: 'one sees and changes only one’s own views; tested in views' },
  'views.reorder': open('anybody', () => ({ body: { page: 'customers', ids: [] } })),
  'views.pin': { elsewhere: 'one pins what one sees, for oneself; tested in views' },
  'views.unpin': { elsewhere: 'one pins what one sees, for oneself; tested in views' },
  'views.remove': { elsewhere: 'one sees and changes only one’s own views; tested in views' },
}
