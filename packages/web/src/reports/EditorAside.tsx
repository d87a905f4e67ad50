import { Link } from '@tanstack/react-router'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { OpenedDaily } from '@zhuowei/contract/report-shapes.ts'
import type { reportsApi } from '@zhuowei/contract/reports.ts'
import { shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { clauseById } from '@zhuowei/domain/clauses/regulation-text.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { InstantText } from '../ui/DateText.tsx'
import { Dot } from '../ui/Dot.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Portrait } from '../ui/Portrait.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './EditorAside.module.css'
import { RecentStrip } from './RecentStrip.tsx'
import { titleOf } from './ReportBody.tsx'
import { type Fact, factKey, hasFact, type ReportDraft } from './report-draft.ts'

interface EditorAsideProps {
  opened: OpenedDaily
  draft: ReportDraft
  onWrite: (fact: Fact) => void
  mine: Reply<typeof reportsApi.mine> | undefined
}

/** Beside the editor: what the system knows of the day, what the manager said last, how the last weeks went, the text itself. */
export function EditorAside({ opened, draft, onWrite, mine }: EditorAsideProps) {
  const phone = usePhone()
  const now = useNow()
  const left = opened.facts.filter((fact) => !hasFact(draft, fact))
  const { owed, graceAt } = opened.deadline
  // The list of those who are missing is made once, right after the last deadline.
  const listed = owed && graceAt !== null && isMet(new Date(graceAt), now)
  if (phone && left.length === 0) return null
  return (
    <div className={styles.aside}>
      <Panel title="当天事实" note={`${dateWithWeekday(opened.date)}，${opened.facts.length} 条`}>
        <Facts facts={phone ? left : opened.facts} draft={draft} onWrite={onWrite} />
      </Panel>
      {!phone && (
        <>
          <LastGuidance mine={mine} />
          {mine && (
            <Panel title="我的日报" note="近 20 个工作日">
              <RecentStrip recent={mine.recent} own />
            </Panel>
          )}
          <Panel title="制度原文" extra={<ClauseChip clause="五.1.3)②" />}>
            <p className={styles.clause}>{clauseById('五.1.3)②').text}</p>
            <p className={styles.reading}>
              “第二天”按工作日历读作下一个工作日 <ClauseChip clause="系统默认" dashed />
            </p>
          </Panel>
          <Panel title="提交后">
            <ul className={styles.after}>
              {opened.reader && (
                <li>
                  进入{opened.reader.name}的未读{listed && '，09:05 不列入未填名单'}
                </li>
              )}
              {opened.facts.some(({ line }) => line.ref?.type === 'grade_change') && (
                <li>客户等级变化标为“已体现”</li>
              )}
              <li>没有完成的计划带入下一份日报，标“上次未完成”</li>
              <li>之后的修改另存为版本，不改变按时与否</li>
            </ul>
          </Panel>
        </>
      )}
    </div>
  )
}

function Facts({
  facts,
  draft,
  onWrite,
}: { facts: readonly Fact[] } & Pick<EditorAsideProps, 'draft' | 'onWrite'>) {
  if (facts.length === 0)
    return <p className={styles.none}>当天没有拜访、新客户和等级变化。记下拜访，日报就写好了。</p>
  return (
    <ol className={styles.facts}>
      {facts.map((fact) => {
        const included = hasFact(draft, fact)
        return (
          <li key={factKey(fact)}>
            <Dot tone={included ? 'green' : 'grey'} />
            <span className={styles.time}>
              {fact.at ? shanghaiTime(new Date(fact.at)) : fact.group ? '以后' : '计划'}
            </span>
            <span className={styles.text} title={fact.line.text}>
              {fact.line.text}
            </span>
            {included ? (
              <small>已写入</small>
            ) : (
              <button type="button" onClick={() => onWrite(fact)}>
                写入
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function LastGuidance({ mine }: Pick<EditorAsideProps, 'mine'>) {
  const commented = mine?.items.find(({ lastComment }) => lastComment !== null)
  if (!commented?.lastComment) return null
  const { author, body, at } = commented.lastComment
  return (
    <Panel
      title="最近点评"
      extra={
        <Link to="/reports/$reportId" params={{ reportId: commented.id }}>
          看这篇
        </Link>
      }
    >
      <div className={styles.guidance}>
        <Portrait name={author.name} />
        <div>
          <p>
            <strong>{author.name}</strong>{' '}
            <small>
              {titleOf(commented)}，
              <InstantText at={at} />
            </small>
          </p>
          <p>{body}</p>
        </div>
      </div>
    </Panel>
  )
}
