/**
 * Every table that hangs on a customer, and what happens to its rows when two customers become one. A new table brings its own line here;
 * hanging.test.ts asks the database for them and fails for one that is missing.
 */
export const hanging: readonly Hanging[] = [
  moves('contacts', 'customer_id', '联系人', { single: 'is_primary', gone: 'deleted_at' }),
  moves('contact_relations', 'customer_id', '人员关系'),
  moves('relationship_changes', 'customer_id', null),
  moves('decision_maps', 'customer_id', '决策链图', { key: [], onePer: [[]] }),
  moves('activities', 'customer_id', '拜访'),
  moves('grade_changes', 'customer_id', '等级变化'),
  moves('ownership_transfers', 'customer_id', '移交记录'),
  moves('customers', 'parent_id', '下级单位'),
  // Not counted: these four are read by fewer people than those who merge.
  moves('projects', 'customer_id', '项目'),
  moves('complaints', 'customer_id', null),
  moves('tasks', 'customer_id', null),
  moves('verbal_reports', 'customer_id', null),
  moves('incidents', 'customer_id', null),
  moves('competitor_notes', 'customer_id', '竞争对手记录'),
  moves('personal_requests', 'customer_id', '个人信息请求'),
  moves('background_facts', 'customer_id', '背景资料', { onePer: [['department_name']], gone: 'deleted_at' }),
  moves('feedback_forms', 'customer_id', '反馈表', { key: [], onePer: [[]] }),
  follows('feedback_versions', 'customer_id', 'feedback_forms'),
  follows('feedback_confirmations', 'customer_id', 'feedback_forms'),
  moves('meeting_customers', 'customer_id', '会议', { key: ['meeting_id'], onePer: [['meeting_id']] }),
  moves('attachments', 'subject_id', '附件', {
    only: 'customer',
    onePer: [['hash'], ['pinned_as']],
    gone: 'removed_at',
  }),
  // One that was merged into a customer which is merged now leads to where both went.
  moves('customers', 'merged_into_id', null),

  stays('events', 'customer_id', 'history is never rewritten; the timeline reads it there'),
  stays('events', 'subject_id', 'history is never rewritten'),
  stays('feedback_snapshots', 'customer_id', '六.3.2)② frozen for the appraisal'),
  stays('import_rows', 'customer_id', 'undoing the import is about the record it wrote'),
  stays('approvals', 'subject_id', 'none is about a customer'),
  stays('attachment_uploads', 'subject_id', 'what is still on its way is sent again'),
  stays('bulk_change_rows', 'customer_id', 'undoing a bulk change finds that record changed since'),
  stays('grade_proposals_dismissed', 'customer_id', 'a question about the grade of that record'),
  stays('customer_merges', 'survivor_id', 'it says what was merged then'),
  stays('duplicate_pairs', 'one_id', 'a pair of records, not of customers'),
  stays('duplicate_pairs', 'other_id', 'a pair of records, not of customers'),
  stays('duplicate_checks', 'customer_id', 'about the name of that record'),
]

type Hanging = Moving | { table: string; column: string; way: 'follows' | 'stays'; because: string }

export interface Moving extends Exceptions {
  table: string
  column: string
  way: 'moves'
  /** As the comparison counts it; null for what nobody sees. */
  label: string | null
}

interface Exceptions {
  /** The rest of what identifies a row beside the customer; `id` unless said otherwise. */
  key?: readonly string[]
  /** A customer has one row for each of these; where both have it, that of the kept one holds and the other stays with its record. */
  onePer?: readonly (readonly string[])[]
  /** A flag that one row of a customer carries; the kept customer's own row keeps it. */
  single?: string
  /** Set on a row that was removed and stands in nobody's way. */
  gone?: string
  /** The `subject_type` of the rows that are about customers. */
  only?: string
}

export const moving: readonly Moving[] = hanging.filter((one) => one.way === 'moves')

function moves(table: string, column: string, label: string | null, exceptions: Exceptions = {}): Moving {
  return { table, column, way: 'moves', label, ...exceptions }
}

/** Its foreign key takes it along, on update cascade. */
function follows(table: string, column: string, because: string) {
  return { table, column, way: 'follows', because } as const
}

function stays(table: string, column: string, because: string) {
  return { table, column, way: 'stays', because } as const
}
