import type { SpecialReason } from '@zhuowei/domain/reports/timeliness.ts'

/** What the manager writes under a report; {who} is its author, {customer} a customer that it speaks of. */
export const comments = {
  withVisits: [
    '{customer}的预算口径再核实一下，别只听一个人说。',
    '{customer}这边抓紧，争取这个月见到分管领导。',
    '{customer}跟得不错，下一步时间要定死。',
    '去{customer}可以带工程师一起，技术上先占住。',
    '{customer}的采购流程写清楚，谁签字、谁拍板。',
    '注意{customer}的竞争对手动作，报价先不要给。',
    '拜访有结果，好。{customer}的反馈表同步更新。',
    '{customer}的付款节点提前一周提醒。',
    '今天的客户见得实在，继续。',
    '{customer}的技术参数先给我看一眼再送。',
    '{customer}等级是不是该调了？想一想，调了写明理由。',
  ],
  withIssue: [
    '没有完成的事写了计划，可以。明天给我一个结果。',
    '问题我来协调，你先把材料准备好。',
    '供货的事我跟厂家说，周三前给你答复。',
    '遇到这种情况当天就打电话给我，别等到日报里写。',
  ],
  plain: [
    '已阅。',
    '可以，按计划走。',
    '写得清楚。',
    '计划再具体一点，写到客户和人。',
    '辛苦。',
    '收到，周例会上说一下这件事。',
    '完成情况要对着计划写，一条对一条。',
    '数据准确，继续保持。',
  ],
  afterLate: [
    '这次理由成立，下次提前说。',
    '外出回来晚可以先在路上提交，手机两分钟的事。',
    '以后尽量当天交。',
  ],
  byGeneralManager: [
    '已阅，回款要盯紧。',
    '费用控制得可以。',
    '江汀的新人多带一带。',
    '重点客户你自己要多去。',
    '下周把大客户的情况当面说一下。',
  ],
} as const

/** Why a report comes the next morning. */
export const specialReasons: Record<SpecialReason, readonly string[]> = {
  late_return: [
    '从县里回来路上堵车，到家已过零点',
    '现场割接到夜里，回来太晚',
    '末班高铁晚点，到站已经第二天',
  ],
  network: ['住的地方没有信号，当晚连不上', '酒店网络断了，手机流量也上不去'],
  reception: ['陪客户考察到很晚，没有时间写', '接待来访的客户，结束已经十一点多'],
  system: ['登录页面打不开，试了几次没有提交上'],
  other: ['孩子发烧，晚上一直在医院', '家里突然停电，早上到公司补上'],
}

export const waiverReasons = [
  '当天全天在变电站现场抢修，手机不能带入，情况属实',
  '当晚公司网络检修，提前报告过，予以豁免',
]
export const rejectedReason = '当天下午就在公司，没有外出，理由不成立。'

/** 六.1.1)④ which resources stand behind an A customer. */
export const resourceNotes = [
  '公司和对方母公司有框架合作，集团层面可以推动',
  '信息中心主任是老客户，愿意介绍下属单位',
  '设计院承担前期设计，能早半年拿到计划',
  '公司有同类项目的样板，可以安排参观',
  '分管副总在行业会议上多次交流，能直接汇报',
] as const

/** Why a customer moves up or down. */
export const gradeReasons = {
  'B→A': [
    '明年信息化投资列了三个项目，分管领导已见，列为重点',
    '对方主动提出合作意向，公司有资源可以支持',
    '市公司指定的试点单位，要重点跟',
  ],
  'C→B': [
    '关系处理得比较好，技术路线已达成共识',
    '信息中心主任表态明年优先考虑我们',
    '明年有改造预算，联系人愿意把我们推荐给领导',
  ],
  'A→B': ['预算推迟一年，先按一般客户维护', '今年的项目已经招完，明年没有新的计划，重点先放到别家'],
  'B→C': ['今年预算全部冻结，人员也调走了，先放一放', '已经和别家签了三年框架，短期没有机会'],
} as const
