import { roles } from '@zhuowei/domain/organisation/roles.ts'
import * as z from 'zod'
import { username } from './session.ts'
import { id, instant, optionalText, personRef, plainDate, requiredText } from './shapes.ts'

export const version = z.int('缺少版本号').min(1)
export const role = z.enum(roles, '请选择岗位')
export const named = z.object({ id, name: z.string() })

export const personStates = ['active', 'upcoming', 'leaving', 'left'] as const

export const person = z
  .object({
    id,
    name: z.string(),
    role,
    roleLabel: z.string(),
    attendanceClerk: z.boolean(),
    division: named.nullable(),
    regions: z.array(z.object({ id, name: z.string(), owned: z.boolean() })),
    manager: personRef.nullable(),
    state: z.enum(personStates),
    /** The personnel record; null for colleagues, who see the directory only. */
    record: z
      .object({
        employeeNo: z.string(),
        username: z.string(),
        phone: z.string().nullable(),
        email: z.string().nullable(),
        entryDate: plainDate,
        leavingDate: plainDate.nullable(),
        passwordChangeDue: z.boolean(),
        lastSignInAt: instant.nullable(),
      })
      .nullable(),
    version: z.int(),
    can: z.object({
      update: z.boolean(),
      depart: z.boolean(),
      reinstate: z.boolean(),
      resetPassword: z.boolean(),
    }),
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof person>

export const personal = {
  name: requiredText('姓名', 40),
  username,
  employeeNo: requiredText('工号', 30),
  phone: optionalText('电话', 30),
  email: z
    .union([z.literal(''), z.email('邮箱格式不对')])
    .nullish()
    .transform((text) => text || null),
  entryDate: plainDate,
}

export const position = {
  role,
  /** Null for 总经理 and 系统管理员, who stand outside the divisions. */
  divisionId: id.nullable().default(null),
  regionIds: z.array(id).max(50).default([]),
  /** Left out: the only person who can be the superior (二.1). */
  managerId: id.nullish().transform((value) => value ?? null),
  /** 三.4-a), G4: keeps the attendance; only for 综合管理. */
  attendanceClerk: z.boolean().default(false),
}

export const newPerson = z.object({ ...personal, ...position }).meta({ id: 'NewPerson' })

export const temporaryPassword = z.object({ person, temporaryPassword: z.string() })
