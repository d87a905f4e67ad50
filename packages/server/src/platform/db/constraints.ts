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
  customers_name_unique: { code: 'duplicate_record', path: 'name', message: '已有同名客户，请刷新后查看' },
  customers_credit_code_unique: {
    code: 'duplicate_record',
    path: 'creditCode',
    message: '已有信用代码相同的客户，请刷新后查看',
  },
  customers_traded_is_a_or_b: { code: 'invalid_input', path: 'grade', message: '交易客户只分 A、B 级' },
  customers_not_own_parent: {
    code: 'invalid_input',
    path: 'parentId',
    message: '客户不能是自己的上级单位',
  },
  background_departments_unique: {
    code: 'duplicate_record',
    path: 'name',
    message: '已经有这个部门',
  },
  attachments_content_once: {
    code: 'duplicate_record',
    path: 'file',
    message: '刚刚有人上传了同样的文件，请刷新后查看',
  },
  contact_relations_unique: {
    code: 'duplicate_record',
    path: 'toId',
    message: '这两个人之间已经有一条关系，请改那一条',
  },
  approvals_once: { code: 'duplicate_record', path: 'subjectId', message: '刚刚已经提交审批，请刷新后查看' },
  competitors_name_unique: { code: 'duplicate_record', path: 'name', message: '已经有这家竞争对手' },
  tags_name_unique: { code: 'duplicate_record', path: 'name', message: '已经有这个标签' },
  group_robots_name_unique: { code: 'duplicate_record', path: 'name', message: '已经有同名的群' },
  saved_views_name_unique: { code: 'duplicate_record', path: 'name', message: '已经有同名的视图' },
}

export function constraintRefusal(error: pg.DatabaseError): Refusal | undefined {
  const known = error.constraint ? constraints[error.constraint] : undefined
  if (!known) return undefined
  return new Refusal(known.code, { errors: [{ path: known.path, message: known.message }] })
}
