import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { lazy, type ReactNode, Suspense, useRef } from 'react'

const SentencesToTasks = lazy(() =>
  import('../tasks/SentencesToTasks.tsx').then((module) => ({ default: module.SentencesToTasks })),
)

interface ReportTasksProps {
  report: Pick<Report, 'id' | 'author'>
  children: ReactNode
}

/** Around the body of a report: a sentence of it becomes a task, and what became of its sentences stands below. */
export function ReportTasks({ report, children }: ReportTasksProps) {
  const body = useRef<HTMLDivElement>(null)
  return (
    <div ref={body} style={{ position: 'relative' }}>
      {children}
      <Suspense fallback={null}>
        <SentencesToTasks key={report.id} report={report} body={body} />
      </Suspense>
    </div>
  )
}
