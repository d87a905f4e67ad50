import { open, type Rows } from './kinds.ts'

const unknown = { id: '01939c5e-0000-7000-8000-000000000000' }

export const channelRows: Rows = {
  'channels.settings': open('the administrator'),
  'channels.saveMail': open('the administrator', () => ({ body: {} })),
  'channels.testMail': open('the administrator'),
  'channels.addRobot': open('the administrator', () => ({ body: {} })),
  'channels.updateRobot': open('the administrator', () => ({ params: unknown, body: {} })),
  'channels.removeRobot': open('the administrator', () => ({ params: unknown })),
  'channels.testRobot': open('the administrator', () => ({ params: unknown })),
  'channels.deliveries': open('the administrator'),
  'channels.groups': open('the manager'),
  'channels.setGroupKinds': open('the manager', () => ({ params: unknown, body: {} })),
  'channels.mine': open('anybody'),
  'channels.choose': open('anybody', () => ({ body: {} })),
  'channels.testMine': open('anybody'),
  'channels.addDevice': open('anybody', () => ({ body: {} })),
  'channels.removeDevice': { elsewhere: 'everybody has only one’s own devices; tested in channels' },
}
