import {
  type ComplaintLevel,
  type ComplaintState,
  complaintCauseLabel,
  complaintLevelLabel,
} from '@zhuowei/domain/complaints/complaint.ts'
import type { Asking, Item } from '../today/items.ts'
import { mayManage } from './access.ts'
import { selectComplaints } from './select-complaints.ts'
import { linkTo } from './telling.ts'

/**
 * What this person owes a complaint: dispatching and calling back as its manager, handling as the one it was given to. What was
 * escalated stays before the manager and 总经理 until it is closed (二.2.1)(10) 跟踪处理结果).
 */
export async function complaintItems({ db, ask, actor }: Asking): Promise<Item[]> {
  if (actor.role === 'adm' || actor.role === 'oa') return []
  const rows = await ask(
    selectComplaints(db, actor)
      .where('complaints.state', '<>', 'closed')
      .$if(actor.role === 'gm', (query) =>
        query.where((row) =>
          row.or([row('complaints.forGm', '=', true), row('complaints.escalatedAt', 'is not', null)]),
        ),
      )
      .$if(actor.role === 'spm' || actor.role === 'pm', (query) =>
        query.where('complaints.assigneeId', '=', actor.id),
      )
      .orderBy('complaints.solutionDueAt')
      .limit(20),
  )
  return rows.flatMap((row) => {
    const verb = verbFor(row, mayManage(actor, row), row.assigneeId === actor.id)
    const watches = row.escalatedAt !== null && (actor.role === 'gm' || mayManage(actor, row))
    if (!verb && !watches) return []
    const whose = row.customerName ?? row.targetDepartment ?? row.targetName ?? ''
    return {
      key: `complaint:${row.id}`,
      kind: 'complaint' as const,
      title: `投诉 ${row.number}：${whose}`,
      tag: tagOf(row),
      facts: `${complaintCauseLabel[row.cause]}：${row.content.slice(0, 60)}`,
      clause: '六.5.1)',
      dueAt: dueOf(row),
      action: { label: verb ?? '查看', to: linkTo(row.id), urge: null, ...(!verb && { soft: true }) },
    }
  })
}

function verbFor(
  { state, assigneeId }: { state: ComplaintState; assigneeId: string | null },
  manages: boolean,
  isOwn: boolean,
): string | null {
  if (state === 'callback') return manages ? '回访' : null
  if (isOwn) return '处理'
  return manages && assigneeId === null ? '派单' : null
}

interface Due {
  state: ComplaintState
  respondedAt: Date | null
  responseDueAt: Date
  solutionDueAt: Date
  callbackDueAt: Date | null
}

/** The clock that runs: the callback, the solution, or before anything was said the first answer. */
function dueOf({ state, respondedAt, responseDueAt, solutionDueAt, callbackDueAt }: Due): Date {
  if (state === 'callback') return callbackDueAt ?? solutionDueAt
  return respondedAt ? solutionDueAt : responseDueAt
}

interface Pressing {
  level: ComplaintLevel
  forGm: boolean
  escalatedAt: Date | null
}

function tagOf({ level, forGm, escalatedAt }: Pressing): Item['tag'] {
  if (escalatedAt) return { text: forGm ? '逾期' : '已升级', tone: 'red' }
  return { text: complaintLevelLabel[level], tone: level === 'normal' ? 'none' : 'amber' }
}
