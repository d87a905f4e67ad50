import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { ComplaintAbout, ComplaintCause, ComplaintLevel } from '@zhuowei/domain/complaints/complaint.ts'
import type { Username } from './cast.ts'

interface When {
  date: PlainDate
  time: string
}

export type DemoStep = When &
  (
    | { kind: 'dispatch'; to: Username }
    | { kind: 'handle' | 'resolve'; who: Username; body: string }
    | { kind: 'callBack'; satisfied: boolean; body: string }
    | { kind: 'escalate' }
  )

export interface DemoComplaint {
  key: string
  at: readonly [date: PlainDate, time: string]
  by: Username
  /** Whose customer it is, and which of his; nobody's when it comes from elsewhere. */
  of?: Username
  nth?: number
  about: ComplaintAbout
  target?: Username
  department?: string
  level: ComplaintLevel
  cause: ComplaintCause
  complainant: string | null
  content: string
  steps: readonly DemoStep[]
}

const dispatch = (date: PlainDate, time: string, to: Username): DemoStep => ({
  ...{ kind: 'dispatch', date, time, to },
})
const handle = (date: PlainDate, time: string, who: Username, body: string): DemoStep => ({
  ...{ kind: 'handle', date, time, who, body },
})
const resolve = (date: PlainDate, time: string, who: Username, body: string): DemoStep => ({
  ...{ kind: 'resolve', date, time, who, body },
})
const callBack = (date: PlainDate, time: string, satisfied: boolean, body: string): DemoStep => ({
  ...{ kind: 'callBack', date, time, satisfied, body },
})

/** On the quarter's calendar, in the order in which they came. */
export const demoComplaints: readonly DemoComplaint[] = [
  {
    key: 'late-panels',
    at: ['2026-09-08', '10:20'],
    by: 'jiaoer',
    of: 'jiaoer',
    about: 'department',
    department: '生产部',
    level: 'normal',
    cause: 'delivery',
    complainant: '物资部主管',
    content: '直流屏比合同晚到四天，现场安装队窝工，要求说明并给出后续批次的到货日期。',
    steps: [
      dispatch('2026-09-08', '11:05', 'jiaoer'),
      handle('2026-09-08', '14:30', 'jiaoer', '电话致歉，说明是外协柜体延误，后两批已排产。'),
      resolve('2026-09-10', '16:10', 'jiaoer', '书面给出后两批到货日期，对方确认可以衔接安装。'),
      callBack('2026-09-11', '10:30', true, '物资部主管接听，对答复满意。'),
    ],
  },
  {
    key: 'relay-false-trip',
    at: ['2026-09-21', '09:40'],
    by: 'weibo',
    of: 'weibo',
    about: 'department',
    department: '研发部',
    level: 'urgent',
    cause: 'quality',
    complainant: '继保班班长',
    content: '两套测控装置上电后误发告警，站里要求当天给出原因。',
    steps: [
      dispatch('2026-09-21', '09:55', 'weibo'),
      handle('2026-09-21', '10:30', 'weibo', '已联系研发远程看日志，初步判断是定值版本不符。'),
      resolve('2026-09-21', '17:20', 'weibo', '重新下装定值版本，两套装置运行正常。'),
      callBack('2026-09-22', '09:30', true, '班长确认告警消失。'),
    ],
  },
  {
    key: 'quote-mistake',
    at: ['2026-10-12', '14:15'],
    by: 'ximeng',
    of: 'hezhi',
    about: 'department',
    department: '商务',
    level: 'normal',
    cause: 'commercial',
    complainant: '采购专责',
    content: '开出的发票税号少一位，退回重开已经第二次。',
    steps: [
      dispatch('2026-10-12', '15:00', 'hezhi'),
      handle('2026-10-13', '10:10', 'hezhi', '与财务核对开票资料，当天寄出更正发票。'),
      resolve('2026-10-14', '16:40', 'hezhi', '对方签收，税号无误。'),
      callBack('2026-10-15', '11:00', true, '采购专责表示已入账。'),
    ],
  },
  {
    key: 'unfriendly-call',
    at: ['2026-10-21', '11:10'],
    by: 'hengli',
    of: 'gaosi',
    about: 'person',
    target: 'gaosi',
    level: 'normal',
    cause: 'conduct',
    complainant: '运维班副班长',
    content: '电话里语气生硬，约好的技术答疑改了两次时间。',
    steps: [
      dispatch('2026-10-21', '13:30', 'oumu'),
      handle('2026-10-21', '16:20', 'oumu', '已向对方道歉，答疑由我本人陪同。'),
      resolve('2026-10-23', '17:00', 'oumu', '答疑完成，三个问题当场答复。'),
      callBack('2026-10-26', '10:20', true, '副班长表示问题都得到了答复。'),
    ],
  },
  {
    key: 'drawing-revision',
    at: ['2026-11-03', '09:30'],
    by: 'fute',
    of: 'fute',
    about: 'department',
    department: '工程部',
    level: 'major',
    cause: 'technical',
    complainant: '设计院专责',
    content: '施工图与现场开孔不符，已经影响停电计划。',
    steps: [
      dispatch('2026-11-03', '10:00', 'fute'),
      handle('2026-11-03', '15:30', 'fute', '工程部到现场复测。'),
      resolve('2026-11-06', '16:00', 'fute', '升版图纸已送达。'),
      callBack('2026-11-09', '10:10', false, '设计院说升版图还差两张端子排图。'),
      handle('2026-11-09', '14:00', 'fute', '补画端子排图，约定 11 日送审。'),
      resolve('2026-11-11', '15:20', 'fute', '全套图纸送审通过。'),
      callBack('2026-11-12', '10:40', true, '专责确认图纸齐全。'),
    ],
  },
  {
    key: 'spare-part',
    at: ['2026-11-13', '16:20'],
    by: 'walan',
    of: 'walan',
    about: 'department',
    department: '售后服务',
    level: 'normal',
    cause: 'service',
    complainant: '变电所所长',
    content: '报修的通信模块两周没有回音，备件一直没寄到。',
    steps: [
      dispatch('2026-11-13', '17:10', 'walan'),
      handle('2026-11-16', '10:00', 'walan', '售后答复备件在途，承诺本周送到。'),
      { kind: 'escalate', date: '2026-11-19', time: '00:02' },
      handle('2026-11-20', '09:40', 'walan', '备件已到仓，安排 11-24 上门更换。'),
    ],
  },
  {
    key: 'manager-promise',
    at: ['2026-11-19', '15:40'],
    by: 'fute',
    of: 'fute',
    nth: 1,
    about: 'person',
    target: 'anpeizhi',
    level: 'major',
    cause: 'commercial',
    complainant: '物资处副处长',
    content: '说经理当面答应的延保条款没有写进合同，要求公司给个说法。',
    steps: [{ kind: 'escalate', date: '2026-11-20', time: '09:02' }],
  },
  {
    key: 'training',
    at: ['2026-11-18', '10:30'],
    by: 'gaosi',
    of: 'gaosi',
    nth: 1,
    about: 'department',
    department: '技术支持',
    level: 'normal',
    cause: 'technical',
    complainant: '调控中心主管',
    content: '培训只讲了半天，操作手册也不是现场的版本。',
    steps: [
      dispatch('2026-11-18', '11:00', 'gaosi'),
      handle('2026-11-18', '15:10', 'gaosi', '重新约了一次培训，手册换成现场版本。'),
      resolve('2026-11-20', '16:30', 'gaosi', '补训半天，手册已签收。'),
    ],
  },
  {
    key: 'alarm-flood',
    at: ['2026-11-23', '08:20'],
    by: 'jiaoer',
    of: 'jiaoer',
    nth: 1,
    about: 'department',
    department: '研发部',
    level: 'urgent',
    cause: 'quality',
    complainant: '监控班值长',
    content: '夜里监控系统反复弹同一条告警，值班员无法确认，要求今天到人。',
    steps: [],
  },
]
