import { stableId } from '../../../platform/ids.ts'
import { parseLines } from '../../../reports/lines.ts'
import { recordSuggestion, replyToSuggestion } from '../../../suggestions/commands.ts'
import { assignTask, createTask } from '../../../tasks/begin.ts'
import { acceptTask, completeTask, giveFeedback, sendTaskBack } from '../../../tasks/commands.ts'
import { announceOverdue } from '../../../tasks/overdue.ts'
import { answerVerbalReport, recordVerbalReport } from '../../../verbal-reports/commands.ts'
import { recordIncident } from '../../../verbal-reports/incidents.ts'
import { letUnansweredStand } from '../../../verbal-reports/stand.ts'
import { demoIncidents, demoSuggestions, demoTasks, demoToDos, demoVerbalReports } from '../assigned-work.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as, personId, type Stage } from '../stage/stage.ts'

/** 交办, to-dos, verbal reports with what came of them, and suggestions (§7). */
export function assignedWorkActs(quarter: Quarter): Act[] {
  return [...taskActs(quarter), ...toDoActs(quarter), ...verbalActs(quarter), ...suggestionActs(quarter)]
}

type When = readonly [date: string, time: string]
const idOf = (of: string, key: string) => stableId(`demo|${of}|${key}`)

function taskActs(quarter: Quarter): Act[] {
  const steps = demoTasks.flatMap((task): Act[] => {
    const { key, by, to, subject, description, due, from, feedback, returned, accepted } = task
    const id = idOf('task', key)
    const step = (name: string, when: When, play: (stage: Stage, at: Date) => Promise<unknown>): Act => {
      const at = quarter.at(...when)
      return { at, key: `task|${key}|${name}`, play: (stage) => play(stage, at) }
    }
    return [
      step('assigned', task.at, async (stage, at) => {
        const source = from ? await sentenceOf(stage, `${to}|${quarter.day(from)}`) : null
        const input = {
          ...{ subject, description, source, ownerId: personId(to), customerId: null },
          ...{ dueOn: quarter.day(due[0]), dueTime: due[1] },
        }
        return as(stage, by, at, (work) => assignTask(work, input, id))
      }),
      ...(feedback
        ? [
            step('feedback', feedback.at, (stage, at) =>
              as(stage, to, at, (work) => giveFeedback(work, id, { version: 1, body: feedback.body })),
            ),
          ]
        : []),
      ...(returned
        ? [
            step('returned', returned.at, (stage, at) =>
              as(stage, by, at, (work) => sendTaskBack(work, id, { version: 2, reason: returned.reason })),
            ),
          ]
        : []),
      ...(accepted
        ? [
            step('accepted', accepted, (stage, at) =>
              as(stage, by, at, (work) => acceptTask(work, id, { version: 2 })),
            ),
          ]
        : []),
    ]
  })
  const overdue = quarter.at('2026-11-20', '18:02')
  return [...steps, { at: overdue, key: 'task|overdue', play: ({ db }) => announceOverdue(db, overdue) }]
}

/** The report of that day and the first thing that was written in it. */
async function sentenceOf({ db, reports }: Stage, key: string) {
  const report = await db
    .selectFrom('reports')
    .select(['id', 'result'])
    .where('id', '=', reports.get(key) ?? '')
    .executeTakeFirstOrThrow()
  return { reportId: report.id, quote: parseLines(report.result)[0]?.text ?? '' }
}

function toDoActs(quarter: Quarter): Act[] {
  return demoToDos.flatMap(({ key, at: when, by, subject, due, doneAt }): Act[] => {
    const id = idOf('task', key)
    const at = quarter.at(...when)
    const input = {
      ...{ subject, description: null, customerId: null },
      ...{ dueOn: due ? quarter.day(due[0]) : null, dueTime: due?.[1] ?? null },
    }
    const written: Act = {
      at,
      key: `todo|${key}`,
      play: (stage) => as(stage, by, at, (work) => createTask(work, input, id)),
    }
    if (!doneAt) return [written]
    const done = quarter.at(...doneAt)
    const play = (stage: Stage) =>
      as(stage, by, done, (work) => completeTask(work, id, { version: 1, result: null }))
    return [written, { at: done, key: `todo|${key}|done`, play }]
  })
}

function verbalActs(quarter: Quarter): Act[] {
  const reports = demoVerbalReports.flatMap(({ key, at: when, by, of, topic, answer, stands }): Act[] => {
    const id = idOf('verbal-report', key)
    const at = quarter.at(...when)
    const input = { occurredAt: null, topic, customerId: null, personId: of ? personId(of) : null }
    const answeredAt = answer && quarter.at(...answer.at)
    const standsFrom = stands && quarter.at(stands, '00:01')
    return [
      {
        at,
        key: `verbal|${key}`,
        play: (stage) => as(stage, by, at, (work) => recordVerbalReport(work, input, id)),
      },
      ...(answeredAt
        ? [
            {
              at: answeredAt,
              key: `verbal|${key}|answer`,
              play: (stage: Stage) =>
                as(stage, 'anpeizhi', answeredAt, (work) => answerVerbalReport(work, id, answer.heard)),
            },
          ]
        : []),
      ...(standsFrom
        ? [
            {
              at: standsFrom,
              key: `verbal|${key}|stands`,
              play: ({ db }: Stage) => letUnansweredStand(db, standsFrom),
            },
          ]
        : []),
    ]
  })
  const incidents = demoIncidents.map(({ key, at: when, by, of, happened, content, report }): Act => {
    const at = quarter.at(...when)
    const input = {
      ...{ content, customerId: null, occurredAt: quarter.at(...happened).toISOString() },
      personId: of === by ? null : personId(of),
      verbalReportId: report && idOf('verbal-report', report),
    }
    return {
      at,
      key: `incident|${key}`,
      play: (stage) => as(stage, by, at, (work) => recordIncident(work, input, idOf('incident', key))),
    }
  })
  return [...reports, ...incidents]
}

function suggestionActs(quarter: Quarter): Act[] {
  return demoSuggestions.flatMap(({ key, at: when, by, type, subject, content, reply }): Act[] => {
    const id = idOf('suggestion', key)
    const at = quarter.at(...when)
    const made: Act = {
      at,
      key: `suggestion|${key}`,
      play: (stage) => as(stage, by, at, (work) => recordSuggestion(work, { type, subject, content }, id)),
    }
    if (!reply) return [made]
    const repliedAt = quarter.at(...reply.at)
    const play = (stage: Stage) =>
      as(stage, 'anpeizhi', repliedAt, (work) =>
        replyToSuggestion(work, id, { version: 1, reply: reply.reply, adopted: reply.adopted }),
      )
    return [made, { at: repliedAt, key: `suggestion|${key}|reply`, play }]
  })
}
