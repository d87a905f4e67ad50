import type { Actor } from '../platform/actor.ts'

/** The calendar of the others is for those who see the numbers of the division (§3A 日报合规统计); everybody else has the own one. */
export const maySeeTeam = (actor: Actor): boolean => ['gm', 'dm', 'oa'].includes(actor.role)

/** §3A 请假/出差: why and where somebody is away know the manager, 总经理 and 考勤员; to a colleague he is away. */
export const mayKnowWhy = (actor: Actor, personId: string): boolean =>
  personId === actor.id || actor.role === 'gm' || actor.role === 'dm' || actor.attendanceClerk

/** The body of a report is for the manager and 总经理; 综合管理 sees whether it is there. */
export const mayOpenReports = (actor: Actor): boolean => actor.role === 'gm' || actor.role === 'dm'
