import { projectClasses } from '@zhuowei/domain/projects/class.ts'
import { competitorOutcomes, factors, memberRoles, slotRoles } from '@zhuowei/domain/projects/factors.ts'
import { lossReasons, projectStatuses } from '@zhuowei/domain/projects/move.ts'
import { stages } from '@zhuowei/domain/projects/stage.ts'
import * as z from 'zod'
import { id, instant, personRef, plainDate } from './shapes.ts'

const named = z.object({ id, name: z.string() })
export const stage = z.enum(stages)
export const projectStatus = z.enum(projectStatuses)
export const projectClass = z.enum(projectClasses)

export const project = z
  .object({
    id,
    number: z.string(),
    name: z.string(),
    customer: named,
    region: named,
    owner: personRef,
    amountFen: z.int(),
    class: projectClass,
    /** 制度未定义，按中型: where 七.1 names no class for the amount. */
    classHint: z.string().nullable(),
    classAtInitiation: projectClass.nullable(),
    isStrategic: z.boolean(),
    stage,
    status: projectStatus,
    stageSince: instant,
    /** Percent: the manager's own, or that of the stage. */
    probability: z.int(),
    expectedSignOn: plainDate,
    lastActivityOn: plainDate,
    motion: z.enum(['moving', 'stalled', 'long_stalled']),
    silentDays: z.int(),
    version: z.int(),
    can: z.object({ change: z.boolean(), move: z.boolean(), override: z.boolean() }),
  })
  .meta({ id: 'Project' })
export type Project = z.output<typeof project>

const gateItem = z
  .object({
    code: z.string(),
    words: z.string(),
    place: z.string(),
    isMet: z.boolean(),
    why: z.string().nullable(),
  })
  .meta({ id: 'GateItem' })

const transition = z
  .object({
    id,
    kind: z.enum(['registered', 'forward', 'back', 'lose', 'shelve', 'cancel', 'resume']),
    fromStage: stage.nullable(),
    stage,
    status: projectStatus,
    isOverride: z.boolean(),
    /** What the gate still lacked when it was left. */
    missing: z.array(z.string()),
    reason: z.string().nullable(),
    at: instant,
    by: personRef,
  })
  .meta({ id: 'StageTransition' })

export const projectRecord = project
  .extend({
    need: z.string(),
    withoutCompetitor: z.boolean(),
    lossReason: z.enum(lossReasons).nullable(),
    protectedUntil: plainDate,
    /** What leaving the present stage asks for, met or not. */
    gate: z.array(gateItem),
    gateIsHard: z.boolean(),
    factors: z.array(z.object({ code: z.enum(factors), body: z.string(), confirmedOn: plainDate })),
    slots: z.array(z.object({ role: z.enum(slotRoles), contact: named })),
    competitors: z.array(
      z.object({
        competitor: named,
        priceFen: z.int().nullable(),
        outcome: z.enum(competitorOutcomes).nullable(),
        note: z.string().nullable(),
      }),
    ),
    members: z.array(z.object({ person: personRef, role: z.enum(memberRoles) })),
    history: z.array(transition),
    attempts: z.array(z.object({ id, stage, missing: z.array(z.string()), at: instant, by: personRef })),
  })
  .meta({ id: 'ProjectRecord' })
export type ProjectRecord = z.output<typeof projectRecord>

export const boardColumn = z
  .object({
    stage,
    count: z.int(),
    amountFen: z.int(),
    weightedFen: z.int(),
    /** The first of the column; the rest is read from the list. */
    items: z.array(project),
  })
  .meta({ id: 'ProjectBoardColumn' })
export type ProjectBoardColumn = z.output<typeof boardColumn>
