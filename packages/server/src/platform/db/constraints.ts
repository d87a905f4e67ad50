import type { ProblemCode } from '@zhuowei/contract/problems.ts'
import type pg from 'pg'
import { Refusal } from '../refusal.ts'

/**
 * What a violated constraint means to the person: name in the database → code, field and sentence. A command checks first where it
 * can say more; this table answers when two people were faster than the check.
 */
const constraints: Record<string, { code: ProblemCode; path: string; message: string }> = {
  people_username_unique: { code: 'duplicate_record', path: 'username', message: '这个用户名已经有人用了' },
  people_employee_no_unique: {
    code: 'duplicate_record',
    path: 'employeeNo',
    message: '这个工号已经有人用了',
  },
  people_leaves_after_entry: {
    code: 'invalid_input',
    path: 'leavingDate',
    message: '离职日期不能早于入职日期',
  },
  divisions_name_unique: { code: 'duplicate_record', path: 'name', message: '已经有同名的事业部' },
  regions_code_unique: { code: 'duplicate_record', path: 'code', message: '这个片区代码已经用了' },
  regions_name_unique: { code: 'duplicate_record', path: 'name', message: '已经有同名的片区' },
  saved_views_name_unique: { code: 'duplicate_record', path: 'name', message: '已经有同名的视图' },
}

export function constraintRefusal(error: pg.DatabaseError): Refusal | undefined {
  const known = error.constraint ? constraints[error.constraint] : undefined
  if (!known) return undefined
  return new Refusal(known.code, { errors: [{ path: known.path, message: known.message }] })
}
