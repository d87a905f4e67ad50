import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { AgendaItem } from '@zhuowei/contract/tasks.ts'
import { endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { taskGroupOf, taskGroups } from '@zhuowei/domain/tasks/task.ts'
import { listNextSteps } from '../activities/queries.ts'
import { openActionItemsOf } from '../meetings/action-items.ts'
import type { Reading } from '../platform/http/implement.ts'
import { openTasksOf } from './open-tasks.ts'

type Entry = Omit<OnServer<AgendaItem>, 'group'>

/** Whatever gives a person something to do brings its entries here; each is one statement. */
const sources: readonly ((reading: Reading) => Promise<Entry[]>)[] = [ownTasks, nextSteps, actionItems]

/** Everything that this person has to do, from all sources, in the order in which it is due. */
export async function agendaOf(reading: Reading): Promise<{ items: OnServer<AgendaItem>[] }> {
  const entries = (await Promise.all(sources.map((source) => source(reading)))).flat()
  const items = entries.map((entry) => ({ ...entry, group: groupOf(entry, reading.now) }))
  return {
    items: items.toSorted(
      (one, other) =>
        taskGroups.indexOf(one.group) - taskGroups.indexOf(other.group) ||
        (one.dueAt?.getTime() ?? Number.MAX_VALUE) - (other.dueAt?.getTime() ?? Number.MAX_VALUE),
    ),
  }
}

/** What was reported waits for somebody else, however late it is. */
const groupOf = ({ state, dueAt }: Entry, now: Date) =>
  state === 'reported' ? ('waiting' as const) : taskGroupOf(dueAt, now)

async function ownTasks({ db, actor }: Reading): Promise<Entry[]> {
  const tasks = await openTasksOf(db, actor.id).execute()
  return tasks.map(
    ({ id, kind, subject, description, dueAt, version, state, assignerName, customerName }) => ({
      key: `task:${id}`,
      kind,
      title: subject,
      facts: [assignerName && `${assignerName}交办`, customerName, description].filter(Boolean).join('，'),
      dueAt,
      to: null,
      taskId: id,
      state,
      complete: kind === 'general' ? { of: 'task' as const, id, version } : null,
    }),
  )
}

/** 六.2.3)③ what was promised to customers. */
async function nextSteps(reading: Reading): Promise<Entry[]> {
  if (reading.actor.role === 'gm') return []
  const steps = await listNextSteps(reading, undefined)
  return steps.map(({ activityId, customer, nextStep, nextOn }) => ({
    key: `step:${activityId}`,
    kind: 'next_step' as const,
    title: nextStep,
    facts: customer.name,
    dueAt: endOfDay(nextOn),
    to: `/activities/${activityId}`,
    taskId: null,
    state: null,
    complete: { of: 'next_step' as const, id: activityId },
  }))
}

/** 四.1.1)① what is left over from the meetings; it is closed where its words stand. */
async function actionItems({ db, actor }: Reading): Promise<Entry[]> {
  const items = await openActionItemsOf(db, actor).execute()
  return items.map(({ id, body, dueOn, meetingNumber, meetingTitle, carryCount }) => ({
    key: `action:${id}`,
    kind: 'action_item' as const,
    title: body,
    facts: [`${meetingNumber} ${meetingTitle}`, carryCount > 0 && `结转 ${carryCount} 次`]
      .filter(Boolean)
      .join('，'),
    dueAt: endOfDay(dueOn),
    to: `/meetings/action-items?open=${id}`,
    taskId: null,
    state: null,
    complete: null,
  }))
}
