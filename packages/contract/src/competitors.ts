import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, pageOf, personRef, plainDate, requiredText } from './shapes.ts'

const card = {
  background: z.string().nullable(),
  products: z.string().nullable(),
  strengths: z.string().nullable(),
  weaknesses: z.string().nullable(),
  accountManagers: z.string().nullable(),
  leaders: z.string().nullable(),
  salesStyle: z.string().nullable(),
}

/** 六.3.1)⑦ in words, in the order of the card. */
export const competitorLabel = {
  name: '公司名称',
  background: '公司情况和背景',
  products: '产品',
  strengths: '优点',
  weaknesses: '缺点',
  accountManagers: '客户经理',
  leaders: '主要领导名字',
  salesStyle: '销售特点',
} as const
export type CompetitorFact = Exclude<keyof typeof competitorLabel, 'name'>

const listItem = z
  .object({
    id,
    name: z.string(),
    products: z.string().nullable(),
    /** Where one met them, of the customers whose form one may read. */
    customers: z.int(),
    lastNotedOn: plainDate.nullable(),
  })
  .meta({ id: 'CompetitorListItem' })

const note = z
  .object({
    id,
    customer: z.object({ id, name: z.string() }),
    region: z.string(),
    assessment: z.string(),
    notedOn: plainDate,
    writtenBy: personRef,
  })
  .meta({ id: 'CompetitorNote' })

export const competitor = z
  .object({
    id,
    name: z.string(),
    ...card,
    version: z.int(),
    updatedAt: instant,
    updatedBy: personRef,
    regions: z.array(z.object({ name: z.string(), customers: z.int() })),
    /** The battle card: what the forms said, newest first. */
    notes: z.array(note),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'Competitor' })
export type Competitor = z.output<typeof competitor>

const facts = {
  name: requiredText(competitorLabel.name, 80),
  background: optionalText(competitorLabel.background),
  products: optionalText(competitorLabel.products),
  strengths: optionalText(competitorLabel.strengths),
  weaknesses: optionalText(competitorLabel.weaknesses),
  accountManagers: optionalText(competitorLabel.accountManagers, 500),
  leaders: optionalText(competitorLabel.leaders, 500),
  salesStyle: optionalText(competitorLabel.salesStyle),
}
const newCompetitor = z.object(facts).meta({ id: 'NewCompetitor' })
export type NewCompetitor = z.output<typeof newCompetitor>
const changedCompetitor = z.object({ ...facts, version: z.int() }).meta({ id: 'ChangedCompetitor' })
export type ChangedCompetitor = z.output<typeof changedCompetitor>

const competitorQuery = z.object({
  q: z.string().trim().max(60, '搜索词不能超过 60 个字').optional(),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CompetitorQuery = z.output<typeof competitorQuery>

const params = z.object({ id })

export const competitorsApi = {
  list: endpoint({
    method: 'GET',
    path: '/competitors',
    summary: '竞争对手',
    access: 'competitors.read',
    clause: '六.3.1)⑦',
    query: competitorQuery,
    reply: pageOf(listItem),
  }),
  get: endpoint({
    method: 'GET',
    path: '/competitors/:id',
    summary: '一家竞争对手：公司情况、在哪遇到过、反馈表里怎么写',
    access: 'competitors.read',
    clause: '六.3.1)⑦',
    params,
    reply: competitor,
  }),
  create: endpoint({
    method: 'POST',
    path: '/competitors',
    summary: '记一家竞争对手',
    access: 'competitors.write',
    clause: '六.3.1)⑦',
    body: newCompetitor,
    reply: competitor,
    problems: ['duplicate_record'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/competitors/:id',
    summary: '修改竞争对手的资料',
    access: 'competitors.write',
    params,
    body: changedCompetitor,
    reply: competitor,
    problems: ['version_conflict', 'duplicate_record'],
  }),
}
