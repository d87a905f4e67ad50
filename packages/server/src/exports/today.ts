import { endOfDay, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { exportedLabel } from '@zhuowei/domain/exports/export.ts'
import type { Asking, Item } from '../today/items.ts'
import { mayDecide, visibleExports } from './access.ts'
import { linkTo } from './request.ts'
import { thingOf } from './thing.ts'

/** 三.1 exports that wait for this person's approval; no clause gives them a deadline, so they are never overdue. */
export async function exportItems({ db, ask, actor, now }: Asking): Promise<Item[]> {
  if (actor.role !== 'gm' && actor.role !== 'dm') return []
  const rows = await ask(
    visibleExports(db, actor)
      .innerJoin('people', 'people.id', 'exports.requestedBy')
      .select(['exports.id', 'exports.divisionId', 'requestedBy', 'forGm', 'purpose', 'words', 'compliance'])
      .select(['approvalReason', 'people.name'])
      .where('exports.state', '=', 'waiting')
      .orderBy('requestedAt')
      .limit(50),
  )
  return rows
    .filter((row) => mayDecide(actor, row))
    .map(({ id, name, purpose, words, compliance, approvalReason }) => ({
      key: `export:${id}`,
      kind: 'export' as const,
      title: `${name}申请导出${exportedLabel[thingOf({ compliance })].name}`,
      tag: { text: approvalReason ?? '待批准', tone: 'amber' as const },
      facts: `${words}；用途：${purpose}`,
      clause: '三.1',
      dueAt: endOfDay(shanghaiDate(now)),
      action: { label: '批准', to: linkTo(id), urge: null },
    }))
}
