import type { SpecialReason } from '@zhuowei/domain/reports/timeliness.ts'
import type { Username } from './cast.ts'

/** When somebody usually writes the daily report, in minutes of the day, and how often that goes wrong compared with others. */
export interface Habit {
  usual: number
  spread: number
  careless: number
}

const clock = (hour: number, minute: number) => hour * 60 + minute

export const habits: Partial<Record<Username, Habit>> = {
  anpeizhi: { usual: clock(20, 25), spread: 40, careless: 0.3 },
  fute: { usual: clock(18, 30), spread: 35, careless: 0.5 },
  oumu: { usual: clock(19, 5), spread: 45, careless: 0.7 },
  jiaoer: { usual: clock(19, 40), spread: 60, careless: 1.1 },
  walan: { usual: clock(20, 50), spread: 85, careless: 2.1 },
  weibo: { usual: clock(18, 50), spread: 50, careless: 1.1 },
  gaosi: { usual: clock(21, 0), spread: 75, careless: 1.9 },
  hezhi: { usual: clock(18, 10), spread: 30, careless: 0.7 },
  kulun: { usual: clock(19, 20), spread: 50, careless: 1.5 },
  fale: { usual: clock(18, 45), spread: 40, careless: 1.1 },
  hengli: { usual: clock(17, 40), spread: 9, careless: 0.2 },
  ximeng: { usual: clock(17, 50), spread: 13, careless: 0.5 },
}

/** How a report came in; `after` days are working days after its own. */
export type Fate =
  | { how: 'on_time'; time?: string }
  | { how: 'excused'; time?: string; seconds?: number; reason?: SpecialReason }
  | { how: 'late_fill'; time?: string; seconds?: number; reason?: SpecialReason }
  | { how: 'missed' }
  | { how: 'unwritten' }
  /** Complete but never submitted: it files itself at the deadline. */
  | { how: 'left_as_draft'; time: string }

/** The planted cases of §7, by person and day of the story. */
export const plantedFates: Readonly<Record<string, Fate>> = {
  'jiaoer|2026-09-20': { how: 'on_time', time: '19:12' },
  'weibo|2026-09-30': { how: 'excused', time: '08:52', reason: 'late_return' },
  'gaosi|2026-10-10': { how: 'excused', time: '08:47', reason: 'other' },
  'fale|2026-10-16': { how: 'missed' },
  'hengli|2026-10-22': { how: 'on_time', time: '11:48' },
  'jiaoer|2026-10-28': { how: 'excused', time: '09:00', seconds: 40, reason: 'late_return' },
  'walan|2026-10-28': { how: 'late_fill', time: '09:01', seconds: 5, reason: 'network' },
  'kulun|2026-10-30': { how: 'on_time', time: '17:10' },
  'gaosi|2026-11-04': { how: 'late_fill', time: '09:24' },
  'oumu|2026-11-05': { how: 'left_as_draft', time: '18:32' },
  'walan|2026-11-11': { how: 'missed' },
  'weibo|2026-11-18': { how: 'excused', time: '08:58', reason: 'reception' },
  'hengli|2026-11-20': { how: 'on_time', time: '17:36' },
  'ximeng|2026-11-20': { how: 'on_time', time: '17:51' },
  'hezhi|2026-11-20': { how: 'on_time', time: '18:24' },
  'fute|2026-11-20': { how: 'on_time', time: '18:41' },
  'fale|2026-11-20': { how: 'on_time', time: '19:03' },
  'weibo|2026-11-20': { how: 'on_time', time: '19:27' },
  'oumu|2026-11-20': { how: 'on_time', time: '20:15' },
  'gaosi|2026-11-20': { how: 'on_time', time: '22:08' },
  'anpeizhi|2026-11-20': { how: 'on_time', time: '20:52' },
  'jiaoer|2026-11-20': { how: 'unwritten' },
  'walan|2026-11-20': { how: 'unwritten' },
}
