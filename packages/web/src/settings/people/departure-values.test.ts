import type { DeparturePreview } from '@zhuowei/contract/departure.ts'
import { expect, test } from 'vitest'
import { departureBody, shares, startOf } from './departure-values.ts'

const preview = {
  person: { version: 3, record: null },
  customersTotal: 10,
  regions: [{ id: 'yunling', name: '云岭片区', candidates: [{ id: 'walan', name: '瓦澜' }] }],
  reports: [],
  managers: [],
  openWork: { tasks: 0, actionItems: 1, givenTasks: 0 },
  workers: [{ id: 'walan', name: '瓦澜' }],
  successors: [
    { id: 'oumu', name: '欧牧', role: 'spm', customers: 4, sharesRegion: false },
    { id: 'walan', name: '瓦澜', role: 'pm', customers: 2, sharesRegion: true },
  ],
} as unknown as DeparturePreview // only what is looked at

test('somebody of the same region is proposed for customers and region', () => {
  const values = startOf(preview, '2026-11-23')
  expect(values).toMatchObject({
    way: 'one',
    to: 'walan',
    owners: { yunling: 'walan' },
    leavingDate: '2026-11-23',
  })
  expect(departureBody(values, preview)).toEqual({
    leavingDate: '2026-11-23',
    shutNow: false,
    handover: { to: 'walan', exceptions: [] },
    regionOwners: [{ regionId: 'yunling', ownerId: 'walan' }],
    newManagerId: null,
    workTo: 'walan',
    reason: '',
    version: 3,
  })
})

test('without anybody near, the pool is proposed', () => {
  expect(startOf({ ...preview, successors: [] }, '2026-11-23')).toMatchObject({ way: 'pool', to: null })
})

test.each([
  ['one', {}, [['walan', 10]]],
  ['pool', { a: 'oumu' }, [[null, 10]]],
  [
    'each',
    { a: 'oumu', b: null },
    [
      ['walan', 8],
      ['oumu', 1],
      [null, 1],
    ],
  ],
  ['one', { a: 'oumu' }, [['walan', 10]]],
] as const)('%s with %o shares the customers as %o', (way, exceptions, expected) => {
  expect(shares({ ...startOf(preview, '2026-11-23'), way, exceptions }, preview)).toEqual(expected)
})
