import { DownloadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { urlOf } from '@zhuowei/contract/client.ts'
import { exportsApi, type RegisteredExport } from '@zhuowei/contract/exports.ts'
import { type ExportState, exportedText, exportStateLabel } from '@zhuowei/domain/exports/export.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { InstantText } from '../ui/DateText.tsx'
import { FormField } from '../ui/FormField.tsx'
import { isComposing } from '../ui/ime.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './ExportsPage.module.css'

const tones: Record<ExportState, Tone> = {
  waiting: 'amber',
  refused: 'red',
  queued: 'brand',
  ready: 'green',
  expired: 'grey',
  failed: 'red',
}

const changes = ['exports', 'today', 'notifications']

/** Who takes what for which purpose, who allowed it, and what can be done now. */
export function ExportRow({ one, isOpen }: { one: RegisteredExport; isOpen: boolean }) {
  const [refusing, setRefusing] = useState(false)
  return (
    <li data-open={isOpen} aria-current={isOpen || undefined}>
      <div className={styles.what}>
        <p>
          <strong>{one.purpose}</strong>
          <StateTag tone={tones[one.state]}>{exportStateLabel[one.state]}</StateTag>
        </p>
        <p>
          {exportedText(one.of, one.rows, one.withContacts)}，{one.words}
        </p>
        <small>
          {one.requestedBy.name} <InstantText at={one.requestedAt} />
          <Decision one={one} />
          <Taken one={one} />
        </small>
        {refusing && <Refuse one={one} onClose={() => setRefusing(false)} />}
      </div>
      {!refusing && <Verbs one={one} onRefuse={() => setRefusing(true)} />}
    </li>
  )
}

function Decision({ one }: { one: RegisteredExport }) {
  const { state, decidedBy, decidedAt, refusal, approvalReason, approver } = one
  if (state === 'waiting') return `；${approvalReason}，等${approver}批准`
  if (!decidedBy || !decidedAt) return null
  return (
    <>
      ；{decidedBy.name}
      {refusal ? '没有批准' : '批准'} <InstantText at={decidedAt} />
      {refusal && `：${refusal}`}
    </>
  )
}

function Taken({ one: { state, expiresAt, downloads, fileHash } }: { one: RegisteredExport }) {
  if (!fileHash) return null
  return (
    <>
      ；{downloads > 0 ? `下载 ${downloads} 次` : '没有下载过'}
      {state === 'ready' && expiresAt && (
        <>
          ，文件生成后 24 小时内有效，
          <InstantText at={expiresAt} /> 过期
        </>
      )}
      <span title={`文件校验码 ${fileHash}`}>；校验码 {fileHash.slice(0, 8)}</span>
    </>
  )
}

function Verbs({ one, onRefuse }: { one: RegisteredExport; onRefuse: () => void }) {
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const approve = useCommand(
    () => client.exports.approve({ params: { id: one.id }, body: { version: one.version } }),
    { changes, onDone: () => say({ text: `批准了${one.requestedBy.name}的导出` }) },
  )
  if (approve.error) return <RefusalBox error={approve.error} />
  if (one.can.decide) {
    return (
      <div className={styles.verbs}>
        <Button
          size="small"
          type="primary"
          loading={approve.isPending}
          aria-label={`批准：${one.purpose}`}
          onClick={() => approve.mutate()}
        >
          批准
        </Button>
        <Button size="small" aria-label={`不批准：${one.purpose}`} onClick={onRefuse}>
          不批准
        </Button>
      </div>
    )
  }
  if (!one.can.download || one.requestedBy.id !== person.id) return null
  return (
    <div className={styles.verbs}>
      <Button
        size="small"
        type="primary"
        icon={<DownloadOutlined />}
        aria-label={`下载：${one.purpose}`}
        href={urlOf(exportsApi.file, { params: { id: one.id } })}
        download
        // The count of downloads has grown when the person looks again.
        onClick={() => setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['exports'] }), 1500)}
      >
        下载
      </Button>
    </div>
  )
}

function Refuse({ one, onClose }: { one: RegisteredExport; onClose: () => void }) {
  const say = useUndo()
  const refuse = useCommand(
    (reason: string) =>
      client.exports.refuse({ params: { id: one.id }, body: { version: one.version, reason } }),
    { changes },
  )
  const form = useProblemForm({
    initial: { reason: '' },
    send: ({ reason }) => refuse.mutateAsync(reason),
    onDone: () => {
      say({ text: `没有批准${one.requestedBy.name}的导出` })
      onClose()
    },
  })
  return (
    <form
      className={styles.refuse}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <FormField form={form} name="reason" label="理由" prompt={`${one.requestedBy.name}会看到`} required>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={200}
            onChange={({ target }) => form.set('reason', target.value)}
          />
        )}
      </FormField>
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
      <p>
        <Button type="primary" danger htmlType="submit" loading={form.submitting}>
          不批准
        </Button>
        <Button onClick={onClose}>返回</Button>
      </p>
    </form>
  )
}
