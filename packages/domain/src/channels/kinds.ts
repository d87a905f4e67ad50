/** What a reminder is about, as a person chooses it for a channel. */
export const topics = ['deadline', 'work', 'approval', 'meeting', 'customer', 'system'] as const
export type Topic = (typeof topics)[number]

export const topicLabel: Record<Topic, string> = {
  deadline: '汇报期限',
  work: '点评与交办',
  approval: '请假与审批',
  meeting: '会议',
  customer: '客户与投诉',
  system: '账号与系统',
}

/** By mail only what has a deadline or waits for a decision; a device that somebody registered gets every topic. */
export const usualMailTopics: readonly Topic[] = ['deadline', 'approval', 'meeting']

/**
 * How much of a notification leaves the house (三.1, §3B.3): all of it; its title without the sentence below; or only what it is
 * about, for what concerns restricted data and decisions about people.
 */
type Outward = 'all' | 'title' | 'topic'

export interface NotificationKind {
  label: string
  topic: Topic
  outward: Outward
  /** Names nobody and no customer, so that a group may read its title. */
  group?: true
}

const kinds: Readonly<Record<string, NotificationKind>> = {
  reminder: { label: '汇报到期提醒', topic: 'deadline', outward: 'all', group: true },
  missed: { label: '以没填计', topic: 'deadline', outward: 'all' },
  missed_list: { label: '未填名单', topic: 'deadline', outward: 'all' },
  filed_itself: { label: '自动提交', topic: 'deadline', outward: 'all' },
  urge: { label: '催办', topic: 'deadline', outward: 'all' },
  comment: { label: '点评', topic: 'work', outward: 'title' },
  decision: { label: '豁免与理由', topic: 'work', outward: 'title' },
  task: { label: '交办任务', topic: 'work', outward: 'title' },
  suggestion: { label: '建议', topic: 'work', outward: 'title' },
  verbal_report: { label: '口头汇报', topic: 'work', outward: 'title' },
  absence: { label: '请假与出差', topic: 'approval', outward: 'title' },
  approval: { label: '审批', topic: 'approval', outward: 'title' },
  export: { label: '导出', topic: 'approval', outward: 'topic' },
  meeting: { label: '会议通知', topic: 'meeting', outward: 'title', group: true },
  support_request: { label: '支持需求', topic: 'meeting', outward: 'title' },
  customer: { label: '客户分派', topic: 'customer', outward: 'title' },
  grade: { label: '客户等级', topic: 'customer', outward: 'title' },
  complaint: { label: '投诉', topic: 'customer', outward: 'title' },
  handover: { label: '交接', topic: 'customer', outward: 'title' },
  contact_keeping: { label: '联系人保存期', topic: 'customer', outward: 'title' },
  profile: { label: '受限画像', topic: 'system', outward: 'topic' },
  personal_request: { label: '个人信息请求', topic: 'system', outward: 'topic' },
  audit: { label: '审计提醒', topic: 'system', outward: 'topic' },
  organisation: { label: '组织变动', topic: 'system', outward: 'title' },
  calendar: { label: '工作日历', topic: 'system', outward: 'all' },
  test: { label: '测试', topic: 'system', outward: 'all' },
}

/** A kind that nobody has judged yet says outside only that there is something. */
const unjudged: NotificationKind = { label: '通知', topic: 'system', outward: 'topic' }

export const kindOf = (kind: string): NotificationKind =>
  Object.hasOwn(kinds, kind) ? (kinds[kind] ?? unjudged) : unjudged

/** What a manager may send to a group: the 09:05 list of names, comments and customers are not for one. */
export const groupKinds: readonly string[] = Object.keys(kinds).filter((kind) => kinds[kind]?.group)
