import type { Actor } from '../platform/actor.ts'

/** §3A: 总经理 and 系统管理员 read all of it, a division manager that of the own division. */
export const readsWholeAudit = (actor: Actor): boolean => actor.role === 'gm' || actor.role === 'adm'

export const mayVerifyAudit = (actor: Actor): boolean => readsWholeAudit(actor)

/** §3A: the administrator reads that something happened, but no business rows. */
export const readsBusiness = (actor: Actor): boolean => actor.role !== 'adm'
