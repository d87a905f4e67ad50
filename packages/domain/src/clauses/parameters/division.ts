import { assumed, choice, cutOff, integer, stated, text, time, yesNo } from './kinds.ts'

/** Chapters 一–四, 六 and 七: names, working hours, attendance, customers, projects and numbers. */
export const divisionParameters = {
  'organisation.shortName': text(stated('一.2)②', '公司简称'), '卓维'),
  'organisation.departmentName': text(stated('一.4)', '部门名称'), '电力事业部'),

  'shift.start': time(assumed('三.3-a', '上班'), '09:00'),
  'shift.lunchStart': time(assumed('三.3-a', '午休开始'), '12:00'),
  'shift.lunchEnd': time(assumed('三.3-a', '午休结束'), '13:00'),
  'shift.end': time(assumed('三.3-a', '下班'), '18:00'),

  'attendance.reportDay': integer(stated('三.4-c', '考勤月报在每月几日前上报（含当日）'), 3, 1, 28),
  'attendance.roll': choice(assumed('三.4-c', '上报日不上班时'), 'forward', {
    forward: '顺延到下一个工作日',
    none: '不顺延',
    backward: '提前到上一个工作日',
  }),
  'attendance.periodStartDay': integer(stated('三.4-b', '考勤期从每月几日起'), 1, 1, 28),
  'attendance.checkTime': time(assumed('三.4-a', '每天检查考勤的时刻'), '10:00'),
  'attendance.lateToleranceMinutes': integer(assumed('三.3-a', '迟到容许分钟数'), 0, 0, 60),
  'attendance.dayBoundary': time(assumed('三.4-a', '打卡一天的分界'), '04:00'),
  'attendance.makeupPunchesPerMonth': integer(assumed('三.4-a', '每月补卡次数'), 2, 0, 31),
  'attendance.objectionWD': integer(assumed('三.3-c', '旷工待核的申诉工作日数'), 1, 0, 10),

  'leave.emergencyBackfillWD': integer(assumed('三.3-b', '紧急请假返岗后几个工作日内补办'), 1, 0, 10),
  'leave.managerApprovesUpToDays': integer(assumed('三.3-e', '经理可批准的请假天数'), 2, 0, 30),

  'meeting.time': time(stated('四.1', '周例会时刻'), '09:30'),
  'meeting.roll': choice(assumed('四.1', '星期一不上班时的周例会'), 'firstWD', {
    firstWD: '改在当周第一个工作日',
    cancel: '取消',
  }),
  'meeting.agendaTime': time(assumed('四.1.1)', '生成议程并提醒的时刻'), '09:00'),
  'meeting.minutesWD': integer(assumed('四.1', '会后几个工作日内发布纪要'), 1, 0, 10),
  'meeting.confirmWD': integer(assumed('四.1', '缺席的人几个工作日内确认纪要'), 1, 0, 10),

  'approval.remindAfterWorkingDays': integer(assumed('二.2.1)(5)', '几个工作日未审批即提醒'), 1, 1, 30),
  'approval.urgeEveryHours': integer(assumed('二.2.1)(5)', '几小时内只能催办一次'), 4, 1, 72),

  'export.approvalRows': integer(assumed('三.1', '超过几家客户的导出须批准'), 200, 0, 10_000),
  'export.linkHours': integer(assumed('三.1', '导出文件几小时内可以下载'), 24, 1, 72),

  'visit.dueWD': integer(assumed('六.2.3)③', '拜访与新客户几个工作日内录入'), 0, 0, 10),
  'visit.updateDueWD': integer(assumed('六.2.4)', '影响跟进程度时几个工作日内更新客户资料'), 1, 0, 10),

  'visit.perMonthA': integer(assumed('六.4.1)', 'A 级客户每月至少往来几次'), 2, 1, 30),
  'visit.perMonthB': integer(assumed('六.4.1)', 'B 级客户每月至少往来几次'), 1, 1, 30),
  'visit.perQuarterC': integer(assumed('六.4.1)', 'C 级客户每季度至少往来几次'), 1, 1, 90),

  'form.firstVersionWD': integer(assumed('六.3.2)①', '建档后几个工作日内填反馈表'), 10, 0, 60),
  'form.freshDaysA': integer(assumed('六.3.2)②', 'A 级客户反馈表更新间隔（天）'), 30, 1, 365),
  'form.freshDaysB': integer(assumed('六.3.2)②', 'B 级客户反馈表更新间隔（天）'), 60, 1, 365),
  'form.freshDaysC': integer(assumed('六.3.2)②', 'C 级客户反馈表更新间隔（天）'), 90, 1, 365),

  'background.freshDays': integer(assumed('六.3.1)①', '背景资料多少天没有核实即提示核实'), 180, 1, 3650),
  'background.replacementDays': integer(assumed('六.3.1)②', '维保到期前几天提示更换'), 90, 1, 365),

  'grade.reflectIn': choice(assumed('六.1.2)②', '等级变化体现在'), 'nextReport', {
    nextReport: '下一份工作汇报',
    nextDaily: '下一份日报',
  }),
  'grade.approvalForA': yesNo(assumed('六.1.2)①', '升为 A 级须经理批准'), false),
  'grade.frequentChangeDays': integer(assumed('六.1.2)①', '几天内再次变化即提示经理'), 30, 0, 365),

  'grade.silentDaysA': integer(assumed('六(原则)③', 'A 级客户几天无接触即建议调整等级'), 60, 7, 365),
  'grade.silentDaysB': integer(
    assumed('六(原则)③', '无交易的 B 级客户几天无接触即建议调整等级'),
    180,
    7,
    730,
  ),
  'grade.activeVisits': integer(assumed('六(原则)③', 'C 级客户 30 天内接触几次即建议调整等级'), 3, 1, 30),
  'grade.proposalRestDays': integer(assumed('六(原则)③', '不采纳的等级建议几天内不再提示'), 90, 1, 365),

  'relation.deciderSilentDays': integer(assumed('六.4.4)', '决策人几天没有接触算盲点'), 45, 1, 365),
  'relation.singleLineDays': integer(assumed('六.4.4)', '几天内的接触都经一人算只有一条线'), 90, 7, 365),
  'relation.builtFormPercent': integer(assumed('六.4.2)', '关系已建立要求的反馈表完整度（%）'), 50, 10, 100),

  'complaint.normalRespondHours': integer(
    assumed('六.5.1)', '一般投诉几小时内首次回应（工作日）'),
    24,
    1,
    240,
  ),
  'complaint.normalSolveWD': integer(assumed('六.5.1)', '一般投诉几个工作日内解决'), 3, 1, 60),
  'complaint.majorRespondHours': integer(
    assumed('六.5.1)', '重大投诉几小时内首次回应（工作日）'),
    12,
    1,
    240,
  ),
  'complaint.majorSolveWD': integer(assumed('六.5.1)', '重大投诉几个工作日内解决'), 5, 1, 60),
  'complaint.urgentRespondHours': integer(
    assumed('六.5.1)', '紧急投诉几小时内首次回应（工作日）'),
    2,
    1,
    240,
  ),
  'complaint.urgentSolveHours': integer(assumed('六.5.1)', '紧急投诉几小时内解决（工作日）'), 24, 1, 240),
  'complaint.callbackWD': integer(assumed('六.5.1)', '解决后几个工作日内回访'), 1, 0, 30),

  'suggestion.replyWD': integer(assumed('三.6', '经理几个工作日内回复建议'), 5, 1, 60),

  'profile.enabled': yesNo(
    assumed('六.3.1)④', '使用受限画像', '停用后不能查看和填写，已有的到期清除。'),
    true,
  ),
  'profile.keepMonths': integer(assumed('六.3.1)④', '受限画像保存几个月，到期隐藏'), 24, 1, 36),
  'profile.purgeDays': integer(assumed('六.3.1)④', '受限画像隐藏几天后清除'), 30, 1, 180),
  'contact.keepMonths': integer(
    assumed('六.3.1)①', '最后一次往来几个月后联系人匿名化', '姓名、电话等不再保留，拜访记录还在。'),
    36,
    12,
    120,
  ),
  'contact.noticeDays': integer(assumed('六.3.1)①', '联系人匿名化前几天告诉负责人'), 30, 7, 90),
  'profile.requestWD': integer(assumed('六.3.1)④', '个人信息请求几个工作日内办结'), 15, 1, 30),

  'project.largeAboveWan': integer(stated('七.1', '大项目：超过（万元）'), 200, 1, 100_000),
  'project.mediumFromWan': integer(stated('七.1', '中型项目：从（万元，含）起'), 50, 1, 100_000),
  'project.mediumToWan': integer(stated('七.1', '中型项目：至（万元，含）'), 100, 1, 100_000),
  'project.gapClass': choice(
    assumed('七.1', '100 万以上至 200 万的类别', '制度未定义这一段，按所选类别并提示。'),
    'medium',
    { medium: '中型项目', large: '大项目' },
  ),
  'project.stalledDays': integer(assumed('二.2.1)(5)', '几天无活动算停滞'), 14, 1, 365),
  'project.longStalledDays': integer(assumed('二.2.1)(5)', '几天无活动算长期停滞'), 30, 1, 730),
  'project.protectionDays': integer(assumed('七.2.1)', '项目报备保护几天，有活动即续'), 180, 1, 730),
  'project.confirmedWithinDays': integer(assumed('七.2.1)', '项目信息在几天内核实过才算准确'), 30, 1, 365),
  'project.simpleForSmall': yesNo(assumed('七.1', '小项目走简易流程'), true),
  'stage.sixthName': text(cutOff('七.2.6)', '第六阶段名称'), '合同执行阶段'),
  'stage.sixthKeyPoint': text(cutOff('七.2.6)', '第六阶段关键点'), '货款回收'),
  'stage.probability1': integer(assumed('七.2.1)', '项目信息开发阶段的成交可能（%）'), 10, 0, 100),
  'stage.probability2': integer(assumed('七.2.2)', '立项阶段的成交可能（%）'), 25, 0, 100),
  'stage.probability3': integer(assumed('七.2.3)', '提案阶段的成交可能（%）'), 40, 0, 100),
  'stage.probability4': integer(assumed('七.2.4)', '招投标阶段的成交可能（%）'), 60, 0, 100),
  'stage.probability5': integer(assumed('七.2.5)', '商务谈判阶段的成交可能（%）'), 90, 0, 100),
  'stage.probability6': integer(assumed('七.2.6)', '第六阶段的成交可能（%）'), 100, 0, 100),

  'numbering.account': text(assumed('六.2.3)①', '客户编号'), 'KH-{区}-{0001}'),
  'numbering.project': text(assumed('七.2.1)', '项目编号'), 'XM-{YYYY}-{区}-{001}'),
  'numbering.bid': text(assumed('七.2.4)', '投标编号'), 'TB-{YYYY}-{001}'),
  'numbering.contract': text(assumed('二.2.4)(6)', '合同编号'), 'ZW-XS-{YYYY}-{0001}'),
}
