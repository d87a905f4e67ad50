/** Words that the regulation prescribes. They are shown and matched exactly as written; never paraphrase them. */

/** 五.1.2)①: the path and the four fields of a work report. */
export const reportFields = {
  menu: '日常工作',
  create: '新增任务',
  subject: '任务主题',
  timeOption: '时间选项',
  description: '任务描述',
  result: '完成情况',
} as const

/** 五.1.2)①, 五.2.2), 五.3.2)①, 五.4.2)①: subject, time option and prompts per report. A trip has no time option. */
export const reportForms = {
  daily: {
    subject: '星期×工作日报',
    timeOption: '一天',
    description: '当日工作计划',
    result: '完成情况，如果没有完成请填写存在问题及计划',
  },
  weekly: {
    subject: '第×周总结',
    timeOption: '一周',
    description: '当周工作计划',
    result: '填写针对本周计划的完成情况',
  },
  monthly: {
    subject: '×月工作报告',
    timeOption: '一个月',
    description: '当月工作回顾，分两部分：一为工作成果；二为工作中存在问题；',
    result: '下月工作重点',
  },
  trip: {
    subject: '××出差报告',
    timeOption: null,
    description: '工作内容',
    result: '出差效果，存在问题及下一步计划',
  },
} as const

/** 五.1.3)②. */
export const reportWords = { specialReason: '如有特殊原因', countsAsMissed: '以没填计' } as const

/** 五.5.2). */
export const liabilityWords = { unreported: '由本人全部承担', reported: '由部门经理和本人共同承担' } as const

/** 三.7; the last two characters stand for the speaker's own name. */
export const phoneGreeting = '您好，卓维电力事业部，××'

/** 四.1.1). */
export const weeklyMeetingAgenda = ['①上周遗留问题', '②本周计划', '③需要资源及支持'] as const

/** 四.2. */
export const occasionalMeetingForms = {
  policy: '公司制度贯彻会议',
  project: '项目筹划和讨论会议',
  training: '销售培训会议',
} as const

/** 六.2.3)②: exactly these five are required of a new customer. */
export const requiredCustomerFields = {
  name: '客户名称',
  contactName: '联系人',
  contactPosition: '联系人职位',
  contactPhone: '联系电话',
  status: '客户状态',
} as const

/** 六.2.3)③. */
export const requiredVisitFields = {
  content: '拜访内容',
  visitors: '拜访人',
  result: '拜访的结果',
  problem: '存在的问题',
} as const

/** 六.3.2)③: the columns of 《客户信息反馈表》 in their order. Competitors repeat; each IT row has its own remark. */
export const feedbackFormColumns = {
  title: '客户信息反馈表',
  account: '客户名称',
  purchaseProcess: '客户采购流程',
  departmentPolitics: '客户各部门政治',
  projectPlans: '最近项目规划',
  competitors: {
    title: '竞争对手状况',
    name: '名称',
    assessment: '竞争对手主要的业务范围及优缺点',
  },
  itLandscape: {
    title: '客户信息化状况',
    server: '服务器状况',
    storage: '存储及备份',
    security: '网络安全',
    surveillance: '安防工程',
    network: '网络工程及网络管理',
    database: '数据库',
  },
  remark: '备注',
} as const

/** 七.2: five stages with their key points; the sixth was cut off and lives in the parameters (stage.sixth…). */
export const projectStages = [
  { name: '项目信息开发阶段', keyPoint: '准确的信息', clause: '七.2.1)' },
  { name: '立项阶段', keyPoint: '售前立项', clause: '七.2.2)' },
  { name: '提案阶段', keyPoint: '有效的客户关系推进', clause: '七.2.3)' },
  { name: '招投标阶段', keyPoint: '投标或议标', clause: '七.2.4)' },
  { name: '商务谈判阶段', keyPoint: '合同审批', clause: '七.2.5)' },
] as const
