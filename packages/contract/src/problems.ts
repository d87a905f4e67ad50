/**
 * Every refusal a person can cause: stable code → HTTP status and the sentence shown (RFC 9457 `title`).
 * `{name}` is filled from the refusal's params.
 */
export const problems = {
  bad_request: { status: 400, title: '请求无法识别' },
  bad_json: { status: 400, title: '请求内容不是有效的 JSON' },
  invalid_input: { status: 422, title: '填写的内容有误，请按提示修改' },
  unsupported_media_type: { status: 415, title: '不支持这种内容类型' },
  body_too_large: { status: 413, title: '提交的内容太大' },
  not_signed_in: { status: 401, title: '请先登录' },
  sign_in_failed: { status: 401, title: '用户名或密码不对' },
  sign_in_locked: { status: 429, title: '连续输错次数过多，请 {minutes} 分钟后再试' },
  too_many_requests: { status: 429, title: '操作太频繁，请稍后再试' },
  password_change_due: { status: 403, title: '请先修改初始密码' },
  confidentiality_due: { status: 403, title: '请先确认保密承诺' },
  forbidden: { status: 403, title: '没有权限做这件事' },
  not_found: { status: 404, title: '没有找到，或不在您的范围内' },
  method_not_allowed: { status: 405, title: '不支持这种操作' },
  version_conflict: { status: 409, title: '这条记录刚被别人改过' },
  duplicate_record: { status: 409, title: '已经有相同的记录' },
  setup_closed: { status: 409, title: '这个链接已经失效，或已经有系统管理员' },
  last_administrator: { status: 409, title: '这是最后一位系统管理员，请先指定另一位' },
  handover_due: { status: 409, title: '名下还有要先移交的工作' },
  already_submitted: { status: 409, title: '这份汇报已经提交，修改会另存为新版本' },
  changed_since: { status: 409, title: '之后又有改动，没有撤销' },
  window_closed: { status: 409, title: '已经过了可以处理的期限' },
  gate_closed: { status: 409, title: '离开这个阶段还差几项' },
  nothing_to_decide: { status: 409, title: '现在没有可以这样处理的' },
  wrong_offset: { status: 409, title: '这一段接不上，请从服务器收到的位置接着传' },
  idempotency_mismatch: { status: 409, title: '同一个操作编号已用于另一次提交' },
  not_ready: { status: 503, title: '系统正在启动，请稍候' },
  busy: { status: 503, title: '系统正忙，请稍后再试' },
  storage_full: { status: 507, title: '磁盘空间不足，没有保存，请联系管理员' },
  internal: { status: 500, title: '系统出错了，请把编号告诉管理员' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems
