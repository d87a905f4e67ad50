import { type AuditArea, auditAreas } from '@zhuowei/contract/audit.ts'
import { type ProblemCode, problems } from '@zhuowei/contract/problems.ts'
import { deviceName } from '../session/device-name.ts'

/** Areas whose sentences tell nothing of customers and reports; a request of a person is a number. */
const administrative: readonly AuditArea[] = [
  'session',
  'confidentiality',
  'refused',
  'person',
  'region',
  'division',
  'parameter',
  'personal_request',
  'calendar',
  'channel',
  'audit',
]

export function isAdministrative(action: string): boolean {
  const area = areaOf(action)
  return area !== null && administrative.includes(area)
}

/** `customer.transferred` → 客户 · 转移. */
export function actionLabel(action: string): string {
  const area = areaOf(action)
  if (!area) return action
  const verb = verbs[action.slice(action.indexOf('.') + 1)]
  return verb ? `${auditAreas[area]} · ${verb}` : auditAreas[area]
}

/** Events carry their own sentence; what is no event gets it here. */
export function sentenceOf(action: string, detail: Record<string, unknown>): string {
  if (typeof detail.summary === 'string') return detail.summary
  switch (action) {
    case 'refused':
      return `${refusalTitle(detail.code)}：${detail.method} ${detail.path}`
    case 'session.signed_in':
      return `登录${typeof detail.device === 'string' ? `（${deviceName(detail.device)}）` : ''}`
    case 'session.revoked':
      return detail.others === undefined ? '让一台设备退出' : `让其他 ${detail.others} 台设备退出`
    case 'session.sign_in_failed':
      return `登录失败：用户名 ${detail.username}`
    case 'session.locked':
      return `连续输错，暂停登录：用户名 ${detail.username}`
    case 'customers.bulk_viewed':
      return `${detail.minutes} 分钟内查看 ${detail.rows} 条客户`
    case 'export.downloaded':
      return `下载导出的文件：${detail.rows} 家客户`
    case 'customers.bulk_opened':
      return `${detail.minutes} 分钟内打开 ${detail.records} 家客户，翻看列表 ${detail.pages} 页`
    case 'attachment.downloaded':
      return '打开附件'
    case 'contact.phone_viewed':
      return '查看联系电话'
    case 'contact.profile_viewed':
      return '查看受限画像'
    case 'personal_request.copied':
      return `查看给本人的资料副本（${detail.number}）`
    case 'person.departure_previewed':
      return `查看离职移交清单（${detail.customers} 个客户）`
    case 'audit.verified':
      return detail.ok
        ? `核对审计日志：${detail.rows} 条，完好`
        : `核对审计日志：发现 ${detail.problems} 处问题`
    default:
      return actionLabel(action)
  }
}

/** Actions of one area, in either number: `customer.created`, `customers.bulk_viewed`, `refused`. */
export const actionsOf = (area: AuditArea): readonly string[] => [area, `${area}.%`, `${area}s.%`]

function areaOf(action: string): AuditArea | null {
  const word = action.split('.', 1)[0] ?? ''
  const area = Object.hasOwn(auditAreas, word) ? word : word.replace(/s$/, '')
  return Object.hasOwn(auditAreas, area) ? (area as AuditArea) : null // one of the keys, as just asked
}

const refusalTitle = (code: unknown) => problems[code as ProblemCode]?.title ?? '被拒绝' // an older code may be gone

const verbs: Record<string, string> = {
  accepted: '验收',
  acknowledged: '确认',
  added: '上传',
  adopted: '采纳',
  approved: '同意',
  assigned: '交办',
  bulk_opened: '大量查看',
  bulk_viewed: '大量查看',
  cancelled: '取消',
  changed: '修改',
  closed: '关闭',
  convened: '召集',
  commented: '点评',
  completed: '完成',
  copied: '提供副本',
  corrected: '更正',
  created: '新建',
  day_set: '修改一天',
  device_added: '接收推送',
  device_removed: '停止推送',
  declined: '拒绝',
  denied: '未收到',
  departed: '离职',
  ended: '散会',
  departure_previewed: '查看离职移交',
  dispatched: '派单',
  downloaded: '下载',
  erased: '删除',
  escalated: '升级',
  feed_made: '生成订阅地址',
  feed_revoked: '停用订阅地址',
  filed: '提交',
  finished: '办结',
  grade_changed: '等级变化',
  group_set: '群收哪几类',
  handled: '处理',
  heard: '已听取',
  import_undone: '撤销导入',
  import_updated: '导入补充',
  imported: '导入',
  linked: '改选依据',
  locked: '锁定',
  logged: '登记',
  mail_set: '邮件服务器',
  made: '生成文件',
  minutes_confirmed: '确认纪要',
  minutes_printed: '打印纪要',
  minutes_published: '发布纪要',
  minutes_reopened: '收回纪要',
  minutes_written: '记录纪要',
  moved: '改期',
  nextStepDone: '下一步完成',
  onboarded: '入职',
  overdue: '逾期',
  owner_appointed: '指定负责人',
  password_changed: '修改密码',
  password_reset: '重置密码',
  phone_viewed: '查看电话',
  profile_hidden: '受限画像到期隐藏',
  profile_purged: '受限画像到期清除',
  profile_removed: '清除受限画像',
  profile_renewed: '继续保留受限画像',
  profile_saved: '填写受限画像',
  profile_viewed: '查看受限画像',
  reason_rejected: '理由不成立',
  reassigned: '调岗',
  recorded: '记录',
  registered: '登记',
  reinstated: '复职',
  removed: '删除',
  reopened: '重开',
  replied: '回复',
  reported: '反馈',
  requested: '申请',
  resolved: '解决',
  restored: '恢复',
  returned: '退回派单',
  revised: '修改',
  revoked: '撤销会话',
  robot_added: '登记群机器人',
  robot_removed: '删除群机器人',
  robot_updated: '修改群机器人',
  run: '执行',
  sent_back: '退回',
  set: '设置',
  sign_in_failed: '登录失败',
  signed_in: '登录',
  started: '开会',
  signed_out: '退出',
  stands: '超时存证',
  status_changed: '状态变化',
  submitted: '提交',
  trade_reverted: '撤销交易标记',
  traded: '成为交易客户',
  transferred: '转移',
  unadopted: '取消采纳',
  undone: '撤销',
  updated: '修改',
  updateSettled: '更新完成',
  urged: '催交',
  verified: '核对',
  waived: '豁免',
  waiver_withdrawn: '撤回豁免',
  withdrawn: '撤回',
}
