import { open, type Rows } from './kinds.ts'

export const calendarRows: Rows = {
  'teamCalendar.get': open('who works with customers', () => ({
    query: { from: '2026-11-23', to: '2026-11-29' },
  })),
  'calendarFeed.mine': open('anybody'),
  'calendarFeed.make': open('anybody'),
  'calendarFeed.change': open('anybody', () => ({ body: { busyOnly: true } })),
  'calendarFeed.revoke': open('anybody'),
  'calendarFeed.read': { elsewhere: 'public; the secret address is the right, tested in calendar-feed' },
}
