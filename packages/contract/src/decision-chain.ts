import {
  attitudes,
  personKinds,
  personLevels,
  purchaseRoles,
  relationshipLevels,
} from '@zhuowei/domain/customers/contact.ts'
import { blindSpotKinds } from '@zhuowei/domain/decision-chain/blind-spots.ts'
import { chainRoles } from '@zhuowei/domain/decision-chain/person.ts'
import { relationKinds } from '@zhuowei/domain/decision-chain/relation.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, personRef, plainDate, reasonText, requiredText } from './shapes.ts'

const person = z
  .object({
    id,
    name: z.string(),
    position: z.string(),
    department: z.string().nullable(),
    level: z.enum(personLevels).nullable(),
    personKind: z.enum(personKinds).nullable(),
    purchaseRoles: z.array(z.enum(purchaseRoles)),
    relationship: z.enum(relationshipLevels),
    attitude: z.enum(attitudes),
    objection: z.string().nullable(),
    countermeasure: z.string().nullable(),
    version: z.int(),
    /** The last visit or call in which he was met, and who of us was there. */
    lastContactOn: plainDate.nullable(),
    lastContactBy: personRef.nullable(),
    /** Where the card was put by hand, inside its lane. */
    place: z.object({ x: z.number(), y: z.number() }).nullable(),
  })
  .meta({ id: 'ChainPerson' })
export type PersonOfChain = z.output<typeof person>

const relation = z
  .object({
    id,
    fromId: id,
    toId: id,
    kind: z.enum(relationKinds),
    note: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'ContactRelation' })
export type ContactRelation = z.output<typeof relation>

const blindSpot = z
  .object({
    kind: z.enum(blindSpotKinds),
    title: z.string(),
    why: z.string(),
    clause: z.string(),
    urgent: z.boolean(),
    personId: id.nullable(),
  })
  .meta({ id: 'BlindSpot' })
export type BlindSpot = z.output<typeof blindSpot>

export const decisionChain = z
  .object({
    customer: z.object({ id, name: z.string() }),
    people: z.array(person),
    relations: z.array(relation),
    vacantRoles: z.array(z.enum(chainRoles)),
    blindSpots: z.array(blindSpot),
    /** 六.4.2) null for who sees the people only masked. */
    standing: z
      .object({
        built: z.boolean(),
        middleAndAbove: z.int(),
        familiar: z.int(),
        formCompleteness: z.int(),
        neededCompleteness: z.int(),
      })
      .nullable(),
    /** 六.4.3) 达成共识，把客户与公司发展结合. */
    consensus: z.object({
      text: z.string().nullable(),
      on: plainDate.nullable(),
      by: personRef.nullable(),
      version: z.int(),
    }),
    /** 六.4.4) the last 30 days. */
    moves: z.array(
      z.object({
        id,
        name: z.string(),
        what: z.enum(['relationship', 'attitude']),
        from: z.string(),
        to: z.string(),
        forward: z.boolean(),
        at: instant,
      }),
    ),
    masked: z.boolean(),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'DecisionChain' })
export type DecisionChain = z.output<typeof decisionChain>

const facts = { kind: z.enum(relationKinds, '请选择关系'), note: optionalText('说明', 60) }
const newRelation = z
  .object({ fromId: id, toId: id, ...facts })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], message: '请选择另一个人' })
  .meta({ id: 'NewContactRelation' })
export type NewRelation = z.output<typeof newRelation>
const changedRelation = z.object({ ...facts, version: z.int() }).meta({ id: 'ChangedContactRelation' })
export type ChangedRelation = z.output<typeof changedRelation>

const farthest = 4000
const placed = z
  .object({
    contactId: id,
    x: z.number().min(-farthest).max(farthest),
    y: z.number().min(0).max(farthest),
  })
  .meta({ id: 'PlacedContact' })

const consensus = z
  .object({ text: requiredText('共识和合作方向', 1000), on: plainDate, version: z.int() })
  .meta({ id: 'NewConsensus' })
export type NewConsensus = z.output<typeof consensus>

const countermeasure = z
  .object({
    objection: optionalText('反对理由', 500),
    countermeasure: requiredText('对策', 500),
    version: z.int(),
  })
  .meta({ id: 'Countermeasure' })
export type Countermeasure = z.output<typeof countermeasure>

const params = z.object({ id })

export const decisionChainApi = {
  get: endpoint({
    method: 'GET',
    path: '/customers/:id/decision-chain',
    summary: '决策链图：人员、关系和盲点',
    access: 'customers.read',
    clause: '六.3.1)③',
    params,
    reply: decisionChain,
  }),
  relate: endpoint({
    method: 'POST',
    path: '/customers/:id/contact-relations',
    summary: '记两个人之间的关系',
    access: 'customers.write',
    clause: '六.3.1)④',
    params,
    body: newRelation,
    reply: decisionChain,
    problems: ['duplicate_record'],
  }),
  changeRelation: endpoint({
    method: 'PUT',
    path: '/contact-relations/:id',
    summary: '修改两个人之间的关系',
    access: 'customers.write',
    params,
    body: changedRelation,
    reply: decisionChain,
    problems: ['version_conflict'],
  }),
  unrelate: endpoint({
    method: 'DELETE',
    path: '/contact-relations/:id',
    summary: '去掉两个人之间的关系',
    access: 'customers.write',
    params,
    reply: decisionChain,
  }),
  arrange: endpoint({
    method: 'PUT',
    path: '/customers/:id/decision-chain/places',
    summary: '摆放决策链图上的人',
    access: 'customers.write',
    params,
    body: z.object({ placed: z.array(placed).min(1).max(200) }),
  }),
  tidy: endpoint({
    method: 'DELETE',
    path: '/customers/:id/decision-chain/places',
    summary: '整理决策链图，回到自动排列',
    access: 'customers.write',
    params,
  }),
  agree: endpoint({
    method: 'PUT',
    path: '/customers/:id/consensus',
    summary: '记与客户的共识和合作方向',
    access: 'customers.write',
    clause: '六.4.3)',
    params,
    body: consensus,
    reply: decisionChain,
    problems: ['version_conflict'],
  }),
  answer: endpoint({
    method: 'PUT',
    path: '/contacts/:id/countermeasure',
    summary: '记对反对者的对策',
    access: 'customers.write',
    clause: '六.4.4)',
    params,
    body: countermeasure,
    reply: decisionChain,
    problems: ['version_conflict'],
  }),
  takePicture: endpoint({
    method: 'POST',
    path: '/customers/:id/decision-chain/pictures',
    summary: '把决策链图存成图片，写明用途（留痕）',
    access: 'customers.read',
    clause: '三.1',
    params,
    body: z.object({ purpose: reasonText('用途') }),
  }),
}
