/**
 * What an endpoint asks of the person calling it.
 * `public`: anybody. `session`: signed in, even while a password change or the 保密承诺 (三.1) is still due.
 * `member`: signed in and in order, whatever the role. Everything else names a row of the role matrix (§3A); which roles pass is
 * decided by the server's role gate, and which rows by each module's `access.ts`.
 */
export type Access =
  | 'public'
  | 'session'
  | 'member'
  | 'people.read'
  | 'people.write'
  | 'regulation.write'
  | 'calendar.write'
  | 'audit.read'
  | 'customers.read'
  | 'customers.write'
  | 'customers.transfer'
  | 'customers.import'
  | 'activities.read'
  | 'activities.write'
  | 'attachments.read'
  | 'attachments.write'
  | 'feedback.read'
  | 'feedback.write'
  | 'competitors.read'
  | 'competitors.write'
  | 'complaints.read'
  | 'complaints.record'
  | 'complaints.handle'
  | 'complaints.manage'
  | 'absences.read'
  | 'absences.write'
  | 'absences.request'
  | 'reports.write'
  | 'reports.team'
  | 'reports.comment'
  | 'reports.waive'
  | 'compliance.read'
