import type { DraftContent, ReportLine } from '@zhuowei/contract/report-shapes.ts'
import type { Writing } from '../../../platform/http/implement.ts'
import { commentOnReport } from '../../../reports/comment.ts'
import { knownFacts } from '../../../reports/day-facts.ts'
import { markReportsRead } from '../../../reports/read-marks.ts'
import { saveDraft } from '../../../reports/save-draft.ts'
import { ownDay } from '../../../reports/slots.ts'
import { submitReport } from '../../../reports/submit.ts'
import type { DemoReport } from '../daily-reports.ts'
import type { Quarter } from '../quarter.ts'
import type { DemoReading } from '../reading.ts'
import { type Act, activityId, as, divisionId, type Stage } from '../stage/stage.ts'

/** Daily reports are written from the facts of the day, read and commented on. */
export function reportActs(
  quarter: Quarter,
  reports: readonly DemoReport[],
  readings: readonly DemoReading[],
): Act[] {
  return [
    ...reports.flatMap((report) => {
      const { at, key } = report
      return at
        ? [{ at, key: `report|${key}`, play: (stage: Stage) => write(stage, report, at, quarter) }]
        : []
    }),
    ...readings.flatMap(({ key, reader, at, reports: read, comments }): Act[] => [
      {
        at,
        key: `read|${key}`,
        play: (stage) =>
          as(stage, reader, at, (work) =>
            markReportsRead(
              work,
              read.map((one) => idOf(stage, one)),
            ),
          ),
      },
      ...comments.map(
        ({ report, at: later, body }): Act => ({
          at: later,
          key: `comment|${reader}|${report}`,
          play: (stage) =>
            as(stage, reader, later, (work) => commentOnReport(work, idOf(stage, report), body)),
        }),
      ),
    ]),
  ]
}

async function write(stage: Stage, report: DemoReport, at: Date, quarter: Quarter): Promise<void> {
  const id = await as(stage, report.who, at, async (work) => {
    const content = await contentOf(work, report, quarter)
    const slot = await ownDay(work, report.date)
    if (report.how !== 'left_as_draft') return submitReport(work, slot, content)
    return (await saveDraft(work, slot, content)).id
  })
  stage.reports.set(report.key, id)
}

/** As somebody would leave the editor: the prefilled facts, what was done besides, and each planned line ticked. */
async function contentOf(
  { db, actor }: Writing,
  report: DemoReport,
  quarter: Quarter,
): Promise<DraftContent> {
  const facts = await knownFacts(db, { divisionId, personId: actor.id, date: report.date }, quarter.calendar)
  const planned = report.plan.map(({ text, promisedBy, done }): ReportLine => {
    return { text, ref: promisedBy ? { type: 'visit', id: activityId(promisedBy) } : null, done }
  })
  const carried = facts
    .filter(({ line }) => line.leftFrom && !planned.some(({ ref }) => ref && ref.id === line.ref?.id))
    .map(({ line }): ReportLine => ({ ...line, done: true }))
  const happened = facts.filter(({ box }) => box === 'result').map(({ line }) => line)
  const told = [...carried.map(({ text }) => `补上昨天的事：${text}`), ...report.told]
  const result = [...happened, ...told.map((text): ReportLine => ({ text, ref: null, done: null }))]
  return {
    version: 0,
    description: [...carried, ...planned],
    result: result.length > 0 || report.issue ? result : [{ text: '按计划完成。', ref: null, done: null }],
    issue: report.issue,
    specialReasonKind: report.reason?.kind ?? null,
    specialReason: report.reason?.text ?? null,
  }
}

function idOf({ reports }: Stage, key: string): string {
  const id = reports.get(key)
  if (!id) throw new Error(`no report ${key}`)
  return id
}
