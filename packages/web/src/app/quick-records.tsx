import { BankOutlined, CarOutlined, MessageOutlined, PhoneOutlined } from '@ant-design/icons'
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
]

/** What this person may write down from anywhere, of the forms that exist. */
export function quickRecords(rights: readonly string[], existing: (path: string) => boolean) {
  return all.filter((item) => existing(item.path) && (!item.right || rights.includes(item.right)))
}
