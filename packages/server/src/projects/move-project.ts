import type { ProjectMove } from '@zhuowei/contract/projects.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { classOf } from '@zhuowei/domain/projects/class.ts'
import { type GateItem, gateOf, missingIn } from '@zhuowei/domain/projects/gates.ts'
import { type Moved, move, projectStatusLabel } from '@zhuowei/domain/projects/move.ts'
import { stageText } from '@zhuowei/domain/projects/stage.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, Refusal } from '../platform/refusal.ts'
import { mayOverride } from './access.ts'
import { findProjectFor } from './find-project.ts'
import { type ProjectRow, parametersOf } from './select-projects.ts'
import { stageFacts } from './stage-facts.ts'

/** One step, with what the gate said. Null when it was taken; what the gate holds is answered after it was written down that it was tried. */
export async function moveProject(work: Writing, id: string, input: ProjectMove): Promise<Refusal | null> {
  const { db, actor, now } = work
  const row = await findProjectFor(work, id, input)
  const overrides = input.kind === 'forward' && input.override
  if (overrides && !mayOverride(actor, row)) throw forbidden('关键点不齐时由部门经理放行')
  const parameters = (await parametersOf(work, [row.divisionId]))(row.divisionId)
  const classed = { class: classOf(row.amountFen, parameters).class, isStrategic: row.isStrategic }
  const missing =
    input.kind === 'forward'
      ? missingIn(gateOf(row.stage, classed, await stageFacts(db, row), parameters, shanghaiDate(now)))
      : []
  const moved = move(row, input, { missing, isHard: parameters['project.gate'] === 'hard' })
  if ('refused' in moved) return refuse(work, row, moved.refused, missing)
  const { to } = moved
  const step = row.step + 1
  const isOverride = overrides && missing.length > 0
  const reason = input.reason ?? null
  await db
    .insertInto('stageTransitions')
    .values({
      ...{ id: newId(), projectId: id, step, kind: input.kind, stage: to.stage, status: to.status, reason },
      ...{ fromStage: row.stage, fromStatus: row.status, isOverride, at: now, byId: actor.id },
      evidence: JSON.stringify({ missing: missing.map(({ words }) => words) }),
    })
    .execute()
  await db
    .updateTable('projects')
    .set((one) => ({
      ...{ stage: to.stage, status: to.status, step, lastActivityOn: shanghaiDate(now) },
      stageSince: to.stage === row.stage ? row.stageSince : now,
      lossReason: input.kind === 'lose' ? input.lossReason : null,
      ...{ version: one('version', '+', 1), updatedAt: now, updatedBy: actor.id },
    }))
    .where('id', '=', id)
    .execute()
  const where = stageText(to.stage, parameters).name
  const what = to.status === row.status || input.kind === 'forward' ? where : projectStatusLabel[to.status]
  await recordEvent(db, actor, now, {
    ...{ verb: `project.${input.kind}`, subjectType: 'project', subjectId: id, divisionId: row.divisionId },
    ...{ summary: `项目 ${row.number} ${isOverride ? '放行到' : '到'}${what}`, reason },
    before: { stage: row.stage, status: row.status },
    after: to,
  })
  return null
}

type Refused = Extract<Moved, { refused: unknown }>['refused']

const sentences: Record<Exclude<Refused, 'gate'>, string> = {
  closed: '项目已经结束或搁置，先恢复再推进',
  last_stage: '已经是最后一个阶段',
  not_back: '只能退回到前面的阶段',
  not_shelved: '项目没有搁置',
}

async function refuse(
  { db, actor, now }: Writing,
  { id, stage }: ProjectRow,
  why: Refused,
  missing: readonly GateItem[],
): Promise<Refusal> {
  if (why !== 'gate') throw new Refusal('nothing_to_decide', { detail: sentences[why] })
  const words = missing.map((one) => one.words)
  await db
    .insertInto('stageAttempts')
    .values({ id: newId(), projectId: id, stage, missing: words, at: now, byId: actor.id })
    .execute()
  return new Refusal('gate_closed', { detail: `还差：${words.join('、')}`, facts: { missing } })
}
