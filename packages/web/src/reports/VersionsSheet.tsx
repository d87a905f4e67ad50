import { useQuery } from '@tanstack/react-query'
import type { Report, ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { pairLines } from '@zhuowei/domain/reports/line-pairs.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { type client, read } from '../app/client.ts'
import { InstantText } from '../ui/DateText.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './VersionsSheet.module.css'

/** “看改了什么”: what every version changed, newest first; nothing that was submitted is ever lost. */
export function VersionsButton({ report }: { report: Report }) {
  const [open, setOpen] = useState(false)
  const phone = usePhone()
  return (
    <>
      <Button type="link" size="small" className={styles.open} onClick={() => setOpen(true)}>
        看改了什么
      </Button>
      {open && (
        <Sheet
          open
          title={`${report.date.slice(5)} ${report.subject}，历次版本`}
          placement={phone ? 'bottom' : 'right'}
          size={phone ? '85%' : 520}
          onClose={() => setOpen(false)}
        >
          <Versions id={report.id} />
        </Sheet>
      )}
    </>
  )
}

type Version = Awaited<ReturnType<typeof client.reports.versions>>[number]

function Versions({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(read('reports', 'versions', { params: { id } }))
  if (error && !data) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={6} />
  return (
    <ol className={styles.versions}>
      {data
        .map((version, place) => ({ version, place, before: data[place - 1] }))
        .toReversed()
        .map(({ version, place, before }) => (
          <li key={version.version}>
            <h3>
              第 {place + 1} 版，
              <InstantText at={version.at} /> {before ? '修改' : '提交'}
            </h3>
            {before ? <Changes before={before} after={version} /> : <First version={version} />}
          </li>
        ))}
    </ol>
  )
}

function First({ version }: { version: Version }) {
  const none = { ...version, description: [], result: [], issue: null }
  return <Changes before={none} after={version} first />
}

function Changes({ before, after, first = false }: { before: Version; after: Version; first?: boolean }) {
  const issue = (text: string | null): ReportLine[] => (text ? [{ text, ref: null, done: null }] : [])
  const boxes = [
    { label: reportFields.description, was: before.description, is: after.description },
    { label: reportFields.result, was: before.result, is: after.result },
    { label: '存在问题及计划', was: issue(before.issue), is: issue(after.issue) },
  ].map((box) => ({ ...box, changes: changesOf(box.was, box.is) }))
  const changed = boxes.filter(({ changes }) => changes.length > 0)
  if (changed.length === 0) return <p className={styles.same}>文字没有变化</p>
  return changed.map(({ label, changes }) => (
    <section key={label} className={styles.box}>
      <h4>{label}</h4>
      <ul>
        {changes.map(({ was, is }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and shown lines never move
          <li key={place}>
            {was && (
              <del>
                <span className="visually-hidden">原来：</span>
                {said(was)}
              </del>
            )}
            {is && (first ? <span>{said(is)}</span> : <ins>{said(is)}</ins>)}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function changesOf(was: readonly ReportLine[], is: readonly ReportLine[]) {
  return pairLines(was, is)
    .filter(({ before, after }) => before?.text !== after?.text || before?.done !== after?.done)
    .map(({ before, after }) => ({ was: before, is: after }))
}

const said = ({ text, done }: ReportLine) =>
  done === null ? text : `${text}（${done ? '已完成' : '没有完成'}）`
