import { DesktopOutlined, LogoutOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import type { MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { type Appearance, chooseAppearance, useAppearance } from '../ui/theme/appearance.ts'
import { signOut } from './sign-out.ts'

const appearances: { key: Appearance; label: string; icon: ReactNode }[] = [
  { key: 'auto', label: '跟随系统', icon: <DesktopOutlined /> },
  { key: 'light', label: '浅色', icon: <SunOutlined /> },
  { key: 'dark', label: '深色', icon: <MoonOutlined /> },
]

/** Appearance and signing out; the same list at the desk and on the phone. */
export function usePersonMenu(): MenuProps {
  const { appearance } = useAppearance()
  return {
    selectedKeys: [appearance],
    items: [
      { type: 'group', label: '外观', children: appearances },
      { type: 'divider' },
      { key: 'sign-out', label: '退出登录', icon: <LogoutOutlined /> },
    ],
    onClick: ({ key }) => {
      if (key === 'sign-out') return signOut()
      const chosen = appearances.find((one) => one.key === key)
      if (chosen) chooseAppearance(chosen.key)
    },
  }
}
