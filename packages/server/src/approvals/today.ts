import { reminderDue } from '@zhuowei/domain/approvals/clock.ts'
import { type ApprovalKind, approvalKindLabel } from '@zhuowei/domain/approvals/definition.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { DivisionRules } from '../obligations/rules.ts'
import type { Asking, Item } from '../today/items.ts'
import { waitingFor } from './access.ts'
import { linkTo } from './telling.ts'

/** 待审批: what this person is asked to decide, himself or as a deputy. */
export async function approvalItems(
  { db, ask, actor, now }: Asking,
  ownRules: Promise<DivisionRules>,
): Promise<Item[]> {
  if (actor.role === 'adm') return []
  const rows = await ask(
    db
      .selectFrom('approvals')
      .innerJoin('people', 'people.id', 'approvals.applicantId')
      .innerJoin('approvalSteps as open', (join) =>
        join.onRef('open.approvalId', '=', 'approvals.id').on('open.state', '=', 'open'),
      )
      .select(['approvals.id', 'approvals.title', 'people.name', 'open.name as step', 'urgedAt', 'openedAt'])
      .select((row) => row.ref('approvals.kind').$castTo<ApprovalKind>().as('kind')) // approvals_kind_known
      .where('approvals.id', 'in', waitingFor(db, actor, now))
      .orderBy('openedAt')
      .limit(20),
  )
  if (rows.length === 0) return []
  const { calendar, parametersOn } = await ownRules
  return rows.map(({ id, kind, title, name, step, urgedAt, openedAt }) => {
    const opened = openedAt ?? now
    return {
      key: `approval:${id}`,
      kind: 'approval' as const,
      title: `${name}的${approvalKindLabel[kind]}：${title}`,
      tag: urgedAt ? { text: '催办', tone: 'amber' as const } : null,
      facts: step,
      clause: null,
      dueAt: reminderDue(opened, calendar, parametersOn(shanghaiDate(opened))),
      action: { label: '审批', to: linkTo(id), urge: null },
    }
  })
}
