import type { PlainDate } from '../calendar/dates.ts'
import { type Role, reportsTo } from '../organisation/roles.ts'
import { type ApprovalFacts, isMetBy, wordsOf } from './condition.ts'
import {
  type ApprovalDefinition,
  approverRoleLabel,
  type StepDefinition,
  type StepMode,
  type Who,
} from './definition.ts'
import { type Delegation, deputyOf } from './delegation.ts'

/** Somebody who works here now; who has left is not in the list. */
export interface Colleague {
  id: string
  name: string
  role: Role
  divisionId: string | null
  managerId: string | null
}

export interface Organisation {
  /** The division that the case belongs to. */
  divisionId: string
  applicantId: string
  people: readonly Colleague[]
}

export interface RoutedPerson {
  id: string
  name: string
  /** Why this person: the role, 本人申请 and so on. */
  reason: string
  /** Who decides for him today. */
  deputyId: string | null
}

export interface RoutedStep {
  name: string
  mode: StepMode
  skipsApproved: boolean
  /** False: this case does not need it, and the reason says why. */
  asked: boolean
  reason: string
  people: readonly RoutedPerson[]
}

export interface Route {
  steps: readonly RoutedStep[]
  copies: readonly string[]
  /** Why the case cannot be submitted, or null. */
  problem: string | null
}

/** Whom a case asks, step by step, and why; nobody is ever asked about a case of his own. */
export function route(
  definition: ApprovalDefinition,
  facts: ApprovalFacts,
  organisation: Organisation,
  delegations: readonly Delegation[],
  today: PlainDate,
): Route {
  const steps = definition.steps.map((step) => routeStep(step, facts, organisation, delegations, today))
  const asked = steps.filter((step) => step.asked)
  const stuck = asked.find((step) => step.people.length === 0)
  return {
    steps,
    copies: copiesOf(definition.copies, organisation),
    problem: stuck
      ? `“${stuck.name}”没有可以审批的人，请联系管理员`
      : asked.length === 0
        ? '按现在的流程，这一件没有任何人审批，请联系管理员'
        : null,
  }
}

function routeStep(
  step: StepDefinition,
  facts: ApprovalFacts,
  organisation: Organisation,
  delegations: readonly Delegation[],
  today: PlainDate,
): RoutedStep {
  const { name, mode, skipsApproved, when } = step
  const shared = { name, mode, skipsApproved }
  if (when && !isMetBy(when, facts))
    return { ...shared, asked: false, reason: `不需要：仅限${wordsOf(when)}`, people: [] }
  const people = askedIn(step, organisation).map(({ person, reason }) => ({
    id: person.id,
    name: person.name,
    reason,
    deputyId: deputyOf(person.id, organisation.applicantId, delegations, today),
  }))
  return { ...shared, asked: true, reason: when ? wordsOf(when) : '都需要', people }
}

interface Asked {
  person: Colleague
  reason: string
}

function askedIn({ who, mode }: StepDefinition, organisation: Organisation): Asked[] {
  const { applicantId } = organisation
  const named = peopleOf(who, organisation)
  const others = named.filter(({ id }) => id !== applicantId)
  const reason = wordsFor(who)
  const asked = others.map((person) => ({ person, reason }))
  const isOwn = others.length < named.length
  if (asked.length > 0 && !(isOwn && mode === 'all')) return asked
  const above = superiorOf(applicantId, organisation)
  if (!above || others.includes(above)) return asked
  return [...asked, { person: above, reason: isOwn ? '本人申请，由上级审批' : `没有${reason}，由上级审批` }]
}

function peopleOf(who: Who, organisation: Organisation): Colleague[] {
  const { people, applicantId, divisionId } = organisation
  if (who.by === 'people') return people.filter(({ id }) => who.ids.includes(id))
  if (who.by === 'role') return inRole(who.role, people, divisionId)
  const above = superiorOf(applicantId, organisation)
  return above ? [above] : []
}

/** 总经理 stands outside the divisions. */
const inRole = (role: Role, people: readonly Colleague[], divisionId: string) =>
  people.filter((person) => person.role === role && (role === 'gm' || person.divisionId === divisionId))

/** The superior who is still here; without one by name, whoever the position answers to (二.1), and in the end 总经理. Never the applicant. */
export function superiorOf(
  personId: string,
  { people, divisionId, applicantId }: Organisation,
): Colleague | undefined {
  const person = people.find(({ id }) => id === personId)
  const others = people.filter(({ id }) => id !== personId && id !== applicantId)
  const named = others.find(({ id }) => id === person?.managerId)
  if (named) return named
  const role = person ? reportsTo[person.role] : null
  const inPosition = role ? inRole(role, others, divisionId)[0] : undefined
  return inPosition ?? inRole('gm', others, divisionId)[0]
}

const wordsFor = (who: Who): string =>
  who.by === 'role' ? approverRoleLabel[who.role] : who.by === 'superior' ? '直接上级' : '指定的人'

function copiesOf(copies: readonly Who[], organisation: Organisation): string[] {
  const told = copies.flatMap((who) => peopleOf(who, organisation)).map(({ id }) => id)
  return [...new Set(told)].filter((id) => id !== organisation.applicantId)
}
