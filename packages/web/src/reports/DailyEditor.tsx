import { useQuery } from '@tanstack/react-query'
import type { OpenedDaily, Report } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday, deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { unfinished } from '@zhuowei/domain/reports/daily-draft.ts'
import { useState } from 'react'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { usePhone } from '../ui/useMedia.ts'
import { ConfirmFiling, unsaidIn } from './ConfirmFiling.tsx'
import styles from './Editor.module.css'
import { EditorAside } from './EditorAside.tsx'
import { EditorFrame } from './EditorFrame.tsx'
import { Heading } from './EditorParts.tsx'
import { IssueBox } from './IssueBox.tsx'
import { dailyKeeper } from './keepers.ts'
import { LinesBox } from './LinesBox.tsx'
import { missingIn } from './missing.ts'
import { type DraftLine, withFact } from './report-draft.ts'
import { useReportDraft } from './useReportDraft.ts'

interface DailyEditorProps {
  opened: OpenedDaily
  onBack: () => void
  onSubmitted: (report: Report) => void
}

/** 五.1.2)① the card of the regulation: 任务主题, 时间选项, 任务描述, 完成情况; written from the day's facts, saved as it is typed. */
export function DailyEditor({ opened, onBack, onSubmitted }: DailyEditorProps) {
  const { person } = useSession()
  const phone = usePhone()
  const now = useNow()
  const work = useReportDraft(dailyKeeper(opened), person.id, onSubmitted)
  const { draft, change } = work
  const { data: mine } = useQuery(read('reports', 'mine', { query: { limit: 5 } }))
  const [asking, setAsking] = useState(false)
  const early = tooEarly(opened, now)
  const unsaid = unsaidIn(draft).length
  const file = () => (early || unsaid > 0 ? setAsking(true) : work.submit())
  return (
    <EditorFrame
      title="日报"
      subject={opened.subject}
      timeOption={opened.timeOption}
      owed="daily"
      work={work}
      missing={(needsReason) => missingIn(draft, needsReason)}
      onSubmit={file}
      filled={unsaid > 0 ? `${unsaid} 项还没说完成没有` : undefined}
      onBack={onBack}
      aside={
        <EditorAside
          opened={opened}
          draft={draft}
          onWrite={(fact) => change((before) => withFact(before, fact))}
          mine={mine}
        />
      }
    >
      <div className={styles.cards}>
        {!phone && <Heading opened={opened} period={dateWithWeekday(opened.date)} />}
        <LinesBox
          box="description"
          label={reportFields.description}
          prompt={opened.prompts.description}
          note="点圆圈说明完成没有"
          work={work}
          checks
        />
        <LinesBox
          box="result"
          label={reportFields.result}
          prompt={opened.prompts.result}
          note={factNote(opened)}
          timeOf={(line) => timeOfFact(opened, line)}
          work={work}
        >
          <IssueBox work={work} open={unfinished(draft.description)} />
        </LinesBox>
      </div>
      {asking && (
        <ConfirmFiling
          draft={draft}
          early={early}
          onClose={() => setAsking(false)}
          onFile={(said) => {
            setAsking(false)
            work.submit(said)
          }}
        />
      )}
    </EditorFrame>
  )
}

/** In the morning of the day itself most of it has not happened yet. */
function tooEarly({ date, deadline }: OpenedDaily, now: Date): string | null {
  if (!deadline.owed || date !== shanghaiDate(now) || shanghaiTime(now) >= '12:00') return null
  const until = deadline.dueAt ? `正常截止 ${deadlineText(new Date(deadline.dueAt), date)}，` : ''
  return `${until}填齐的草稿到时自动提交；现在交了，之后的拜访要另外补进。`
}

function factNote({ facts }: OpenedDaily): string | undefined {
  const written = facts.filter(({ box }) => box === 'result').length
  return written > 0 ? `${written} 条当天事实，可改可删` : undefined
}

function timeOfFact({ facts }: OpenedDaily, { ref }: DraftLine): string | undefined {
  const at = ref && facts.find(({ line }) => line.ref?.id === ref.id && line.ref.type === ref.type)?.at
  return at ? shanghaiTime(new Date(at)) : undefined
}
