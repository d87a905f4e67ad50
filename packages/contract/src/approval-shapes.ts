import { approvalStates, signerStates, stepStates } from '@zhuowei/domain/approvals/approval.ts'
import { comparisons, flags, measures } from '@zhuowei/domain/approvals/condition.ts'
import { approvalKinds, approverRoles, stepModes } from '@zhuowei/domain/approvals/definition.ts'
import { projectClasses } from '@zhuowei/domain/projects/class.ts'
import * as z from 'zod'
import { id, instant, personRef, plainDate, requiredText } from './shapes.ts'

export const approvalKind = z.enum(approvalKinds)
export const approvalState = z.enum(approvalStates)

const leaf = [
  z.strictObject({
    measure: z.enum(measures),
    is: z.enum(comparisons),
    value: z.number('请填写数值').min(-1_000_000).max(1_000_000_000_000),
  }),
  z.strictObject({ classes: z.array(z.enum(projectClasses)).max(10) }),
  z.strictObject({ regionIds: z.array(id).max(50) }),
  z.strictObject({ flag: z.enum(flags) }),
] as const
const several = z.union(leaf)
const nested = z.union([
  ...leaf,
  z.strictObject({ all: z.array(several).max(10) }),
  z.strictObject({ any: z.array(several).max(10) }),
])
/** Two levels of 并且 and 或者 say everything a division asks for, and read as one sentence. */
const condition = z.union([
  ...leaf,
  z.strictObject({ all: z.array(nested).max(10) }),
  z.strictObject({ any: z.array(nested).max(10) }),
])

const who = z.union([
  z.strictObject({ by: z.literal('superior') }),
  z.strictObject({ by: z.literal('role'), role: z.enum(approverRoles) }),
  z.strictObject({ by: z.literal('people'), ids: z.array(id).max(20) }),
])

const stepDefinition = z
  .object({
    name: requiredText('步骤名称', 40),
    who,
    mode: z.enum(stepModes),
    when: condition.nullable(),
    skipsApproved: z.boolean().default(false),
  })
  .meta({ id: 'ApprovalStepDefinition' })

/** The way of a kind as an administrator writes it. */
export const definitionInput = z.object({
  divisionId: id,
  kind: approvalKind,
  effectiveFrom: plainDate,
  steps: z.array(stepDefinition).max(12),
  copies: z.array(who).max(10),
})
export type DefinitionInput = z.output<typeof definitionInput>

export const definition = z
  .object({
    /** Null: the default of the product. */
    id: id.nullable(),
    effectiveFrom: plainDate.nullable(),
    steps: z.array(stepDefinition.extend({ words: z.string().nullable() })),
    copies: z.array(who),
    reason: z.string().nullable(),
    by: personRef.nullable(),
  })
  .meta({ id: 'ApprovalDefinition' })

export const definitionsOfKind = z
  .object({
    kind: approvalKind,
    /** Whether anything of this kind can be submitted yet. */
    inUse: z.boolean(),
    current: definition,
    /** Later and earlier ones, the newest first. */
    others: z.array(definition),
  })
  .meta({ id: 'ApprovalDefinitions' })
export type DefinitionsOfKind = z.output<typeof definitionsOfKind>

/** Whom a case asks or would ask. */
const routed = z
  .object({
    name: z.string(),
    mode: z.enum(stepModes),
    asked: z.boolean(),
    reason: z.string(),
    people: z.array(personRef.extend({ reason: z.string(), deputy: personRef.nullable() })),
  })
  .meta({ id: 'ApprovalRouteStep' })
export const routeSteps = z.array(routed)
export type RouteSteps = z.output<typeof routeSteps>

export const trial = z
  .object({
    from: plainDate,
    to: plainDate,
    cases: z.array(
      z.object({
        id,
        title: z.string(),
        applicant: personRef,
        submittedAt: instant,
        /** Who was asked then, and who would have been. */
        asked: z.array(personRef),
        would: routeSteps,
        problem: z.string().nullable(),
        changed: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ApprovalTrial' })
export type Trial = z.output<typeof trial>

/** What is to be decided, as data: the page lays it out, and a new kind needs no new page. */
export const approvalCard = z
  .object({
    facts: z.array(z.object({ label: z.string(), value: z.string(), strong: z.boolean() })),
    texts: z.array(z.object({ label: z.string(), body: z.string() })),
    /** What the approver should notice: conflicts, gaps, assumptions. */
    hints: z.array(z.string()),
    /** The record itself. */
    link: z.string(),
  })
  .meta({ id: 'ApprovalCard' })
export type ApprovalCard = z.output<typeof approvalCard>

export const approval = z
  .object({
    id,
    kind: approvalKind,
    subjectId: id,
    title: z.string(),
    state: approvalState,
    round: z.int(),
    applicant: personRef,
    submittedAt: instant,
    decidedAt: instant.nullable(),
    /** The step that is open, since when, and who is waited for. */
    step: z.string().nullable(),
    openedAt: instant.nullable(),
    waitingFor: z.array(personRef),
    /** Decided by this person as the deputy of somebody: 代 某某. */
    principal: personRef.nullable(),
    can: z.object({ decide: z.boolean(), recall: z.boolean(), urge: z.boolean() }),
  })
  .meta({ id: 'Approval' })
export type Approval = z.output<typeof approval>

const signer = z.object({
  person: personRef,
  reason: z.string(),
  state: z.enum(signerStates),
  decidedBy: personRef.nullable(),
  deputy: personRef.nullable(),
})

const step = z
  .object({
    id,
    name: z.string(),
    mode: z.enum(stepModes),
    reason: z.string(),
    state: z.enum(stepStates),
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    signers: z.array(signer),
  })
  .meta({ id: 'ApprovalStep' })
export type ApprovalStep = z.output<typeof step>

export const entryKinds = [
  'submitted',
  'approved',
  'refused',
  'sent_back',
  'recalled',
  'added',
  'urged',
  'passed_on',
] as const

const entry = z
  .object({
    id,
    round: z.int(),
    kind: z.enum(entryKinds),
    step: z.string().nullable(),
    body: z.string().nullable(),
    at: instant,
    by: personRef.nullable(),
    /** 代 某某. */
    onBehalfOf: personRef.nullable(),
  })
  .meta({ id: 'ApprovalEntry' })
export type ApprovalEntry = z.output<typeof entry>

export const approvalRecord = approval
  .extend({
    card: approvalCard.nullable(),
    steps: z.array(step),
    entries: z.array(entry),
    copies: z.array(personRef),
    /** Who can be added (加签); empty for who is not asked. */
    addable: z.array(personRef),
    /** When it can be urged again; null: now. */
    urgeFrom: instant.nullable(),
  })
  .meta({ id: 'ApprovalRecord' })
export type ApprovalRecord = z.output<typeof approvalRecord>
