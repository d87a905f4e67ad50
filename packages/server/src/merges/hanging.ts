/**
 * Every table that hangs on a customer, and what happens to its rows when two customers become one. A new table brings its own line here;
 * hanging.test.ts asks the database for them and fails for one that is missing.
 */
export const hanging: readonly Hanging[] = [
  { table: 'contacts', column: 'customer_id', way: 'moves', label: '联系人', single: 'is_primary' },
  { table: 'activities', column: 'customer_id', way: 'moves', label: '拜访' },
  { table: 'grade_changes', column: 'customer_id', way: 'moves', label: '等级变化' },
  { table: 'ownership_transfers', column: 'customer_id', way: 'moves', label: '移交记录' },
  { table: 'customers', column: 'parent_id', way: 'moves', label: '下级单位' },
  { table: 'complaints', column: 'customer_id', way: 'moves', label: '投诉' },
  { table: 'competitor_notes', column: 'customer_id', way: 'moves', label: '竞争对手记录' },
  { table: 'feedback_forms', column: 'customer_id', way: 'moves', label: '反馈表', key: [], onePer: [] },
  { table: 'feedback_versions', column: 'customer_id', way: 'follows', because: 'feedback_forms' },
  { table: 'feedback_confirmations', column: 'customer_id', way: 'follows', because: 'feedback_forms' },
  // One that was merged into a customer which is merged now leads to where both went.
  { table: 'customers', column: 'merged_into_id', way: 'moves', label: null },

  {
    table: 'events',
    column: 'customer_id',
    way: 'stays',
    because: 'history is never rewritten; the timeline reads it there',
  },
  {
    table: 'feedback_snapshots',
    column: 'customer_id',
    way: 'stays',
    because: '六.3.2)② frozen for the appraisal',
  },
  {
    table: 'import_rows',
    column: 'customer_id',
    way: 'stays',
    because: 'undoing the import is about the record it wrote',
  },
  { table: 'customer_merges', column: 'survivor_id', way: 'stays', because: 'it says what was merged then' },
  {
    table: 'duplicate_pairs',
    column: 'one_id',
    way: 'stays',
    because: 'a pair of records, not of customers',
  },
  {
    table: 'duplicate_pairs',
    column: 'other_id',
    way: 'stays',
    because: 'a pair of records, not of customers',
  },
  {
    table: 'duplicate_checks',
    column: 'customer_id',
    way: 'stays',
    because: 'about the name of that record',
  },
]

type Hanging = Moving | NotMoving

export interface Moving {
  table: string
  column: string
  way: 'moves'
  /** As the comparison counts it; null for what nobody sees. */
  label: string | null
  /** The rest of what identifies a row beside the customer; `id` unless said otherwise. */
  key?: readonly string[]
  /** A customer has one row for each of these; where both have it, that of the kept one holds and the other stays with its record. */
  onePer?: readonly string[]
  /** A flag that one row of a customer carries; the kept customer's own row keeps it. */
  single?: string
}

interface NotMoving {
  table: string
  column: string
  /** `follows`: by its foreign key, on update cascade. */
  way: 'follows' | 'stays'
  because: string
}

export const moving: readonly Moving[] = hanging.filter((one) => one.way === 'moves')
