import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { Suggestion } from '@zhuowei/contract/suggestions.ts'
import { suggestionTypeLabel } from '@zhuowei/domain/suggestions/suggestion.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { ReplyForm } from './ReplyForm.tsx'
import { SuggestionInputs } from './SuggestionInputs.tsx'
import { bodyOf, type SuggestionValues } from './suggestion-values.ts'
import styles from './suggestions.module.css'
import { changedBySuggestion, ReplyDue, SuggestionState } from './words.tsx'

/** One suggestion, what the manager says to it, and whether it was adopted. */
export function SuggestionRecord({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(read('suggestions', 'get', { params: { id } }))
  if (!data && error instanceof ProblemError && error.problem.code === 'not_found')
    return (
      <EmptyState
        title="这里没有您可以看的建议"
        action={<Link to="/complaints/suggestions">看建议列表</Link>}
      />
    )
  if (!data && error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={5} />
  return <Shown suggestion={data} />
}

function Shown({ suggestion }: { suggestion: Suggestion }) {
  const { type, subject, content, author, createdAt, reply, repliedAt, repliedBy, can } = suggestion
  const [changing, setChanging] = useState(false)
  const [rewording, setRewording] = useState(false)
  return (
    <article className={styles.record}>
      <header>
        <h2>
          {subject} <SuggestionState {...suggestion} />
        </h2>
        <p className={styles.facts}>
          <span>
            {suggestionTypeLabel[type]}，{author.name}，
            <InstantText at={createdAt} />
          </span>
          <ReplyDue {...suggestion} /> <ClauseChip clause="三.6" />
        </p>
      </header>
      <p className={styles.words}>{content}</p>
      {can.change && (
        <div className={styles.buttons}>
          <Button onClick={() => setChanging(true)}>修改</Button>
        </div>
      )}
      {reply !== null && repliedAt && !rewording && (
        <section>
          <h3>经理的回复</h3>
          <p className={styles.words}>{reply}</p>
          <p className={styles.note}>
            {repliedBy?.name}，<InstantText at={repliedAt} />
          </p>
        </section>
      )}
      {can.reply && (reply === null || rewording) && (
        <ReplyForm suggestion={suggestion} onDone={() => setRewording(false)} />
      )}
      {can.adopt && !rewording && <Adopt suggestion={suggestion} onReword={() => setRewording(true)} />}
      {changing && <Change suggestion={suggestion} onClose={() => setChanging(false)} />}
    </article>
  )
}

function Adopt({ suggestion, onReword }: { suggestion: Suggestion; onReword: () => void }) {
  const { id, version, adopted } = suggestion
  const say = useUndo()
  const adopt = useCommand(
    () => client.suggestions.adopt({ params: { id }, body: { version, adopted: !adopted } }),
    {
      changes: changedBySuggestion,
      onDone: () => say({ text: adopted ? '不再采纳' : `已采纳，${suggestion.author.name}会收到` }),
    },
  )
  return (
    <section className={styles.step}>
      {adopt.error && <RefusalBox error={adopt.error} />}
      <div className={styles.buttons}>
        <Button
          {...(!adopted && { type: 'primary' })}
          loading={adopt.isPending}
          onClick={() => adopt.mutate()}
        >
          {adopted ? '取消采纳' : '采纳'}
        </Button>
        <Button onClick={onReword}>修改回复</Button>
      </div>
    </section>
  )
}

function Change({ suggestion, onClose }: { suggestion: Suggestion; onClose: () => void }) {
  const { id, version, type, subject, content } = suggestion
  const queryClient = useQueryClient()
  const { person } = useSession()
  const initial: SuggestionValues = { type, subject, content }
  const form = useProblemForm({
    initial,
    draft: { owner: person.id, key: `suggestion-${id}` },
    send: (values, idempotencyKey) =>
      client.suggestions.change({ params: { id }, body: { version, ...bodyOf(values) }, idempotencyKey }),
    onDone: () => {
      for (const module of changedBySuggestion) void queryClient.invalidateQueries({ queryKey: [module] })
      onClose()
    },
  })
  return (
    <FormDialog
      title="修改建议"
      form={form}
      verb="保存"
      stale="这条建议刚刚有变化，请关闭后看最新的再改。"
      onClose={onClose}
    >
      <SuggestionInputs form={form} />
    </FormDialog>
  )
}
