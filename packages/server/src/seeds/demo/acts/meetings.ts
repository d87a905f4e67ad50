import { addDays, atShanghai, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { nextWorkingDay } from '@zhuowei/domain/calendar/working-days.ts'
import { addActionItem, closeActionItem } from '../../../meetings/action-items.ts'
import { confirmClauses, confirmMinutes } from '../../../meetings/confirm.ts'
import { conveneMeeting, proposeMeeting } from '../../../meetings/convene.ts'
import { keepAgendas } from '../../../meetings/keep-agendas.ts'
import { planSeries } from '../../../meetings/plan-series.ts'
import { publishMinutes } from '../../../meetings/publish-minutes.ts'
import { endMeeting, startMeeting } from '../../../meetings/run.ts'
import { signIn } from '../../../meetings/sign-in.ts'
import { addLine } from '../../../meetings/write-minutes.ts'
import type { Writing } from '../../../platform/http/implement.ts'
import { stableId } from '../../../platform/ids.ts'
import { decideRequest } from '../../../support-requests/decide-request.ts'
import { atWork, covers, type DemoAbsence } from '../absences.ts'
import { reporters, type Username } from '../cast.ts'
import type { DemoCustomer } from '../customers.ts'
import {
  type DemoOccasional,
  type DemoWeek,
  demoAnswers,
  demoOccasional,
  demoQueueAnswer,
  demoWeeks,
} from '../meetings.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as, customerId, personId } from '../stage/stage.ts'

interface World {
  quarter: Quarter
  absences: readonly DemoAbsence[]
  customers: readonly DemoCustomer[]
}

/** 四: eleven weekly meetings with minutes and what was left over, one occasional meeting of each form, and one that is proposed. */
export function meetingActs(world: World): Act[] {
  const { quarter } = world
  const mondays = Array.from({ length: 12 }, (_, week) => addDays(quarter.day('2026-09-07'), week * 7))
  return [
    ...mondays.map((date): Act => {
      const at = new Date(atShanghai(date, '00:00').getTime() + 60_000)
      return { at, key: `meetings|${date}`, play: ({ db }) => planSeries(db, at) }
    }),
    ...demoWeeks.flatMap((week) => weekly(world, week)),
    ...demoOccasional.flatMap((meeting) => occasional(world, meeting)),
    proposal(quarter),
    queueAnswer(quarter),
  ]
}

function weekly(world: World, week: DemoWeek): Act[] {
  const { quarter } = world
  const date = quarter.day(week.date)
  const key = `meeting|${date}`
  const at = (time: string) => atShanghai(date, time)
  const clerk: Username = atWork('hengli', date, world.absences, quarter) ? 'hengli' : 'ximeng'
  const here = reporters.filter((who) => who !== week.late && takesPart(who, date, world))
  const nine = at('09:00')
  const step = (
    time: string,
    name: string,
    who: Username,
    play: (work: Writing, id: string) => Promise<unknown>,
  ) => act(key, at(time), name, who, async (work) => play(work, await weeklyId(work, date)))
  return [
    { at: nine, key: `${key}|agenda`, play: ({ db }) => keepAgendas(db, nine) },
    ...here.map((who) => step('09:25', `in|${who}`, who, (work, id) => signIn(work, id, {}))),
    step('09:30', 'start', clerk, async (work, id) => startMeeting(work, id, await versionOf(work, id))),
    step('09:50', 'answers', 'anpeizhi', (work, id) => answerAll(work, id)),
    act(key, at('11:40'), 'gm-answers', 'lin', answerManager),
    ...week.minutes.map((body, index) =>
      step('10:00', `line|${index}`, clerk, (work, meetingId) =>
        addLine(work, meetingId, { agendaItemId: null, after: null, body }),
      ),
    ),
    ...week.items.flatMap((item, index) => {
      const id = stableId(`demo|action-item|${week.date}|${index}`)
      const { body, owner, due, done } = item
      const dueOn = quarter.day(due)
      return [
        step('10:10', `item|${index}`, clerk, (work, meetingId) =>
          addActionItem(work, { meetingId, body, ownerId: personId(owner), dueOn }, id),
        ),
        ...(done
          ? [
              act(key, quarter.at(done[0], done[1]), `done|${index}`, owner, async (work) => {
                const { version } = await work.db
                  .selectFrom('actionItems')
                  .select('version')
                  .where('id', '=', id)
                  .executeTakeFirstOrThrow()
                return closeActionItem(work, id, { version, outcome: 'done', note: done[2] })
              }),
            ]
          : []),
      ]
    }),
    step('10:20', 'end', clerk, async (work, id) => endMeeting(work, id, await versionOf(work, id))),
    step('11:00', 'publish', clerk, async (work, id) => publishMinutes(work, id, await versionOf(work, id))),
    ...reporters
      .filter((who) => who !== clerk && !here.includes(who) && isEmployed(who, date, quarter))
      .map((who) => {
        const back = backOn(who, date, world)
        return act(key, atShanghai(back, '09:12'), `confirm|${who}`, who, async (work) => {
          const id = await weeklyId(work, date)
          return confirmMinutes(work, id)
        })
      }),
  ]
}

/** On a trip one takes part from afar; on leave not. */
function takesPart(who: Username, date: PlainDate, { quarter, absences }: World): boolean {
  if (!isEmployed(who, date, quarter)) return false
  return !absences.some(
    (one) => one.who === who && one.kind === 'leave' && one.portion !== 'pm' && covers(one, date),
  )
}

const isEmployed = (who: Username, date: PlainDate, quarter: Quarter) => atWork(who, date, [], quarter)

/** The next working day on which he is there. */
function backOn(who: Username, date: PlainDate, { quarter, absences }: World): PlainDate {
  let day = nextWorkingDay(quarter.calendar, date)
  while (!atWork(who, day, absences, quarter)) day = nextWorkingDay(quarter.calendar, day)
  return day
}

function occasional(world: World, story: DemoOccasional): Act[] {
  const { quarter, customers } = world
  const { key: name, by, of, meeting, held, came, minutes, confirmed } = story
  const key = `meeting|${name}`
  const id = stableId(`demo|${key}`)
  const [date, from, to] = held
  const customer = customers.find(({ owner }) => owner === of)
  const invited = reporters.filter((who) => isEmployed(who, quarter.day(date), quarter) && who !== 'kulun')
  const read = invited.filter(
    (who) => !came.includes(who) && who !== 'hengli' && story.confirmed.length === 0,
  )
  const step = (time: string, what: string, who: Username, play: (work: Writing) => Promise<unknown>) =>
    act(key, quarter.at(date, time), what, who, play)
  return [
    act(key, quarter.at(...story.at), 'convene', by, (work) =>
      conveneMeeting(
        work,
        {
          ...meeting,
          startsAt: quarter.at(date, from).toISOString(),
          attendeeIds: invited.map(personId),
          customerIds: customer ? [customerId(customer.name)] : [],
        },
        id,
      ),
    ),
    step(from, 'start', 'anpeizhi', async (work) => startMeeting(work, id, await versionOf(work, id))),
    ...came.map((who) => step(from, `in|${who}`, who, (work) => signIn(work, id, {}))),
    ...minutes.map((body, index) =>
      step(to, `line|${index}`, 'hengli', (work) =>
        addLine(work, id, { agendaItemId: null, after: null, body }),
      ),
    ),
    step(to, 'z-end', 'anpeizhi', async (work) => endMeeting(work, id, await versionOf(work, id))),
    step('17:20', 'publish', 'hengli', async (work) => publishMinutes(work, id, await versionOf(work, id))),
    ...confirmed.map((who) => step('17:30', `clauses|${who}`, who, (work) => confirmClauses(work, id))),
    ...read.map((who) =>
      act(key, atShanghai(backOn(who, quarter.day(date), world), '09:20'), `read|${who}`, who, (work) =>
        confirmMinutes(work, id),
      ),
    ),
  ]
}

/** Waits for the manager on the Monday of the demonstration. */
function proposal(quarter: Quarter): Act {
  return act('meeting|proposal', quarter.at('2026-11-20', '16:10'), 'propose', 'walan', (work) =>
    proposeMeeting(
      work,
      {
        ...{ form: 'project', title: '监控二期和动环合并报价', plannedMinutes: 45, place: null, clauses: [] },
        ...{ purpose: '两个项目同一个客户，分开报价对我们不利', projectName: '监控二期', customerIds: [] },
        startsAt: quarter.at('2026-11-25', '10:00').toISOString(),
      },
      stableId('demo|meeting|proposal'),
    ),
  )
}

/** What the manager asks for is not decided in his own meeting: 总经理 answers after it. */
async function answerManager(work: Writing): Promise<void> {
  const requests = await work.db
    .selectFrom('supportRequests')
    .innerJoin('people', 'people.id', 'supportRequests.personId')
    .select(['supportRequests.id', 'supportRequests.version'])
    .where('people.role', '=', 'dm')
    .where('supportRequests.state', '=', 'open')
    .orderBy('supportRequests.id')
    .execute()
  for (const { id, version } of requests)
    await decideRequest(work, id, { version, grant: true, reply: '同意，时间由你来约，提前三天告诉我' })
}

function queueAnswer(quarter: Quarter): Act {
  const { asker, at, answer } = demoQueueAnswer
  return act('support', quarter.at(...at), asker, 'anpeizhi', async (work) => {
    const { id, version } = await work.db
      .selectFrom('supportRequests')
      .select(['id', 'version'])
      .where('personId', '=', personId(asker))
      .where('state', '=', 'open')
      .orderBy('createdAt', 'desc')
      .executeTakeFirstOrThrow()
    await decideRequest(work, id, { version, ...answer })
  })
}

/** 四.1.1)③ what the plans ask for is decided in the meeting. */
async function answerAll(work: Writing, meetingId: string): Promise<void> {
  const requests = await work.db
    .selectFrom('supportRequests')
    .innerJoin('agendaItems', 'agendaItems.supportRequestId', 'supportRequests.id')
    .select(['supportRequests.id', 'supportRequests.version'])
    .where('agendaItems.meetingId', '=', meetingId)
    .where('supportRequests.state', '=', 'open')
    .where('supportRequests.personId', '<>', work.actor.id)
    .orderBy('supportRequests.id')
    .execute()
  for (const [index, { id, version }] of requests.entries()) {
    const answer = demoAnswers[index % demoAnswers.length]
    if (answer) await decideRequest(work, id, { version, ...answer })
  }
}

function act(
  key: string,
  at: Date,
  name: string,
  who: Username,
  play: (work: Writing) => Promise<unknown>,
): Act {
  return { at, key: `${key}|${name}`, play: (stage) => as(stage, who, at, play) }
}

async function weeklyId({ db }: Writing, date: PlainDate): Promise<string> {
  const { id } = await db
    .selectFrom('meetings')
    .select('id')
    .where('kind', '=', 'regular')
    .where('startsAt', '>=', atShanghai(date, '00:00'))
    .where('startsAt', '<', atShanghai(addDays(date, 1), '00:00'))
    .executeTakeFirstOrThrow()
  return id
}

async function versionOf({ db }: Writing, id: string): Promise<number> {
  const { version } = await db
    .selectFrom('meetings')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return version
}
