import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { countdown } from '@zhuowei/domain/calendar/wording.ts'
import { type ObligationKind, obligationLabel } from '@zhuowei/domain/reports/kinds.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import { dutyName, editorPath } from '../obligations/names.ts'
import { stateNow } from '../obligations/state.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { handsReportsTo } from './access.ts'

interface Urged {
  kind: ObligationKind
  period: string
  personIds?: readonly string[] | undefined
}

/** 催办: tells those who still owe the report of a period; the same person is urged at most once an hour. */
export async function urgeReports(writing: Writing, asked: Urged) {
  const { db, actor, now } = writing
  const owing = await stillOwing(writing, asked)
  const today = shanghaiDate(now)
  const urged = new Map<string, string>()
  for (const rows of Map.groupBy(owing, ({ id }) => id).values()) {
    const [first] = rows as [(typeof rows)[number]] // groupBy makes no empty group
    const reached = await notify(
      db,
      {
        personIds: [first.id],
        kind: 'urge',
        title: `${actor.name}催办：${rows.map((row) => dutyName(row, today)).join('和')}还没提交`,
        body: `宽限截止${countdown(now, first.graceAt)}。`,
        link: editorPath(first),
        dedupeKey: `urge:${rows.map(({ kind, periodKey }) => `${kind}:${periodKey}`).join(':')}:${now.toISOString().slice(0, 13)}`,
      },
      now,
    )
    if (reached.length > 0) urged.set(first.id, first.name)
  }
  const people = [...urged].map(([id, name]) => ({ id, name }))
  if (people.length > 0) {
    const [first] = owing as [(typeof owing)[number]] // somebody was urged
    const what = first.kind === 'daily' ? `${first.periodKey} ${obligationLabel.daily}` : first.subject
    await recordEvent(db, actor, now, {
      verb: 'report.urged',
      subjectType: 'urge',
      subjectId: newId(),
      divisionId: actor.divisionId,
      summary: `催办 ${what}：${people.map(({ name }) => name).join('、')}`,
    })
  }
  return { urged: people, alreadyUrged: new Set(owing.map(({ id }) => id)).size - people.length }
}

/** Both halves of a week are written on one page, and trips that are due together are urged together. */
const together: Record<ObligationKind, readonly ObligationKind[]> = {
  daily: [],
  weekly_summary: ['weekly_plan'],
  weekly_plan: ['weekly_summary'],
  monthly: [],
  trip: ['trip'],
}

function stillOwing({ db, actor, now }: Writing, { kind, period, personIds }: Urged) {
  return db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select(['people.id', 'people.name', 'obligations.graceAt', 'obligations.opensAt'])
    .select(['obligations.periodKey', 'obligations.subject', 'obligations.onDate'])
    .select((row) => row.ref('obligations.kind').$castTo<ObligationKind>().as('kind')) // obligations_kind_known
    .where((row) =>
      row.or([
        row('obligations.kind', '=', kind).and('obligations.periodKey', '=', period),
        ...together[kind].map((other) =>
          row('obligations.kind', '=', other).and(
            'obligations.dueAt',
            'in',
            row
              .selectFrom('obligations as asked')
              .select('asked.dueAt')
              .where('asked.kind', '=', kind)
              .where('asked.periodKey', '=', period),
          ),
        ),
      ]),
    )
    .where('people.role', 'in', handsReportsTo(actor))
    .$if(actor.role !== 'gm', (query) => query.where('obligations.divisionId', '=', actor.divisionId))
    .$if(personIds !== undefined, (query) =>
      query.where('people.id', '=', sql<string>`any(${[...(personIds ?? [])]}::uuid[])`),
    )
    .where(stateNow(now), '=', 'pending')
    .orderBy('people.employeeNo')
    .orderBy('obligations.kind', 'desc')
    .execute()
}
