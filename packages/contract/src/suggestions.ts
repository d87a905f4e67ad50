import { suggestionTypes } from '@zhuowei/domain/suggestions/suggestion.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, pageOf, personRef, plainDate, repeated, requiredText } from './shapes.ts'

const type = z.enum(suggestionTypes, '请选择类型')

const suggestion = z
  .object({
    id,
    type,
    subject: z.string(),
    content: z.string(),
    author: personRef,
    createdAt: instant,
    replyDueAt: instant,
    /** 逾期未答复. */
    overdue: z.boolean(),
    reply: z.string().nullable(),
    repliedAt: instant.nullable(),
    repliedBy: personRef.nullable(),
    adopted: z.boolean(),
    version: z.int(),
    can: z.object({ change: z.boolean(), reply: z.boolean(), adopt: z.boolean() }),
  })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.output<typeof suggestion>

const facts = { type, subject: requiredText('主题', 100), content: requiredText('内容', 4000) }
const newSuggestion = z.object(facts).meta({ id: 'NewSuggestion' })
export type NewSuggestion = z.output<typeof newSuggestion>

const changedSuggestion = z.object({ version: z.int(), ...facts }).meta({ id: 'ChangedSuggestion' })
export type ChangedSuggestion = z.output<typeof changedSuggestion>

const conditions = {
  type: repeated(type),
  authorId: repeated(id),
  answered: z.enum(['true', 'false']).optional(),
  adopted: z.literal('true').optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
}
const suggestionQuery = z.object({
  ...conditions,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type SuggestionQuery = z.output<typeof suggestionQuery>

const figuresQuery = z.object({ from: conditions.from, to: conditions.to })
export type SuggestionFiguresQuery = z.output<typeof figuresQuery>
const figures = z
  .object({
    all: z.int(),
    unanswered: z.int(),
    adopted: z.int(),
    type: z.array(z.object({ value: type, label: z.string(), count: z.int() })),
    /** 谁提了几条, for the appraisal. */
    author: z.array(z.object({ value: id, label: z.string(), count: z.int(), adopted: z.int() })),
  })
  .meta({ id: 'SuggestionFigures' })
export type SuggestionFigures = z.output<typeof figures>

const params = z.object({ id })
const version = z.int()

export const suggestionsApi = {
  list: endpoint({
    method: 'GET',
    path: '/suggestions',
    summary: '建议，新的在前',
    access: 'suggestions.read',
    clause: '三.6',
    query: suggestionQuery,
    reply: pageOf(suggestion),
  }),
  figures: endpoint({
    method: 'GET',
    path: '/suggestions/figures',
    summary: '建议按类型和提出人的条数，采纳几条',
    access: 'suggestions.read',
    clause: '三.6',
    query: figuresQuery,
    reply: figures,
  }),
  get: endpoint({
    method: 'GET',
    path: '/suggestions/:id',
    summary: '一条建议和它的回复',
    access: 'suggestions.read',
    params,
    reply: suggestion,
  }),
  record: endpoint({
    method: 'POST',
    path: '/suggestions',
    summary: '反映新情况、新问题，提合理化建议',
    access: 'suggestions.record',
    clause: '三.6',
    body: newSuggestion,
    reply: suggestion,
  }),
  change: endpoint({
    method: 'PUT',
    path: '/suggestions/:id',
    summary: '修改自己还没有得到回复的建议',
    access: 'suggestions.record',
    clause: '三.6',
    params,
    body: changedSuggestion,
    reply: suggestion,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  reply: endpoint({
    method: 'POST',
    path: '/suggestions/:id/reply',
    summary: '回复建议，并说明是否采纳',
    access: 'suggestions.reply',
    clause: '三.6',
    params,
    body: z.object({ version, reply: requiredText('回复', 2000), adopted: z.boolean().default(false) }),
    reply: suggestion,
    problems: ['version_conflict'],
  }),
  adopt: endpoint({
    method: 'PUT',
    path: '/suggestions/:id/adoption',
    summary: '采纳已回复的建议，或取消采纳',
    access: 'suggestions.reply',
    clause: '三.6',
    params,
    body: z.object({ version, adopted: z.boolean('请选择是否采纳') }),
    reply: suggestion,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
}
