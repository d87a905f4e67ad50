import { DesktopOutlined, LogoutOutlined, MoonOutlined, SunOutlined, UserOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import type { MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { type Appearance, chooseAppearance, useAppearance } from '../ui/theme/appearance.ts'
import { signOut } from './sign-out.ts'

const accountPage = '/settings/account'

const appearances: { key: Appearance; label: string; icon: ReactNode }[] = [
  { key: 'auto', label: '跟随系统', icon: <DesktopOutlined /> },
  { key: 'light', label: '浅色', icon: <SunOutlined /> },
  { key: 'dark', label: '深色', icon: <MoonOutlined /> },
]

/** Appearance, the own account, signing out. */
export function usePersonMenu(): MenuProps {
  const { appearance } = useAppearance()
  const router = useRouter()
  return {
    selectedKeys: [appearance],
    items: [
      { type: 'group', label: '外观', children: appearances },
      { type: 'divider' },
      { key: accountPage, label: '我的账号', icon: <UserOutlined /> },
      { key: 'sign-out', label: '退出登录', icon: <LogoutOutlined /> },
    ],
    onClick: ({ key }) => {
      if (key === 'sign-out') return signOut()
      if (key === accountPage) return router.navigate({ href: accountPage })
      const chosen = appearances.find((one) => one.key === key)
      if (chosen) chooseAppearance(chosen.key)
    },
  }
}
