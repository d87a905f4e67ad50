import { BellOutlined } from '@ant-design/icons'
import { Button } from 'antd'

export function Bell() {
  return <Button type="text" icon={<BellOutlined />} aria-label="通知" />
}
