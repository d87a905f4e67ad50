import { type Role, reportsTo, roleLabel } from './roles.ts'

/** What a person is to do from now on, with the facts of the division around it. */
export type Position = {
  role: Role
  divisionId: string | null
  attendanceClerk: boolean
  regions: readonly { id: string; divisionId: string }[]
  manager: { role: Role; divisionId: string | null; employed: boolean } | null
}

export type PositionProblem = {
  path: 'divisionId' | 'regionIds' | 'managerId' | 'attendanceClerk'
  message: string
}

/** 二.1, G4, G6: everything that does not fit, at once. */
export function positionProblems(position: Position): PositionProblem[] {
  const { role, divisionId, regions, attendanceClerk } = position
  const problems: PositionProblem[] = []
  if (standsOutside(role) && divisionId !== null) {
    problems.push({ path: 'divisionId', message: `${roleLabel[role]}不属于任何事业部` })
  }
  if (!standsOutside(role) && divisionId === null) {
    problems.push({ path: 'divisionId', message: '请选择事业部' })
  }
  if (regions.length > 0 && !worksInRegions(role)) {
    problems.push({ path: 'regionIds', message: '只有高级项目主管和项目主管分片区' })
  } else if (regions.some((region) => region.divisionId !== divisionId)) {
    problems.push({ path: 'regionIds', message: '片区不在所选的事业部里' })
  }
  if (attendanceClerk && role !== 'oa') {
    problems.push({ path: 'attendanceClerk', message: '考勤员由综合管理担任' })
  }
  const manager = managerProblem(position)
  if (manager) problems.push({ path: 'managerId', message: manager })
  return problems
}

/** 总经理 and 系统管理员 belong to no division. */
export const standsOutside = (role: Role): boolean => role === 'gm' || role === 'adm'

/** Regions are shared out among these two; either may own one (G5). */
export const worksInRegions = (role: Role): boolean => role === 'spm' || role === 'pm'

function managerProblem({ role, divisionId, manager }: Position): string | null {
  if (!manager) return null
  const superior = reportsTo[role]
  if (!superior) return `${roleLabel[role]}没有直接上司`
  if (!manager.employed) return '这位上司已经离职'
  if (manager.role !== superior) return `${roleLabel[role]}的直接上司是${roleLabel[superior]}`
  if (superior !== 'gm' && manager.divisionId !== divisionId) return '上司不在同一个事业部'
  return null
}
