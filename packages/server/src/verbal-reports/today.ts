import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { Asking, Item } from '../today/items.ts'
import { selectVerbalReports } from './select-verbal-reports.ts'
import { linkTo } from './telling.ts'

/** 五.5.2)② what this person's staff say they told him: confirmed or denied in place. */
export async function verbalReportItems({ db, ask, actor, now }: Asking): Promise<Item[]> {
  if (actor.role !== 'dm' && actor.role !== 'gm') return []
  const rows = await ask(
    selectVerbalReports(db, actor)
      .where('verbalReports.state', '=', 'logged')
      .where('verbalReports.personId', '<>', actor.id)
      .orderBy('verbalReports.answerDueAt')
      .orderBy('verbalReports.id')
      .limit(20),
  )
  return rows.map(({ id, personName, topic, occurredAt, customerName, answerDueAt }) => ({
    key: `verbal:${id}`,
    kind: 'verbal_report' as const,
    title: `${personName}口头汇报：${topic}`,
    tag: null,
    facts: [
      `${shortDate(shanghaiDate(occurredAt), shanghaiDate(now))} ${shanghaiTime(occurredAt)} 汇报`,
      customerName,
      '逾期不答，时间记录成立',
    ]
      .filter(Boolean)
      .join('，'),
    clause: '五.5.2)②',
    dueAt: answerDueAt,
    action: { label: '已听取', to: linkTo(id), urge: null, answer: id },
  }))
}
