import type { TodayGroup, TodayItem } from '@zhuowei/contract/today.ts'
import { expect, it } from 'vitest'
import { groupsOf } from './groups.ts'

const item = (key: string, group: TodayGroup): TodayItem => ({
  key,
  group,
  kind: 'own_report',
  title: key,
  tag: null,
  facts: '',
  clause: null,
  dueAt: '2026-11-23T01:00:00Z' as TodayItem['dueAt'],
  action: { label: '写', to: '/', urge: null },
})

it('what can still be saved stands before what is already overdue, and empty groups do not appear', () => {
  const groups = groupsOf([item('a', 'week'), item('b', 'overdue'), item('c', 'soon'), item('d', 'week')])
  expect(groups.map(([group, rows]) => [group, rows.map(({ key }) => key)])).toEqual([
    ['soon', ['c']],
    ['overdue', ['b']],
    ['week', ['a', 'd']],
  ])
})
