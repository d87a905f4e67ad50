import { sql } from 'kysely'
import type { Database } from '../../platform/db/connect.ts'
import { divisionId } from './stage/stage.ts'

/**
 * Takes the demonstration division away again, with everything that anybody has entered in it since. What happened stays in the
 * events and in the audit log, which nobody can change (三.1).
 */
export async function removeDemo(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of byReport) {
      await sql`delete from ${sql.table(table)} where report_id in (select id from reports where division_id = ${divisionId})`.execute(
        trx,
      )
    }
    await sql`delete from region_members where region_id in (select id from regions where division_id = ${divisionId})`.execute(
      trx,
    )
    await sql`delete from duplicate_checks where customer_id in (select id from customers where division_id = ${divisionId})`.execute(
      trx,
    )
    for (const [table, column] of byPerson) {
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} in (select id from people where is_demo)`.execute(
        trx,
      )
    }
    for (const table of byDivision) {
      await sql`delete from ${sql.table(table)} where division_id = ${divisionId}`.execute(trx)
    }
    await sql`delete from people where is_demo`.execute(trx)
    await sql`delete from divisions where id = ${divisionId}`.execute(trx)
  })
}

// Each list in an order in which nothing is left pointing at what is gone.
const byReport = ['report_reads', 'report_versions']
const byDivision = [
  ...[
    'attachments',
    'exports',
    'feedback_confirmations',
    'feedback_versions',
    'feedback_snapshots',
    'feedback_forms',
  ],
  ...['competitor_notes', 'competitors'],
  ...['tasks', 'incidents', 'verbal_reports', 'suggestions'],
  ...[
    'report_comments',
    'action_items',
    'meetings',
    'support_requests',
    'obligations',
    'obligation_horizons',
    'reports',
    'absences',
    'contact_relations',
    'relationship_changes',
    'decision_maps',
    'activities',
    'complaints',
    'grade_changes',
  ],
  'bulk_changes',
  ...['personal_requests', 'contact_profiles'],
  ...['customer_merges', 'duplicate_pairs'],
  ...['ownership_transfers', 'contacts', 'background_facts', 'customers'],
  ...['tags', 'imports', 'import_mappings', 'saved_views'],
  ...['deliveries', 'group_robots'],
  ...['number_sequences', 'regulation_parameters', 'regions'],
]
const byPerson: readonly [table: string, column: string][] = [
  ['attachment_uploads', 'person_id'],
  ['deliveries', 'person_id'],
  ['tasks', 'owner_id'],
  ['notifications', 'person_id'],
  ['push_devices', 'person_id'],
  ['reminder_choices', 'person_id'],
  ['calendar_feeds', 'person_id'],
  ['saved_views', 'person_id'],
  ['quick_phrases', 'person_id'],
  ['confidentiality_acknowledgements', 'person_id'],
  ['idempotency_keys', 'person_id'],
  ['auth_sessions', 'user_id'],
  ['auth_accounts', 'user_id'],
  ['auth_users', 'id'],
]
