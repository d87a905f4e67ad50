import type { Actor } from '../platform/actor.ts'

/** §3A: 考勤员 and 系统管理员 keep the calendar. */
export const mayEditCalendar = (actor: Actor): boolean => actor.role === 'adm' || actor.attendanceClerk
