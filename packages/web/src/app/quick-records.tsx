import {
  BankOutlined,
  BulbOutlined,
  CarOutlined,
  CheckSquareOutlined,
  MessageOutlined,
  PhoneOutlined,
  SoundOutlined,
} from '@ant-design/icons'
import type { NavigationItem } from './navigation.tsx'

const all: readonly NavigationItem[] = [
  {
    path: '/activities/new-visit',
    label: '拜访',
    pinyin: 'baifang bf',
    icon: <CarOutlined />,
    right: 'activities.write',
  },
  {
    path: '/activities/new-call',
    label: '电话',
    pinyin: 'dianhua dh',
    icon: <PhoneOutlined />,
    right: 'activities.write',
  },
  {
    path: '/verbal-reports/new',
    label: '口头汇报',
    pinyin: 'koutouhuibao kthb',
    icon: <SoundOutlined />,
    right: 'verbal_reports.record',
  },
  {
    path: '/tasks/new',
    label: '任务',
    pinyin: 'renwu rw xinzengrenwu xzrw jiaoban jb',
    icon: <CheckSquareOutlined />,
    right: 'tasks.write',
  },
  {
    path: '/customers/new',
    label: '客户',
    pinyin: 'kehu kh',
    icon: <BankOutlined />,
    right: 'customers.write',
  },
  {
    path: '/complaints/new',
    label: '投诉',
    pinyin: 'tousu ts',
    icon: <MessageOutlined />,
    right: 'complaints.record',
  },
  {
    path: '/complaints/suggestions/new',
    label: '建议',
    pinyin: 'jianyi jy xinqingkuang xqk xinwenti xwt',
    icon: <BulbOutlined />,
    right: 'suggestions.record',
  },
]

/** What this person may write down from anywhere, of the forms that exist. */
export function quickRecords(rights: readonly string[], existing: (path: string) => boolean) {
  return all.filter((item) => existing(item.path) && (!item.right || rights.includes(item.right)))
}
