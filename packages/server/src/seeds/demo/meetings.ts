import type { NewMeeting } from '@zhuowei/contract/meeting-shapes.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Username } from './cast.ts'

export interface DemoActionItem {
  body: string
  owner: Username
  due: PlainDate
  /** When it was done; carried and still open without it. */
  done?: readonly [date: PlainDate, time: string, note: string]
}

export interface DemoWeek {
  /** The day of the meeting, 四.1 and §1B-11. */
  date: PlainDate
  /** Who forgot to sign in. */
  late?: Username
  minutes: readonly string[]
  items: readonly DemoActionItem[]
}

/** The eleven weekly meetings of the quarter; the tenth of October's week meets on the Thursday after the holidays. */
export const demoWeeks: readonly DemoWeek[] = [
  {
    date: '2026-09-07',
    minutes: ['九月重点：A 级客户每家至少见两次，反馈表缺的九月底前补齐。', '望舒、岚汀两地出差行程已对过。'],
    items: [
      {
        body: '整理 A 级客户反馈表缺项清单，发到每个人',
        owner: 'hengli',
        due: '2026-09-11',
        done: ['2026-09-10', '16:20', '清单已发，共缺 41 项'],
      },
    ],
  },
  {
    date: '2026-09-14',
    minutes: ['法乐今天到岗，江汀片区客户由傅特带一周。', '试运行日报以来有三份过了九点，请大家当天写完。'],
    items: [
      {
        body: '带法乐走访江汀片区三家市公司',
        owner: 'fute',
        due: '2026-09-25',
        done: ['2026-09-25', '17:10', '三家都见了，联系人已录入'],
      },
    ],
  },
  {
    date: '2026-09-21',
    minutes: ['中秋、国庆前把在手报价都回一遍，10 月 8 日上班当天 9 点前补交 9 月 30 日的日报。'],
    items: [
      {
        body: '节前回访在手报价的客户，列出节后要跟的',
        owner: 'oumu',
        due: '2026-09-30',
        done: ['2026-10-09', '10:05', '九家已回访，四家节后定'],
      },
    ],
  },
  {
    date: '2026-09-28',
    minutes: ['国庆值班表已定；亨礼婚假期间会议由西蒙记录。', '海上风电集控方案本周在沧屿汇报。'],
    items: [
      {
        body: '沧屿海上风电集控方案汇报后，把客户意见整理成一页',
        owner: 'gaosi',
        due: '2026-10-09',
        done: ['2026-10-12', '09:05', '已整理，附在客户附件里'],
      },
    ],
  },
  {
    date: '2026-10-08',
    late: 'gaosi',
    minutes: ['节后第一天，先补 9 月 30 日日报和第 40 周周报。', '四季度回款排在第一位，每人报三家。'],
    items: [
      {
        body: '每人报三家四季度要回款的客户',
        owner: 'hengli',
        due: '2026-10-16',
        done: ['2026-10-16', '15:30', '已汇总'],
      },
    ],
  },
  {
    date: '2026-10-12',
    minutes: ['十月起日报里写清下一步日期，没有日期的经理会问。'],
    items: [
      {
        body: '统一四种报价单的页眉和有效期写法',
        owner: 'ximeng',
        due: '2026-10-23',
        done: ['2026-10-26', '11:00', '模板已放到共享目录'],
      },
    ],
  },
  {
    date: '2026-10-19',
    minutes: ['望舒机房动环本周到货，焦尔现场验收。', '库伦月底离职，客户本周开始移交何之。'],
    items: [
      {
        body: '列出库伦名下客户的移交清单',
        owner: 'hezhi',
        due: '2026-10-28',
        done: ['2026-10-28', '17:40', '十三家已移交，两家待见面'],
      },
    ],
  },
  {
    date: '2026-10-26',
    minutes: ['移交清单逐家过了一遍，澄原两家由经理陪同见面。', '月底前月报三栏都要写，十一月重点写到客户。'],
    items: [
      {
        body: '陪何之见澄原两家客户的分管领导',
        owner: 'anpeizhi',
        due: '2026-11-06',
        done: ['2026-11-06', '16:00', '两家都见了'],
      },
    ],
  },
  {
    date: '2026-11-02',
    minutes: [
      '十月合规率比九月高，特殊原因用得多的两位请当天写。',
      '扶摇热电站投标本月 12 日开标，分工见遗留问题。',
    ],
    items: [
      {
        body: '扶摇热电站投标：商务文件和保证金',
        owner: 'hengli',
        due: '2026-11-10',
        done: ['2026-11-10', '14:20', '已递交'],
      },
      { body: '向设计院要三家同类站的造价，做报价对照', owner: 'fute', due: '2026-11-13' },
    ],
  },
  {
    date: '2026-11-09',
    minutes: ['开标前一天经理和高思再对一遍报价。', '反馈表超过九十天没更新的，本月内更新或点“本月无变化”。'],
    items: [
      {
        body: '把超过九十天没更新的反馈表列给每个人',
        owner: 'ximeng',
        due: '2026-11-13',
        done: ['2026-11-13', '10:30', '共 25 家，已发'],
      },
      { body: '澜海片区三家县局的备件清单核对后回函', owner: 'weibo', due: '2026-11-18' },
    ],
  },
  {
    date: '2026-11-16',
    late: 'hezhi',
    minutes: ['热电站开标第二，差在维护期，复盘一页。', '本周周报把十一月没完成的写清原因，下周例会逐条过。'],
    items: [
      { body: '扶摇热电站开标复盘一页：价格、维护期、资质', owner: 'gaosi', due: '2026-11-23' },
      { body: '约望舒市公司信息部谈明年框架', owner: 'jiaoer', due: '2026-11-27' },
    ],
  },
]

/** Said to what the plans ask for, in turn. */
export const demoAnswers: readonly { grant: boolean; reply: string }[] = [
  { grant: true, reply: '同意，技术部周三派人，费用走项目' },
  { grant: true, reply: '同意，经理陪同，时间你来约' },
  { grant: false, reply: '本月样机都借出去了，先用资料，下月第一周给你留一台' },
  { grant: true, reply: '同意，商务由亨礼配合' },
]

/** In the queue, before the meeting. */
export const demoQueueAnswer = {
  ...({ asker: 'fute', at: ['2026-11-20', '18:12'] } as const),
  answer: { grant: true, reply: '同意，样机周三从仓库提，周五下班前还' },
}

export interface DemoOccasional {
  key: string
  at: readonly [date: PlainDate, time: string]
  by: Username
  held: readonly [date: PlainDate, from: string, to: string]
  /** Whose customer is talked about, the first. */
  of?: Username
  meeting: Pick<
    NewMeeting,
    'form' | 'title' | 'plannedMinutes' | 'place' | 'purpose' | 'clauses' | 'projectName'
  >
  came: readonly Username[]
  /** On a trip: from afar. */
  minutes: readonly string[]
  confirmed: readonly Username[]
}

const everybody: readonly Username[] = [
  ...([
    'anpeizhi',
    'fute',
    'jiaoer',
    'walan',
    'weibo',
    'gaosi',
    'hezhi',
    'fale',
    'hengli',
    'ximeng',
  ] as const),
]

/** 四.2 one meeting of each form. */
export const demoOccasional: readonly DemoOccasional[] = [
  {
    key: 'project',
    at: ['2026-10-19', '11:10'],
    by: 'anpeizhi',
    held: ['2026-10-23', '14:00', '15:10'],
    of: 'fute',
    meeting: {
      ...{ form: 'project', title: '调度数据网扩容项目筹划', plannedMinutes: 60, place: '三楼会议室' },
      ...{ purpose: '定谁去见谁，指标由谁定，什么时候报价', clauses: [], projectName: '调度数据网扩容' },
    },
    came: ['anpeizhi', 'fute', 'walan', 'hengli'],
    minutes: ['分管领导由经理和傅特见，指标由信息部定，先交流后报价。', '报价分两档，维护期写三年。'],
    confirmed: [],
  },
  {
    key: 'training',
    at: ['2026-11-02', '11:30'],
    by: 'hengli',
    held: ['2026-11-05', '14:00', '15:30'],
    meeting: {
      ...{ form: 'training', title: '招投标文件常见废标项', plannedMinutes: 90, place: '三楼会议室' },
      ...{ purpose: '热电站投标之前过一遍', clauses: [], projectName: null },
    },
    came: ['anpeizhi', 'fute', 'oumu', 'jiaoer', 'walan', 'weibo', 'gaosi', 'hengli'],
    minutes: ['废标项清单十二条已发；授权书和业绩页由两个人各查一遍。'],
    confirmed: [],
  },
  {
    key: 'policy',
    at: ['2026-11-16', '11:20'],
    by: 'anpeizhi',
    held: ['2026-11-18', '16:00', '16:40'],
    meeting: {
      ...{ form: 'policy', title: '贯彻日报和周报的时限', plannedMinutes: 40, place: '三楼会议室' },
      ...{ purpose: '特殊原因用得偏多，把时限再学一遍', clauses: ['五.1.3)①', '五.1.3)②', '五.2.4)①'] },
      projectName: null,
    },
    came: everybody,
    minutes: ['当天写完，第二天上午 9 点是特殊原因的最后时刻，过时以没填计。'],
    confirmed: everybody.filter((who) => who !== 'gaosi'),
  },
]
