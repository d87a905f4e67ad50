import { SearchOutlined } from '@ant-design/icons'
import { Kbd } from '../ui/Kbd.tsx'
import { Bell } from './Bell.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { usePalette } from './palette-state.ts'
import { QuickRecord } from './QuickRecord.tsx'
import { ServerClock } from './ServerClock.tsx'
import { useSession } from './session.ts'
import styles from './TopBar.module.css'

export function TopBar() {
  const palette = usePalette()
  const seesCustomers = useSession().rights.includes('customers.read')
  return (
    <header className={styles.bar} data-screen-only>
      <button type="button" className={styles.search} onClick={palette.open}>
        <SearchOutlined />
        <span>{seesCustomers ? '客户、联系人、页面，支持拼音首字母' : '页面和设置，支持拼音首字母'}</span>
        <Kbd keys="mod+K" />
      </button>
      <ServerClock />
      <QuickRecord />
      <Bell />
      <PersonMenu />
    </header>
  )
}
