import { useQuery } from '@tanstack/react-query'
import type { Report, ReportLine } from '@zhuowei/contract/report-shapes.ts'
import type { ReportKind } from '@zhuowei/domain/reports/kinds.ts'
import { pairLines } from '@zhuowei/domain/reports/line-pairs.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { type client, read } from '../app/client.ts'
import { InstantText } from '../ui/DateText.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { titleOf } from './ReportBody.tsx'
import { type Box, reportBoxes } from './report-boxes.ts'
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
          title={`${titleOf(report)}，历次版本`}
          placement={phone ? 'bottom' : 'right'}
          size={phone ? '85%' : 520}
          onClose={() => setOpen(false)}
        >
          <Versions report={report} />
        </Sheet>
      )}
    </>
  )
}

type Version = Awaited<ReturnType<typeof client.reports.versions>>[number]

function Versions({ report: { id, kind } }: { report: Report }) {
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
            {before ? (
              <Changes kind={kind} before={before} after={version} />
            ) : (
              <First kind={kind} version={version} />
            )}
          </li>
        ))}
    </ol>
  )
}

function First({ kind, version }: { kind: ReportKind; version: Version }) {
  const none = { ...version, description: [], result: [], issue: null, support: [] }
  return <Changes kind={kind} before={none} after={version} first />
}

interface ChangesProps {
  kind: ReportKind
  before: Version
  after: Version
  first?: boolean
}

function Changes({ kind, before, after, first = false }: ChangesProps) {
  const boxes = [
    ...reportBoxes[kind].map(({ box, label }) => ({
      label,
      was: linesIn(before, box),
      is: linesIn(after, box),
    })),
    { label: '需要支持和资源', was: asked(before), is: asked(after) },
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

const plain = (text: string): ReportLine => ({ text, ref: null, done: null })

const linesIn = (version: Version, box: Box): ReportLine[] =>
  box === 'issue' ? (version.issue ? [plain(version.issue)] : []) : version[box]

const asked = ({ support }: Version) => support.map(({ body }) => plain(body))

function changesOf(was: readonly ReportLine[], is: readonly ReportLine[]) {
  return pairLines(was, is)
    .filter(({ before, after }) => saidOf(before) !== saidOf(after))
    .map(({ before, after }) => ({ was: before, is: after }))
}

const said = ({ text, done, issue }: ReportLine) =>
  done === null ? text : `${text}（${done ? '已完成' : '没有完成'}${issue ? `：${issue}` : ''}）`

const saidOf = (line: ReportLine | null) => line && said(line)
