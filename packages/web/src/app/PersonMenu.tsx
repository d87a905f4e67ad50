import { Dropdown } from 'antd'
import { Portrait } from '../ui/Portrait.tsx'
import styles from './PersonMenu.module.css'
import { usePersonMenu } from './person-menu.tsx'
import { useSession } from './session.ts'

export function PersonMenu() {
  const { person, roleLabel, regions } = useSession()
  const menu = usePersonMenu()
  const place = regions.map((region) => region.name).join('、')
  return (
    <Dropdown trigger={['click']} menu={menu} placement="bottomRight">
      <button type="button" className={styles.person}>
        <Portrait name={person.name} />
        <span>
          <strong>{person.name}</strong>
          <small>{place ? `${roleLabel} · ${place}` : roleLabel}</small>
        </span>
      </button>
    </Dropdown>
  )
}
