import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { SuggestionType } from '@zhuowei/domain/suggestions/suggestion.ts'
import type { Username } from './cast.ts'

type When = readonly [date: PlainDate, time: string]

interface DemoTask {
  key: string
  at: When
  by: Username
  to: Username
  subject: string
  description: string | null
  due: readonly [date: PlainDate, time: string | null]
  /** The day whose report has the sentence that it grew from. */
  from?: PlainDate
  feedback?: { at: When; body: string }
  returned?: { at: When; reason: string }
  accepted?: When
}

/** 二.2.1)(15) one of each: from a sentence, overdue, waiting for acceptance, sent back, accepted, and one from 总经理. */
export const demoTasks: readonly DemoTask[] = [
  {
    ...{ key: 'samples', at: ['2026-11-03', '09:50'], by: 'anpeizhi', to: 'fute' },
    subject: '把样机资料整理成一页',
    description: '三家设计院都要，写清接口和尺寸。',
    due: ['2026-11-06', null],
    feedback: { at: ['2026-11-05', '16:20'], body: '一页资料已发三家设计院，接口图附在后面。' },
    accepted: ['2026-11-06', '09:15'],
  },
  {
    ...{ key: 'price-list', at: ['2026-11-12', '10:30'], by: 'anpeizhi', to: 'gaosi' },
    subject: '核对澜海片区的报价差异',
    description: null,
    due: ['2026-11-24', '18:00'],
    feedback: { at: ['2026-11-17', '17:40'], body: '差异集中在辅材，已列表。' },
    returned: { at: ['2026-11-18', '09:05'], reason: '只有合计，没有逐项，请补上逐项的差额。' },
  },
  {
    ...{ key: 'forms', at: ['2026-11-16', '10:00'], by: 'anpeizhi', to: 'walan' },
    subject: '补齐三家 B 级客户的反馈表',
    description: '信息化状况那几项不要留空，问不到写“未知”。',
    due: ['2026-11-20', '18:00'],
  },
  {
    ...{ key: 'site', at: ['2026-11-17', '11:10'], by: 'anpeizhi', to: 'weibo' },
    subject: '落实样板站的参观时间',
    description: null,
    due: ['2026-11-23', null],
    feedback: { at: ['2026-11-20', '16:30'], body: '定在 12 月 3 日上午，对方班长和专责参加。' },
  },
  {
    ...{ key: 'sentence', at: ['2026-11-20', '09:20'], by: 'anpeizhi', to: 'hezhi' },
    subject: '按这条跟进，周二前给结果',
    description: null,
    due: ['2026-11-24', null],
    from: '2026-11-19',
  },
  {
    ...{ key: 'plan', at: ['2026-11-20', '15:30'], by: 'lin', to: 'anpeizhi' },
    subject: '十二月回款计划，按客户排出来',
    description: null,
    due: ['2026-11-25', null],
  },
]

interface DemoToDo {
  key: string
  at: When
  by: Username
  subject: string
  due: readonly [date: PlainDate, time: string | null] | null
  doneAt?: When
}

export const demoToDos: readonly DemoToDo[] = [
  {
    ...{ key: 'call', at: ['2026-11-20', '17:30'], by: 'jiaoer' },
    subject: '给调控中心回电话，确认培训教室',
    due: ['2026-11-23', '15:00'],
  },
  { key: 'list', at: ['2026-11-19', '12:10'], by: 'jiaoer', subject: '整理年底前的拜访名单', due: null },
  {
    ...{ key: 'points', at: ['2026-11-20', '17:50'], by: 'anpeizhi' },
    subject: '准备周一例会的三件事',
    due: ['2026-11-23', '09:20'],
  },
  {
    ...{ key: 'photos', at: ['2026-11-18', '18:05'], by: 'weibo' },
    subject: '把现场照片发给设计院',
    due: ['2026-11-19', null],
    doneAt: ['2026-11-19', '10:40'],
  },
]

interface DemoVerbalReport {
  key: string
  at: When
  by: Username
  /** Whose it is, when the superior logged it. */
  of?: Username
  topic: string
  answer?: { at: When; heard: boolean }
  /** Nobody answered: the night in which the stamp began to stand. */
  stands?: PlainDate
}

/** 五.5: heard, denied, standing for want of an answer, logged by the manager, his own, and one that still waits (§7). */
export const demoVerbalReports: readonly DemoVerbalReport[] = [
  {
    ...{ key: 'warehouse', at: ['2026-11-10', '14:05'], by: 'hezhi' },
    topic: '客户仓库漏水，三台装置可能受潮，想先停止安装',
    stands: '2026-11-12',
  },
  {
    ...{ key: 'schedule', at: ['2026-11-16', '17:20'], by: 'fale' },
    topic: '停电计划提前一周，来不及到货',
    answer: { at: ['2026-11-17', '09:00'], heard: false },
  },
  {
    ...{ key: 'tender', at: ['2026-11-18', '11:30'], by: 'jiaoer' },
    topic: '招标公告提前到下周，技术条款要加急',
    answer: { at: ['2026-11-18', '11:42'], heard: true },
  },
  {
    ...{ key: 'heard-in-car', at: ['2026-11-19', '18:10'], by: 'anpeizhi', of: 'gaosi' },
    topic: '路上电话里说：对方换了分管领导',
  },
  {
    ...{ key: 'instalments', at: ['2026-11-20', '16:40'], by: 'walan' },
    topic: '客户要把付款改成三次，预付款从三成降到一成',
  },
  {
    ...{ key: 'capacity', at: ['2026-11-20', '17:10'], by: 'anpeizhi' },
    topic: '年底两个大项目撞期，可能要借调人员',
  },
]

interface DemoIncident {
  key: string
  at: When
  by: Username
  of: Username
  happened: When
  content: string
  /** The verbal report that it answers to. */
  report: string | null
}

export const demoIncidents: readonly DemoIncident[] = [
  {
    ...{ key: 'damp', at: ['2026-11-13', '09:40'], by: 'anpeizhi', of: 'hezhi' },
    happened: ['2026-11-12', '15:00'],
    content: '两台装置受潮返厂，安装推迟一周。',
    report: 'warehouse',
  },
  {
    ...{ key: 'late-goods', at: ['2026-11-19', '10:20'], by: 'anpeizhi', of: 'fale' },
    happened: ['2026-11-18', '08:30'],
    content: '停电窗口里设备没有到场，客户要求书面说明。',
    report: 'schedule',
  },
  {
    ...{ key: 'prepayment', at: ['2026-11-23', '08:15'], by: 'walan', of: 'walan' },
    happened: ['2026-11-22', '20:30'],
    content: '客户按一成付了预付款，和合同的三成不一致。',
    report: 'instalments',
  },
]

interface DemoSuggestion {
  key: string
  at: When
  by: Username
  type: SuggestionType
  subject: string
  content: string
  reply?: { at: When; reply: string; adopted: boolean }
}

/** 三.6: adopted, answered, and one whose five working days end tomorrow. */
export const demoSuggestions: readonly DemoSuggestion[] = [
  {
    ...{ key: 'templates', at: ['2026-10-20', '10:15'], by: 'weibo', type: 'proposal' },
    subject: '报价统一用一份模板',
    content: '各片区的报价口径不一样，客户拿两份一对就压价。建议事业部定一份模板，辅材单列。',
    reply: { at: ['2026-10-22', '16:00'], reply: '同意，十一月起用商务的模板，辅材单列。', adopted: true },
  },
  {
    ...{ key: 'receivables', at: ['2026-11-05', '15:20'], by: 'hengli', type: 'business' },
    subject: '到货款集中在月底，建议分旬催',
    content: '近两个月到货款七成在月底最后三天到账，资金占用高。',
    reply: { at: ['2026-11-10', '11:30'], reply: '十二月先在云岭试一个月再定。', adopted: false },
  },
  {
    ...{ key: 'new-bureau', at: ['2026-11-09', '09:40'], by: 'fale', type: 'situation' },
    subject: '江汀要成立新的配网公司',
    content: '明年一月挂牌，采购单列。',
    reply: { at: ['2026-11-13', '17:20'], reply: '请法乐盯住人员名单，例会上说。', adopted: false },
  },
  {
    ...{ key: 'remote', at: ['2026-11-17', '14:30'], by: 'jiaoer', type: 'problem' },
    subject: '远程调试的账号总过期',
    content: '现场等账号平均半天，客户站在旁边等。建议给出差人员固定账号。',
  },
  {
    ...{ key: 'demo-kit', at: ['2026-11-20', '13:50'], by: 'oumu', type: 'proposal' },
    subject: '配一套可以带到客户那里的演示箱',
    content: '现在演示都要把客户请到公司，县公司的人来不了。',
  },
]
