import { assumed, choice, integer, stated, time, yesNo } from './kinds.ts'

/** Chapter 五: when the work reports are due, what excuses from them, and when people are reminded. */
export const reportingParameters = {
  'daily.due': choice(stated('五.1.3)①', '日报正常截止'), '24:00', {
    '24:00': '当天 24:00',
    offWork: '当天下班',
  }),
  'daily.dayBoundary': choice(assumed('五.1.3)①', '日报一天的分界'), '00:00', {
    '00:00': '零点',
    '04:00': '次日凌晨四点',
  }),
  'daily.grace': choice(
    assumed('五.1.3)②', '“第二天”的读法', '周报、月报的宽限都在上班时间，故默认读作下一个工作日。'),
    'nextWorkingDay',
    { nextWorkingDay: '下一个工作日', nextCalendarDay: '下一个自然日' },
  ),
  'daily.graceTime': time(stated('五.1.3)②', '特殊原因的截止时刻'), '09:00', '06:00', '12:00'),
  'daily.halfDayRequired': yesNo(assumed('五.1.3)①', '请半天假仍须填日报'), true),

  'weekly.due': choice(stated('五.2.4)①', '周报正常截止'), 'sunday24', {
    sunday24: '星期日 24:00',
    lastWD24: '本周最后一个工作日 24:00',
    lastWDoffWork: '本周最后一个工作日下班',
  }),
  'weekly.graceTime': time(stated('五.2.4)②', '周报特殊原因的截止时刻'), '09:00', '06:00', '12:00'),
  'weekly.graceRoll': choice(assumed('五.2.4)②', '星期一不上班时的周报宽限'), 'firstWD', {
    firstWD: '顺延到其后第一个工作日',
    strictMonday: '不顺延',
  }),

  'monthly.graceTime': choice(stated('五.3.3)②', '月报特殊原因的截止'), 'offWork', {
    offWork: '次月第一个工作日下班',
    '24:00': '次月第一个工作日 24:00',
  }),

  'trip.exemptReturnDay': yesNo(assumed('五.4.3)①', '返程当天也免填日报'), true),
  'trip.lateRegistration': choice(assumed('五.4.3)①', '出发后才登记的出差'), 'dmApproval', {
    dmApproval: '经理批准后免填',
    never: '不免填',
  }),
  'trip.reportDueWD': integer(assumed('五.4.3)①', '返回后几个工作日内交出差报告'), 1, 0, 10),
  'trip.graceTime': time(assumed('五.4.3)①', '出差报告特殊原因的截止时刻'), '09:00', '06:00', '12:00'),

  'report.autoSubmitCompleteDraft': yesNo(
    assumed('五.1.2)①', '到期自动提交已填完整的草稿', '原流程中保存即为填写。'),
    true,
  ),
  'report.extendOnOutage': yesNo(assumed('五.1.3)②', '系统故障按时长顺延期限'), true),
  'report.minWorkedDaysForMonthly': integer(assumed('五.3.3)①', '当月在岗满几个工作日才须填月报'), 5, 0, 31),
  'report.waiveWindowWD': integer(assumed('五.1.3)②', '经理可豁免的工作日数'), 5, 0, 60),
  'report.exemptDm': yesNo(assumed('一.4)', '电力事业部经理免填工作汇报'), false),
  'report.exemptSpm': yesNo(assumed('一.4)', '高级项目主管免填工作汇报'), false),
  'report.exemptPm': yesNo(assumed('一.4)', '项目主管免填工作汇报'), false),
  'report.exemptOa': yesNo(assumed('一.4)', '综合管理免填工作汇报'), false),

  'verbal.logEnabled': yesNo(assumed('五.5.1)', '口头汇报在系统里登记存证'), true),
  'verbal.answerWD': integer(assumed('五.5.2)②', '口头汇报几个工作日内确认，逾期时间记录成立'), 1, 0, 10),

  'week.scheme': choice(assumed('五.2.2)①', '“第×周”的算法'), 'iso', {
    iso: '国际标准周（周一起）',
    jan1: '1 月 1 日起第一周',
  }),
  'week.numeral': choice(assumed('五.2.2)①', '“第×周”的数字'), 'arabic', {
    arabic: '阿拉伯数字',
    cn: '中文数字',
  }),

  'remind.dailyFirst': time(assumed('五.1.3)①', '日报第一次提醒'), '17:30'),
  'remind.dailySecond': time(assumed('五.1.3)①', '日报第二次提醒'), '20:30'),
  'remind.dailyGrace': time(assumed('五.1.3)②', '日报宽限当天提醒'), '08:30'),
  'remind.weeklyLastWD': time(assumed('五.2.4)①', '周报在最后一个工作日提醒'), '16:00'),
  'remind.weeklySunday': time(assumed('五.2.4)①', '周报在星期日提醒'), '20:00'),
  'remind.weeklyGrace': time(assumed('五.2.4)②', '周报宽限当天提醒'), '08:30'),
  'remind.monthlyLastWD': time(assumed('五.3.3)①', '月报在最后一个工作日提醒'), '15:00'),
  'remind.monthlyGrace': time(assumed('五.3.3)②', '月报宽限当天提醒'), '16:00'),
  'remind.attendance': time(assumed('三.4-c', '考勤月报在首个工作日提醒'), '09:00'),
  'remind.missedList': time(assumed('五.1.3)②', '经理收到未填名单的时刻'), '09:05'),
  'remind.quietFrom': time(assumed('五.1.3)①', '免打扰开始'), '21:30'),
  'remind.quietTo': time(assumed('五.1.3)①', '免打扰结束'), '08:00'),
}
