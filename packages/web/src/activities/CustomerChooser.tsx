import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { isComposing } from '../ui/ime.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { rowAfterKey } from '../ui/list-keys.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './CustomerChooser.module.css'
import { CustomerRow } from './CustomerRow.tsx'
import { useCustomerChoices } from './useCustomerChoices.ts'

interface CustomerChooserProps {
  onChoose: (customerId: string) => void
  /** Nobody like that: a new customer, without leaving the visit. Absent for people who may not create one. */
  onCreate?: (typed: string) => void
}

/** 六.2.3)③ begins with the customer: two characters or the initials of its name, or one of where one was lately. */
export function CustomerChooser({ onChoose, onCreate }: CustomerChooserProps) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState<string | null>(null)
  const id = useId()
  const phone = usePhone()
  const { groups, isLoading, error, retry } = useCustomerChoices(typed)
  const ids = groups.flatMap(({ choices }) => choices.map((choice) => choice.id))
  const current = active !== null && ids.includes(active) ? active : typed ? (ids[0] ?? null) : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && current) onChoose(current)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setActive(rowAfterKey(event.key, ids, current))
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.chooser}>
      <div className={styles.search}>
        <Input
          autoFocus={!phone}
          allowClear
          size="large"
          prefix={<SearchOutlined />}
          placeholder="名称两个字、首字母或电话后四位"
          role="combobox"
          aria-label="找客户"
          aria-expanded={ids.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current}` : undefined}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {onCreate && ids.length > 0 && phone && <NewCustomer typed={typed.trim()} onCreate={onCreate} />}
      {error ? (
        <div className={styles.aside}>
          <RefusalBox error={error} onRetry={retry} />
        </div>
      ) : isLoading ? (
        <ListSkeleton rows={6} />
      ) : (
        <div id={`${id}-list`} role="listbox" aria-label="客户">
          {groups.map(({ title, choices }) => (
            // biome-ignore lint/a11y/useSemanticElements: inside a listbox only this role groups options
            <div key={title} role="group" aria-label={title}>
              <p className={styles.group}>{title}</p>
              {choices.map((choice) => (
                <CustomerRow
                  key={choice.id}
                  id={`${id}-${choice.id}`}
                  choice={choice}
                  active={choice.id === current}
                  onChoose={() => onChoose(choice.id)}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      {!isLoading && !error && ids.length === 0 && (
        <EmptyState
          title={typed ? `没有叫“${typed.trim()}”的客户` : '您还没有客户'}
          note="新客户只要五项：名称、联系人、职位、电话、状态；建好后接着记这次拜访。"
          action={
            onCreate && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => onCreate(typed.trim())}>
                新建客户
              </Button>
            )
          }
        />
      )}
      {onCreate && ids.length > 0 && !phone && <NewCustomer typed={typed.trim()} onCreate={onCreate} />}
    </div>
  )
}

/** Under a thumb directly below the box, before the twenty customers that it is not. */
function NewCustomer({ typed, onCreate }: { typed: string; onCreate: (typed: string) => void }) {
  return (
    <div className={styles.create}>
      <Button type="text" icon={<PlusOutlined />} onClick={() => onCreate(typed)}>
        {typed ? `都不是，新建“${typed}”` : '新客户，先建档再记'}
      </Button>
    </div>
  )
}
