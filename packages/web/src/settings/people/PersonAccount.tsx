import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { Button, Popconfirm } from 'antd'
import { client } from '../../app/client.ts'
import { useCommand } from '../../app/useCommand.ts'
import { InstantText } from '../../ui/DateText.tsx'
import { RefusalBox } from '../../ui/RefusalBox.tsx'
import { useUndo } from '../../ui/UndoBar.tsx'
import styles from './PersonCard.module.css'
import { Facts } from './PersonFacts.tsx'
import { TemporaryPassword } from './TemporaryPassword.tsx'

/** The account behind the person: how they sign in, and the two ways to stop somebody else from doing so. */
export function PersonAccount({ person }: { person: Person }) {
  const { can, id, name, version, record } = person
  const say = useUndo()
  const changes = ['organisation']
  const reset = useCommand(() => client.organisation.resetPassword({ params: { id }, body: { version } }), {
    changes,
  })
  const signOut = useCommand(() => client.organisation.signOutEverywhere({ params: { id } }), {
    changes,
    onDone: ({ revoked }) =>
      say({ text: revoked > 0 ? `${name}已在 ${revoked} 台设备上退出` : `${name}没有登录着的设备` }),
  })
  const error = reset.error ?? signOut.error
  if (!record) return null
  return (
    <section className={styles.account} aria-label="账号">
      <h3>账号</h3>
      <Facts
        facts={[
          ['用户名', record.username],
          ['密码', record.passwordChangeDue ? '初始密码，还没有修改' : '本人设置'],
          ['最近登录', record.lastSignInAt ? <InstantText key="in" at={record.lastSignInAt} /> : '从未登录'],
        ]}
      />
      {can.resetPassword && (
        <div className={styles.verbs}>
          <Popconfirm
            title={`重置${name}的密码？`}
            description="原密码随即失效，登录着的设备全部退出。"
            okText="重置"
            onConfirm={() => reset.mutate()}
          >
            <Button loading={reset.isPending}>重置密码</Button>
          </Popconfirm>
          <Popconfirm
            title={`让${name}在所有设备上退出？`}
            description="密码不变，可以重新登录。"
            okText="全部退出"
            onConfirm={() => signOut.mutate()}
          >
            <Button loading={signOut.isPending}>全部设备退出</Button>
          </Popconfirm>
        </div>
      )}
      {error && <RefusalBox error={error} />}
      {reset.data && <TemporaryPassword username={record.username} password={reset.data.temporaryPassword} />}
    </section>
  )
}
