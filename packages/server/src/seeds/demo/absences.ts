import { addDays, atShanghai, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { lastWorkingDayOnOrBefore } from '@zhuowei/domain/calendar/working-days.ts'
import type { Absence } from '@zhuowei/domain/reports/daily.ts'
import { member, type Username } from './cast.ts'
import type { Quarter } from './quarter.ts'

export interface DemoAbsence {
  key: string
  who: Username
  kind: 'leave' | 'trip'
  leaveType: 'personal' | 'sick' | 'annual' | 'marriage' | null
  /** The city of a trip. */
  place: string | null
  from: PlainDate
  to: PlainDate
  portion: 'full' | 'am' | 'pm'
  reason: string
  registeredAt: Date
  registeredOn: PlainDate
}

type Trip = [Username, city: string, from: string, to: string, reason: string, registered?: string]
type Leave = [
  Username,
  NonNullable<DemoAbsence['leaveType']>,
  from: string,
  to: string,
  reason: string,
  portion?: 'am' | 'pm',
]

// 何之 is away over a weekend; 库伦 registered after departure, which the manager let pass.
const trips: readonly Trip[] = [
  ['fute', '望舒', '2026-09-08', '2026-09-09', '望舒市公司信息化座谈，顺访拂晓县'],
  ['oumu', '岚汀', '2026-09-10', '2026-09-11', '岚汀电科所技术交流'],
  ['jiaoer', '青穹', '2026-09-15', '2026-09-17', '青穹片三个县局走访'],
  ['walan', '星垂', '2026-09-16', '2026-09-18', '星垂视频监控现场勘查'],
  ['weibo', '扶摇', '2026-09-21', '2026-09-23', '扶摇物资公司标前沟通'],
  ['kulun', '澄原', '2026-09-22', '2026-09-23', '澄原热电厂突发故障处理', '2026-09-23'],
  ['gaosi', '沧屿', '2026-09-28', '2026-09-29', '沧屿海上风电集控方案汇报'],
  ['fale', '鹿鸣', '2026-09-28', '2026-09-30', '鹿鸣片区首次走访'],
  ['fute', '星垂', '2026-10-13', '2026-10-14', '陪设计院到星垂现场'],
  ['hezhi', '昀泽', '2026-10-15', '2026-10-20', '昀泽片区走访，周末参加客户割接'],
  ['jiaoer', '望舒', '2026-10-20', '2026-10-22', '望舒机房动环到货验收'],
  ['oumu', '扶摇', '2026-10-26', '2026-10-28', '扶摇试验研究所招标答疑'],
  ['fale', '鹿鸣', '2026-10-27', '2026-10-28', '鹿鸣市公司立项沟通'],
  ['walan', '青穹', '2026-11-03', '2026-11-05', '青穹能源站网络改造技术交流'],
  ['hezhi', '澄原', '2026-11-04', '2026-11-06', '接手库伦的澄原客户，逐家见面'],
  ['gaosi', '扶摇', '2026-11-10', '2026-11-12', '扶摇纺织园热电站投标'],
  ['anpeizhi', '沧屿', '2026-11-12', '2026-11-13', '拜访沧屿市公司分管领导'],
  ['weibo', '岚汀', '2026-11-16', '2026-11-17', '岚汀后勤公司验收'],
]

// 亨礼's afternoon off leaves the daily report of that day owed.
const leaves: readonly Leave[] = [
  ['ximeng', 'sick', '2026-09-14', '2026-09-14', '发烧，就诊休息'],
  ['hezhi', 'personal', '2026-09-24', '2026-09-24', '送孩子入学体检'],
  ['gaosi', 'annual', '2026-09-24', '2026-09-24', '年休假，连中秋回老家'],
  ['hengli', 'marriage', '2026-09-28', '2026-09-30', '本人结婚'],
  ['fute', 'annual', '2026-09-30', '2026-09-30', '年休假'],
  ['jiaoer', 'annual', '2026-10-08', '2026-10-09', '年休假，探亲'],
  ['weibo', 'annual', '2026-10-09', '2026-10-09', '年休假'],
  ['walan', 'annual', '2026-10-12', '2026-10-13', '年休假'],
  ['hengli', 'personal', '2026-10-22', '2026-10-22', '办理房产手续', 'pm'],
  ['anpeizhi', 'personal', '2026-10-23', '2026-10-23', '家长会', 'am'],
  ['kulun', 'annual', '2026-10-26', '2026-10-27', '离职前休完年假'],
  ['ximeng', 'annual', '2026-11-02', '2026-11-03', '年休假'],
  ['jiaoer', 'sick', '2026-11-06', '2026-11-06', '上午看牙', 'am'],
  ['fale', 'personal', '2026-11-13', '2026-11-13', '办理居住证'],
  ['oumu', 'sick', '2026-11-18', '2026-11-18', '感冒发烧'],
]

/** Approved leave and trips of the quarter, registered the working day before or, once, too late. */
export function demoAbsences(quarter: Quarter): DemoAbsence[] {
  const dated = (key: string, who: Username, written: { from: string; to: string; registered?: string }) => {
    const from = quarter.day(written.from)
    const registeredOn = written.registered
      ? quarter.day(written.registered)
      : lastWorkingDayOnOrBefore(quarter.calendar, addDays(from, -1))
    const registeredAt = atShanghai(registeredOn, written.registered ? '08:20' : '10:40')
    return { key, who, from, to: quarter.day(written.to), registeredOn, registeredAt }
  }
  return [
    ...trips.map(
      ([who, place, from, to, reason, registered]): DemoAbsence => ({
        ...dated(`trip|${who}|${from}`, who, { from, to, registered }),
        kind: 'trip',
        leaveType: null,
        place,
        portion: 'full',
        reason,
      }),
    ),
    ...leaves.map(
      ([who, leaveType, from, to, reason, portion]): DemoAbsence => ({
        ...dated(`leave|${who}|${from}`, who, { from, to }),
        kind: 'leave',
        leaveType,
        place: null,
        portion: portion ?? 'full',
        reason,
      }),
    ),
  ]
}

/** As the rules of the daily report see them. */
export function asRuleFacts(absences: readonly DemoAbsence[], who: Username): Absence[] {
  return absences
    .filter((absence) => absence.who === who)
    .map(({ kind, from, to, portion, registeredOn }) => {
      return { kind, from, to, portion, registeredOn, approved: true, lateApproved: registeredOn > from }
    })
}

/** Employed, and neither away for the whole day nor on a trip. */
export function atWork(
  who: Username,
  date: PlainDate,
  absences: readonly DemoAbsence[],
  quarter: Quarter,
): boolean {
  const { entry, leaving } = member(who)
  if (date < quarter.day(entry) || (leaving && date > quarter.day(leaving))) return false
  return !absences.some(
    (absence) => absence.who === who && absence.portion === 'full' && covers(absence, date),
  )
}

export const covers = ({ from, to }: Pick<DemoAbsence, 'from' | 'to'>, date: PlainDate): boolean =>
  from <= date && date <= to
