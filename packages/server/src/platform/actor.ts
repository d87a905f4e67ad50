import type { Role } from '@zhuowei/domain/organisation/roles.ts'

/** Who is asking, as every access rule sees it. Resolved once per request from the session. */
export interface Actor {
  id: string
  name: string
  role: Role
  /** Null for 总经理 and 系统管理员, who stand outside the divisions (§3A). */
  divisionId: string | null
  /** Regions that the person works in. */
  regionIds: readonly string[]
  /** Regions that the person answers for (区域经理, G5). */
  ownedRegionIds: readonly string[]
  attendanceClerk: boolean
  sessionId: string
  passwordChangeDue: boolean
  confidentialityDue: boolean
}
