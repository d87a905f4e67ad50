import { UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { FeedbackListItem } from '@zhuowei/contract/feedback.ts'
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { read, readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { LevelBadge } from '../ui/LevelBadge.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import styles from './FeedbackPage.module.css'
import { FormsByPerson } from './FormsByPerson.tsx'
import { DueText, FormRing, FormStateTag } from './form-words.tsx'
import { moveToRow } from './row-focus.ts'
import { useConfirmUnchanged, useWithdrawConfirmation } from './useConfirmUnchanged.ts'

const levelOf = { A: 1, B: 2, C: 3 } as const

const route = getRouteApi('/shell/customers/feedback')

/** 六.3.2) at the end of the month: each form is updated or confirmed in one press; beside it who still owes what. */
export function FeedbackPage() {
  const { view = 'month', owner } = route.useSearch()
  const { person, rights } = useSession()
  const navigate = useNavigate()
  const phone = usePhone()
  const sells = person.role === 'pm' || person.role === 'spm'
  const ownerId = owner ?? (sells ? person.id : undefined)
  const source = usePages(
    readPages('feedback', 'list', { query: { view, ...(ownerId && { ownerId: [ownerId] }) } }),
  )
  const people = useQuery(read('feedback', 'people'))
  const chosen = people.data?.find((one) => one.owner.id === owner)
  const show = (search: { view?: typeof view; owner?: string | undefined }) =>
    void navigate({ to: '/customers/feedback', search: { view, owner, ...search }, replace: true })
  return (
    <Page>
      <PageHeader
        title="客户信息反馈表"
        onBack={() => void navigate({ to: '/customers' })}
        note={
          <>
            所有客户必须填写，每月核对 <ClauseChip clause="六.3.2)①" />
          </>
        }
        extra={
          rights.includes('feedback.write') && (
            <Button
              icon={<UploadOutlined />}
              onClick={() => void navigate({ to: '/customers/feedback/import' })}
            >
              导入
            </Button>
          )
        }
        views={
          <Segments
            label="看哪些"
            value={view}
            onChange={(next) => show({ view: next })}
            options={[
              { value: 'month', label: '本月待核对' },
              { value: 'missing', label: '到期未填' },
              { value: 'stale', label: '该更新了' },
              { value: 'all', label: '全部' },
            ]}
          />
        }
      />
      <Columns aside={360}>
        <Panel
          note={
            !phone && (
              <>
                <Kbd keys="↑" /> <Kbd keys="↓" /> 换行，
                <Kbd keys="Enter" /> 核对
              </>
            )
          }
          title={chosen ? `${chosen.owner.name}的客户` : sells && !owner ? '我的客户' : '客户'}
          extra={
            owner && (
              <Button type="link" size="small" onClick={() => show({ owner: undefined })}>
                {sells ? '看我的' : '看全部'}
              </Button>
            )
          }
          flush
        >
          <FormRows source={source} named={!ownerId} />
        </Panel>
        <Stack>
          <FormsByPerson people={people} onChoose={(id) => show({ owner: id, view: 'all' })} />
        </Stack>
      </Columns>
    </Page>
  )
}

function FormRows({
  source,
  named,
}: {
  /** Whose customer it is: in a list over several owners. */
  named: boolean
  source: ReturnType<typeof usePages<{ items: FeedbackListItem[]; next: string | null }>>
}) {
  if (source.error && !source.items) return <RefusalBox error={source.error} onRetry={source.retry} />
  if (!source.items) return <ListSkeleton rows={6} />
  if (source.items.length === 0)
    return <EmptyState title="都核对过了" note="这里没有要填或要更新的反馈表。" />
  return (
    <ul className={styles.rows} onKeyDown={byKey}>
      {source.items.map((form) => (
        <Row key={form.id} form={form} named={named} />
      ))}
      {source.hasMore && (
        <li>
          <Button type="link" loading={source.isLoadingMore} onClick={source.loadMore}>
            再看后面的
          </Button>
        </li>
      )}
    </ul>
  )
}

/** ↑ and ↓ lead from row to row; a key that is held down confirms one form, not all of them. */
function byKey(event: KeyboardEvent<HTMLUListElement>) {
  const { target, key, repeat } = event
  if (!(target instanceof HTMLButtonElement)) return
  if (key === 'ArrowDown' || key === 'ArrowUp') moveToRow(target, key === 'ArrowDown' ? 'down' : 'up')
  else if (!(repeat && key === 'Enter')) return
  event.preventDefault()
}

function Row({ form, named }: { form: FeedbackListItem; named: boolean }) {
  const confirm = useConfirmUnchanged()
  const withdraw = useWithdrawConfirmation()
  const navigate = useNavigate()
  const { id, name, grade, owner, version, state, doneThisMonth, confirmedThisMonth, can } = form
  const confirmLabel = doneThisMonth ? '本月已核对' : '本月无变化'
  const editLabel = version > 0 ? '更新' : '填写'
  return (
    <li>
      <FormRing standing={form} />
      <div className={styles.who}>
        <p>
          <LevelBadge level={levelOf[grade]} letter={grade} />{' '}
          <Link
            className="tappable"
            to="/customers/$customerId"
            params={{ customerId: id }}
            search={{ tab: 'feedback' }}
          >
            {name}
          </Link>
        </p>
        <small>
          <FormStateTag state={state} /> <DueText standing={form} />
          {named && owner && `，${owner.name}`}
        </small>
      </div>
      {can.edit && (
        <span className={styles.verbs}>
          {confirmedThisMonth && (
            <Button
              data-verb="confirm"
              loading={withdraw.isPending}
              aria-label={`撤销核对：${name}`}
              onClick={() => withdraw.mutate({ id, name })}
            >
              撤销核对
            </Button>
          )}
          {version > 0 && !confirmedThisMonth && (
            <Button
              data-verb="confirm"
              disabled={doneThisMonth}
              loading={confirm.isPending}
              aria-label={`${confirmLabel}：${name}`}
              onClick={({ currentTarget }) => {
                // The row goes with its buttons; the next one is a press away.
                moveToRow(currentTarget, 'down')
                confirm.mutate({ id, name, version })
              }}
            >
              {confirmLabel}
            </Button>
          )}
          <Button
            data-verb="edit"
            aria-label={`${editLabel}：${name}`}
            onClick={() =>
              void navigate({ to: '/customers/$customerId/feedback', params: { customerId: id } })
            }
          >
            {editLabel}
          </Button>
        </span>
      )}
    </li>
  )
}
