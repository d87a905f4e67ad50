import type { OpenedTrip } from '@zhuowei/contract/period-reports.ts'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { useSession } from '../app/session.ts'
import { usePhone } from '../ui/useMedia.ts'
import styles from './Editor.module.css'
import { EditorFrame } from './EditorFrame.tsx'
import { Heading } from './EditorParts.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { tripKeeper } from './keepers.ts'
import { LinesBox } from './LinesBox.tsx'
import { missingInTrip } from './missing.ts'
import { withFact } from './report-draft.ts'
import { TripFactsList } from './TripFactsList.tsx'
import { useReportDraft } from './useReportDraft.ts'

interface TripEditorProps {
  opened: OpenedTrip
  onBack: () => void
  onSubmitted: (report: Report) => void
}

/** 五.4.2)① 工作内容 assembled from the trip's visits by day, then 出差效果，存在问题及下一步计划. */
export function TripEditor({ opened, onBack, onSubmitted }: TripEditorProps) {
  const { person } = useSession()
  const phone = usePhone()
  const work = useReportDraft(tripKeeper(opened), person.id, onSubmitted)
  const { draft, change } = work
  const { trip } = opened
  const { description, result } = reportForms.trip
  return (
    <EditorFrame
      title="出差报告"
      subject={opened.subject}
      timeOption={phone ? trip.place : opened.timeOption}
      owed="trip"
      work={work}
      missing={(needsReason) => missingInTrip(draft, needsReason)}
      onBack={onBack}
      aside={
        <FactsPanel
          title="途中事实"
          facts={opened.facts}
          draft={draft}
          onWrite={(facts) => change((before) => facts.reduce(withFact, before))}
          empty="这几天没有记下拜访。补记拜访，工作内容就写好了。"
        />
      }
    >
      <div className={styles.cards}>
        {!phone && (
          <Heading
            opened={{ ...opened, timeOption: '无（出差不设时间选项）' }}
            period={`${dateWithWeekday(trip.from)} 至 ${dateWithWeekday(trip.to)}`}
          />
        )}
        <TripFactsList trip={trip} facts={opened.facts} />
        <LinesBox box="description" label={description} prompt="按天列出，途中的拜访已写入" work={work} />
        <LinesBox box="result" label={result} prompt="约定的下一步已写入，效果和问题自己写" work={work} />
      </div>
    </EditorFrame>
  )
}
