import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { standsOutside, worksInRegions } from '@zhuowei/domain/organisation/position.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'

/** What the forms about a person hold; each form shows its part. */
export interface PersonValues {
  name: string
  username: string
  employeeNo: string
  phone: string
  email: string
  entryDate: string
  role: Role
  divisionId: string | null
  regionIds: string[]
  managerId: string | null
  attendanceClerk: boolean
}

export function valuesOf({
  name,
  role,
  division,
  regions,
  manager,
  attendanceClerk,
  record,
}: Person): PersonValues {
  return {
    name,
    username: record?.username ?? '',
    employeeNo: record?.employeeNo ?? '',
    phone: record?.phone ?? '',
    email: record?.email ?? '',
    entryDate: record?.entryDate ?? '',
    role,
    divisionId: division?.id ?? null,
    regionIds: regions.map((region) => region.id),
    managerId: manager?.id ?? null,
    attendanceClerk,
  }
}

/** Another role drops what does not belong to it and keeps the rest. */
export function withRole(before: PersonValues, role: Role, onlyDivision: string | null): PersonValues {
  return {
    ...before,
    role,
    divisionId: standsOutside(role) ? null : (before.divisionId ?? onlyDivision),
    regionIds: worksInRegions(role) ? before.regionIds : [],
    managerId: null,
    attendanceClerk: before.attendanceClerk && role === 'oa',
  }
}

export function personalPart({ name, username, employeeNo, phone, email, entryDate }: PersonValues) {
  return { name, username, employeeNo, phone, email, entryDate }
}

export function positionPart({ role, divisionId, regionIds, managerId, attendanceClerk }: PersonValues) {
  return { role, divisionId, regionIds, managerId, attendanceClerk }
}
