import {
  BankOutlined,
  CheckSquareOutlined,
  EditOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  FundOutlined,
  RiseOutlined,
} from '@ant-design/icons'
import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import type { ReactNode } from 'react'

type RefType = NonNullable<ReportLine['ref']>['type']

/** What a line of a report came from. */
export const sourceLabel: Record<RefType, string> = {
  visit: '拜访',
  account: '客户',
  grade_change: '等级变化',
  report: '汇报',
  task: '交办',
  project: '项目',
}

const icons: Record<RefType, ReactNode> = {
  visit: <EnvironmentOutlined />,
  account: <BankOutlined />,
  grade_change: <RiseOutlined />,
  report: <FileTextOutlined />,
  task: <CheckSquareOutlined />,
  project: <FundOutlined />,
}

export const sourceIcon = (ref: ReportLine['ref']): ReactNode => (ref ? icons[ref.type] : <EditOutlined />)
