import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Tag } from '@zhuowei/contract/tags.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './TagsPage.module.css'

/** The labels of the division; a retired one stays on its customers and is no longer offered. */
export function TagsPage() {
  const navigate = useNavigate()
  const { rights } = useSession()
  const keeps = rights.includes('customers.import')
  const { data, error, refetch } = useQuery(read('tags', 'list'))
  return (
    <Page>
      <PageHeader
        title="标签"
        onBack={() => void navigate({ to: '/customers' })}
        note="全部门共用，在客户列表里选中客户后加上"
      />
      {keeps && (
        <Panel>
          <NewTag />
        </Panel>
      )}
      <Panel flush>
        {error && !data ? (
          <RefusalBox error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <ListSkeleton rows={4} />
        ) : data.length === 0 ? (
          <EmptyState
            title="还没有标签"
            note={keeps ? '写上名称，按“新建标签”。' : '标签由部门经理和综合管理维护。'}
          />
        ) : (
          <ul className={styles.tags}>
            {data.map((tag) => (
              <TagLine key={tag.id} tag={tag} keeps={keeps} />
            ))}
          </ul>
        )}
      </Panel>
    </Page>
  )
}

function NewTag() {
  const [name, setName] = useState('')
  const create = useCommand(() => client.tags.create({ body: { name } }), {
    changes: ['tags'],
    onDone: () => setName(''),
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) create.mutate()
      }}
    >
      <Input
        aria-label="新标签的名称"
        placeholder="例如 试点单位，至多 12 个字"
        maxLength={12}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={create.isPending}>
        新建标签
      </Button>
      {create.error && <RefusalBox error={create.error} />}
    </form>
  )
}

function TagLine({ tag, keeps }: { tag: Tag; keeps: boolean }) {
  const [renaming, setRenaming] = useState<string | null>(null)
  const update = useCommand(
    (body: { name?: string; retired?: boolean }) => client.tags.update({ params: { id: tag.id }, body }),
    { changes: ['tags', 'customers'], onDone: () => setRenaming(null) },
  )
  return (
    <li>
      {renaming === null ? (
        <strong>{tag.name}</strong>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            update.mutate({ name: renaming })
          }}
        >
          <Input
            autoFocus
            aria-label={`${tag.name}的新名称`}
            maxLength={12}
            value={renaming}
            onChange={({ target }) => setRenaming(target.value)}
          />
          <Button size="small" type="primary" htmlType="submit" disabled={renaming.trim() === ''}>
            改名
          </Button>
          <Button size="small" onClick={() => setRenaming(null)}>
            取消
          </Button>
        </form>
      )}
      {tag.retired && <StateTag tone="grey">已停用</StateTag>}
      <Link className={styles.count} to="/customers" search={{ tagId: [tag.id] }}>
        {tag.customers} 家客户
      </Link>
      {keeps && renaming === null && (
        <>
          <Button size="small" aria-label={`${tag.name}改名`} onClick={() => setRenaming(tag.name)}>
            改名
          </Button>
          <Button
            size="small"
            aria-label={`${tag.retired ? '重新启用' : '停用'}${tag.name}`}
            loading={update.isPending}
            onClick={() => update.mutate({ retired: !tag.retired })}
          >
            {tag.retired ? '重新启用' : '停用'}
          </Button>
        </>
      )}
      {update.error && <RefusalBox error={update.error} />}
    </li>
  )
}
