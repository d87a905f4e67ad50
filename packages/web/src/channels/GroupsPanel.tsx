import { useQuery } from '@tanstack/react-query'
import { providerLabel } from '@zhuowei/contract/channels.ts'
import { Checkbox } from 'antd'
import { client, read } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './MailPanel.module.css'

/** What each group of the division reads: only what names nobody and no customer can be chosen. */
export function GroupsPanel() {
  const { data, error, refetch } = useQuery(read('channels', 'groups'))
  const set = useCommand(
    ({ id, kinds, version }: { id: string; kinds: string[]; version: number }) =>
      client.channels.setGroupKinds({ params: { id }, body: { kinds, version } }),
    { changes: ['channels'] },
  )
  return (
    <Panel title="群里收什么" note="未填名单、点评、客户的事不进群" flush>
      {error && <RefusalBox error={error} onRetry={() => void refetch()} />}
      {set.error && <RefusalBox error={set.error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton rows={2} />}
      {data?.length === 0 && (
        <div className={styles.inline}>
          <EmptyState
            title="还没有登记群机器人"
            note="请系统管理员在“外发渠道”登记本事业部的群，再回来选收哪几类。"
          />
        </div>
      )}
      <ul className={styles.robots}>
        {data?.map(({ id, name, provider, enabled, kinds, version }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong> <span className={styles.facts}>{providerLabel[provider]}</span>{' '}
              {!enabled && <StateTag tone="grey">停用</StateTag>}
            </p>
            <fieldset className={styles.kinds} aria-label={`${name}收哪几类`}>
              {kinds.map(({ kind, label, chosen }) => (
                <Checkbox
                  key={kind}
                  checked={chosen}
                  disabled={set.isPending}
                  onChange={({ target }) =>
                    set.mutate({
                      id,
                      version,
                      kinds: kinds
                        .filter((one) => (one.kind === kind ? target.checked : one.chosen))
                        .map((one) => one.kind),
                    })
                  }
                >
                  {label}
                </Checkbox>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
