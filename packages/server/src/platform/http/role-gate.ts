import type { Access } from '@zhuowei/contract/access.ts'
import type { Endpoint } from '@zhuowei/contract/kernel.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Actor } from '../actor.ts'
import { Refusal } from '../refusal.ts'

type Matrix = Record<Exclude<Access, 'public' | 'session' | 'member'>, readonly Role[]>

/** Roles that have any right at all in a row of §3A; which rows of data they reach is `access.ts` of the module. */
const roles: Matrix = {
  'people.read': ['gm', 'dm', 'spm', 'pm', 'oa', 'adm'],
  'people.write': ['adm'],
  'regulation.write': ['adm'],
  'calendar.write': ['adm', 'oa'],
  'audit.read': ['gm', 'dm', 'adm'],
  'customers.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'customers.write': ['dm', 'spm', 'pm', 'oa'],
  'customers.transfer': ['dm'],
  'customers.import': ['dm', 'oa'],
  'customers.export': ['gm', 'dm', 'spm', 'oa'],
  'customers.approveExport': ['gm', 'dm'],
  'customers.merge': ['dm', 'oa'],
  'activities.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'activities.write': ['dm', 'spm', 'pm', 'oa'],
  'attachments.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'attachments.write': ['dm', 'spm', 'pm', 'oa'],
  'feedback.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'feedback.write': ['dm', 'spm', 'pm', 'oa'],
  'competitors.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'competitors.write': ['dm', 'spm', 'pm', 'oa'],
  'complaints.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'complaints.record': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'complaints.handle': ['gm', 'dm', 'spm', 'pm'],
  'complaints.manage': ['gm', 'dm'],
  'tasks.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'tasks.write': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'tasks.assign': ['gm', 'dm'],
  'verbal_reports.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'verbal_reports.record': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'verbal_reports.answer': ['gm', 'dm'],
  'suggestions.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'suggestions.record': ['spm', 'pm', 'oa'],
  'suggestions.reply': ['dm'],
  'profiles.read': ['dm', 'spm', 'pm'],
  'profiles.write': ['spm', 'pm'],
  'personal_requests.record': ['dm', 'spm', 'pm', 'oa'],
  'personal_requests.read': ['dm', 'adm'],
  'personal_requests.decide': ['dm'],
  'personal_requests.erase': ['adm'],
  'absences.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'absences.write': ['gm', 'dm'],
  'absences.request': ['dm', 'spm', 'pm', 'oa'],
  'reports.write': ['dm', 'spm', 'pm', 'oa'],
  'reports.team': ['gm', 'dm'],
  'reports.comment': ['gm', 'dm'],
  'reports.waive': ['gm', 'dm'],
  'compliance.read': ['gm', 'dm', 'oa'],
  'meetings.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'meetings.take_part': ['dm', 'spm', 'pm', 'oa'],
  'meetings.convene': ['dm', 'oa'],
  'minutes.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'minutes.write': ['dm', 'oa'],
  'support_requests.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'support_requests.decide': ['gm', 'dm'],
  'projects.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'projects.write': ['dm', 'spm', 'pm', 'oa'],
  'approvals.read': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'approvals.decide': ['gm', 'dm', 'spm', 'pm', 'oa'],
  'approvals.readDefinitions': ['gm', 'dm', 'adm'],
  'approvals.define': ['adm'],
  'channels.configure': ['adm'],
  'channels.assign': ['dm'],
}

/** Whether this person may knock at all: signed in, password and 保密承诺 (三.1) in order, a role with a right in the row. */
export function admit(endpoint: Endpoint, actor: Actor | null): void {
  const { access } = endpoint
  if (access === 'public') return
  if (!actor) throw new Refusal('not_signed_in')
  if (access === 'session') return
  if (actor.passwordChangeDue) throw new Refusal('password_change_due')
  if (actor.confidentialityDue) throw new Refusal('confidentiality_due')
  if (access !== 'member' && !roles[access].includes(actor.role)) throw new Refusal('forbidden')
}

/** The rows of the matrix in which the person has a right; the navigation is drawn from it. */
export function rightsOf(actor: Actor): Access[] {
  return (Object.keys(roles) as (keyof Matrix)[]).filter((row) => roles[row].includes(actor.role)) // keys of the table above
}
