import type { RegulationParameter } from '@zhuowei/contract/regulation.ts'

/** The first word of a parameter's key → its heading; in the order of the page. */
const headings = {
  daily: '日报',
  weekly: '周报',
  monthly: '月报',
  trip: '出差报告',
  report: '工作汇报总则',
  verbal: '口头汇报',
  week: '周次的写法',
  remind: '提醒',
  meeting: '例会',
  shift: '作息时间',
  attendance: '考勤',
  leave: '请假',
  visit: '拜访与新客户',
  grade: '客户等级',
  background: '背景资料',
  relation: '客户关系与决策链',
  profile: '受限画像',
  contact: '联系人保存期',
  form: '客户信息反馈表',
  complaint: '客户投诉',
  suggestion: '建议',
  approval: '审批',
  export: '导出',
  project: '项目分类',
  stage: '项目阶段',
  organisation: '名称',
  numbering: '编号',
} as const

export type ParameterFilter = 'all' | 'changed' | 'assumed'

export interface ParameterGroup {
  title: string
  parameters: readonly RegulationParameter[]
}

export function groupsOf(
  parameters: readonly RegulationParameter[],
  filter: ParameterFilter,
): readonly ParameterGroup[] {
  return Object.entries(headings)
    .map(([word, title]) => ({
      title,
      parameters: parameters.filter((one) => one.key.startsWith(`${word}.`) && passes[filter](one)),
    }))
    .filter((group) => group.parameters.length > 0)
}

export const passes: Record<ParameterFilter, (parameter: RegulationParameter) => boolean> = {
  all: () => true,
  changed: (parameter) => parameter.decisions.length > 0,
  assumed: (parameter) => parameter.mark !== '制度依据',
}
