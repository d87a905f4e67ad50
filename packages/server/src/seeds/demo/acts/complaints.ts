import {
  callBack,
  dispatchComplaint,
  handleComplaint,
  resolveComplaint,
} from '../../../complaints/commands.ts'
import { escalateOverdue } from '../../../complaints/escalate.ts'
import { recordComplaint } from '../../../complaints/record-complaint.ts'
import type { Writing } from '../../../platform/http/implement.ts'
import { stableId } from '../../../platform/ids.ts'
import type { Username } from '../cast.ts'
import { type DemoComplaint, type DemoStep, demoComplaints } from '../complaints.ts'
import type { DemoCustomer } from '../customers.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as, customerId, personId, type Stage } from '../stage/stage.ts'

/** 六.5) nine complaints: closed, under way, waiting for the callback, escalated, and one about the manager (§7). */
export function complaintActs(quarter: Quarter, customers: readonly DemoCustomer[]): Act[] {
  return demoComplaints.flatMap((complaint) => [
    recorded(quarter, customers, complaint),
    ...complaint.steps.map((step, index) => stepped(quarter, complaint, step, index)),
  ])
}

const idOf = (key: string) => stableId(`demo|complaint|${key}`)

function recorded(quarter: Quarter, customers: readonly DemoCustomer[], complaint: DemoComplaint): Act {
  const { key, by, of, about, target, department, level, cause, complainant, content } = complaint
  const at = quarter.at(...complaint.at)
  const customer = customers.filter(({ owner }) => owner === of)[complaint.nth ?? 0]
  const input = {
    ...{ level, cause, about, complainant, content },
    customerId: customer ? customerId(customer.name) : null,
    targetPersonId: target ? personId(target) : null,
    targetDepartment: department ?? null,
  }
  return {
    at,
    key: `complaint|${key}`,
    play: (stage) => as(stage, by, at, (work) => recordComplaint(work, input, idOf(key))),
  }
}

function stepped(quarter: Quarter, complaint: DemoComplaint, step: DemoStep, index: number): Act {
  const at = quarter.at(step.date, step.time)
  const play = (stage: Stage) =>
    step.kind === 'escalate' ? escalateOverdue(stage.db, at) : command(stage, complaint, step, at)
  return { at, key: `complaint|${complaint.key}|${index}`, play }
}

async function command(
  stage: Stage,
  { key, target }: DemoComplaint,
  step: Exclude<DemoStep, { kind: 'escalate' }>,
  at: Date,
): Promise<void> {
  const id = idOf(key)
  const manager: Username = target === 'anpeizhi' ? 'lin' : 'anpeizhi'
  const who = step.kind === 'handle' || step.kind === 'resolve' ? step.who : manager
  await as(stage, who, at, async (work) => {
    const version = await versionOf(work, id)
    switch (step.kind) {
      case 'dispatch':
        return dispatchComplaint(work, id, { version, assigneeId: personId(step.to), note: null })
      case 'handle':
        return handleComplaint(work, id, { version, body: step.body })
      case 'resolve':
        return resolveComplaint(work, id, { version, body: step.body })
      case 'callBack':
        return callBack(work, id, { version, satisfied: step.satisfied, body: step.body })
    }
  })
}

async function versionOf({ db }: Writing, id: string): Promise<number> {
  const { version } = await db
    .selectFrom('complaints')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return version
}
