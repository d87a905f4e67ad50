import { CheckCircleFilled, MinusCircleFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { Report, ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { reportFields, reportWords } from '@zhuowei/domain/clauses/prescribed.ts'
import { roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { specialReasonLabel, stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { ReportTasks } from '../app/ReportTasks.tsx'
import { useNow } from '../ui/clock.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { Portrait } from '../ui/Portrait.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { Decision } from './Decision.tsx'
import { LineSource } from './LineSource.tsx'
import styles from './ReportBody.module.css'
import { type BoxWords, boxesIn } from './report-boxes.ts'
import { stateTone } from './state-look.ts'
import { VersionsButton } from './VersionsSheet.tsx'
import { Support, WeeklyHalves } from './WeeklyParts.tsx'

/** A report as it is read: 14/24 and at most 560 wide, each fact with the way to its source. */
export function ReportBody({ report, position }: { report: Report; position?: string | undefined }) {
  const { author, state } = report
  const isOver = report.date < shanghaiDate(useNow())
  return (
    <ReportTasks report={report}>
      <article className={styles.report}>
        <header className={styles.head}>
          <Portrait name={author.name} size={36} />
          <div>
            <h2>
              {titleOf(report)}{' '}
              {state && !report.weekly && <StateTag tone={stateTone[state]}>{stateLabel[state]}</StateTag>}
            </h2>
            <p>
              {[author.name, roleLabel[author.role], author.region].filter(Boolean).join('，')}；
              {!report.weekly && (
                <>
                  <InstantText at={report.submittedAt} /> {report.autoSubmitted ? '到期自动提交' : '提交'}，
                </>
              )}
              {report.timeOption}
              {report.kind !== 'daily' &&
                report.kind !== 'trip' &&
                `，${report.from.slice(5)} 至 ${report.date.slice(5)}`}
              {report.revisedAt && (
                <>
                  ；<InstantText at={report.revisedAt} /> 改过，
                  <VersionsButton report={report} />
                </>
              )}
            </p>
            {report.weekly && <WeeklyHalves weekly={report.weekly} />}
          </div>
          {position && <span className={styles.position}>{position}</span>}
        </header>
        {report.specialReasonKind && (
          <div className={styles.reason}>
            <span>{reportWords.specialReason}</span>
            <strong>{specialReasonLabel[report.specialReasonKind]}</strong>
            {report.specialReason && <span>{report.specialReason}</span>}
            {report.can.rejectReason && report.obligationId && (
              <Decision kind="reject" obligationId={report.obligationId} />
            )}
          </div>
        )}
        {boxesIn(report).map((words) => (
          <Box
            key={words.box}
            words={words}
            lines={words.box === 'issue' ? [] : report[words.box]}
            text={words.box === 'issue' ? report.issue : null}
            closed={report.closedTasks}
          />
        ))}
        {report.weekly && <Support needs={report.support} />}
        {report.weekly && !report.weekly.summary && (
          <section className={styles.box}>
            <h3 className={styles.title}>{reportFields.result}</h3>
            <p className={styles.issue}>
              {isOver ? '还没写，这一周已经过去。' : '还没写，这一周的最后一个工作日起填写。'}
            </p>
          </section>
        )}
      </article>
    </ReportTasks>
  )
}

/** 11-20 星期五工作日报: of the others the subject names the period. */
export const titleOf = ({ kind, date, subject }: Pick<Report, 'kind' | 'date' | 'subject'>) =>
  kind === 'daily' ? `${date.slice(5)} ${subject}` : subject

interface BoxProps {
  words: BoxWords
  lines: readonly ReportLine[]
  /** Of a box that holds one text instead of lines. */
  text: string | null
  /** Tasks that the reader may not open. */
  closed: readonly string[]
}

function Box({ words: { box, label, prompt }, lines, text, closed }: BoxProps) {
  if (box === 'issue' && !text) return null
  return (
    <section className={styles.box}>
      <h3 className={styles.title}>
        {label} <span className={styles.prompt}>{prompt}</span>
      </h3>
      {text && <p className={styles.issue}>{text}</p>}
      {!text && lines.length === 0 && <p className={styles.issue}>无</p>}
      {lines.length > 0 && (
        <ol className={styles.lines} data-numbered={box === 'description'}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and shown lines never move
            <li key={`${index} ${line.text}`} className={styles.line}>
              <span>
                <Done done={line.done} /> {line.text}
                {line.issue && <em className={styles.why}>（{line.issue}）</em>}{' '}
                <small className={styles.source}>
                  <LineSource line={line} closed={closed} />
                </small>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Done({ done }: { done: boolean | null }) {
  if (done === null) return null
  return done ? (
    <CheckCircleFilled className={styles.done} aria-label="已完成" role="img" />
  ) : (
    <MinusCircleFilled className={styles.undone} aria-label="没有完成" role="img" />
  )
}

/** The reports of the same person before this one, with what was said about them. */
export function EarlierReports({ report }: { report: Report }) {
  if (report.earlier.length === 0) return null
  return (
    <section className={styles.box}>
      <h3 className={styles.title}>此前</h3>
      <ul>
        {report.earlier.map((one) => (
          <li key={one.id} className={styles.earlier}>
            <Link className={styles.date} to="/reports/$reportId" params={{ reportId: one.id }}>
              {report.kind === 'daily' ? <DateText date={one.date} /> : one.subject}
            </Link>
            <span className={styles.headline}>{one.headline}</span>
            <small className={styles.said}>
              {one.comment ? `已点评：${one.comment}` : one.read ? '已阅' : ''}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was said about it, and who has opened it. */
export function Comments({ report }: { report: Report }) {
  if (report.comments.length === 0 && report.readers.length === 0) return null
  return (
    <section className={styles.box}>
      <h3 className={styles.title}>
        点评
        <span className={styles.prompt}>
          {report.readers.map(({ id, name, at }) => (
            <span key={id}>
              {name} <InstantText at={at} /> 已阅
            </span>
          ))}
        </span>
      </h3>
      {report.comments.length === 0 && <p className={styles.issue}>还没有点评</p>}
      <ul>
        {report.comments.map(({ id, author, body, at }) => (
          <li key={id} className={styles.comment}>
            <Portrait name={author.name} />
            <div>
              <p>
                <strong>{author.name}</strong>{' '}
                <small className={styles.when}>
                  <InstantText at={at} />
                </small>
              </p>
              <p className={styles.issue}>{body}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
