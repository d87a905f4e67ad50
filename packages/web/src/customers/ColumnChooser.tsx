import { TableOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import styles from './ColumnChooser.module.css'
import { type ColumnKey, columnKeys, columns, usualColumns } from './columns.tsx'

interface ColumnChooserProps {
  shown: readonly ColumnKey[]
  onChange: (shown: readonly ColumnKey[]) => void
}

/** More would leave no room for the name. */
const most = 6

export function ColumnChooser({ shown, onChange }: ColumnChooserProps) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <fieldset className={styles.columns}>
          <legend>显示的列（最多 {most} 列）</legend>
          {columnKeys.map((key) => (
            <Checkbox
              key={key}
              checked={shown.includes(key)}
              disabled={!shown.includes(key) && shown.length >= most}
              onChange={({ target }) =>
                onChange(target.checked ? [...shown, key] : shown.filter((one) => one !== key))
              }
            >
              {columns[key].label}
            </Checkbox>
          ))}
          <Button size="small" onClick={() => onChange(usualColumns)}>
            恢复默认
          </Button>
        </fieldset>
      }
    >
      <Button icon={<TableOutlined />}>列</Button>
    </Popover>
  )
}
