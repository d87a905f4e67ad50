import { grades } from '@zhuowei/domain/customers/grade.ts'
import {
  answers,
  type FormItem,
  formItemLabel,
  formItems,
  type WordItem,
  wordItems,
} from '@zhuowei/domain/feedback/form.ts'
import { formStates } from '@zhuowei/domain/feedback/freshness.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { anyText, id, instant, pageOf, personRef, plainDate, repeated, requiredText } from './shapes.ts'

const wordEntry = (label: string) =>
  z.object({
    answer: z.enum(answers),
    text: anyText(label, 2000),
    remark: anyText(`${label}的备注`, 1000),
    /** When it was learned; left out, the day of saving. */
    on: plainDate.nullable(),
  })

export const mostCompetitors = 20
const assessment = '业务范围及优缺点'

const competitorEntry = z.object({
  answer: z.enum(answers),
  on: plainDate.nullable(),
  lines: z
    .array(
      z.object({
        /** Picked from the division's competitors; a name alone is looked up, and entered when it is new. */
        competitorId: id.nullable(),
        name: anyText('竞争对手名称', 80),
        assessment: anyText(assessment, 2000),
      }),
    )
    .max(mostCompetitors, `竞争对手最多写 ${mostCompetitors} 家`),
})

// One schema per item; the keys are those of the table of labels.
const wordEntries = Object.fromEntries(
  wordItems.map((item) => [item, wordEntry(formItemLabel[item])]),
) as Record<WordItem, ReturnType<typeof wordEntry>>

export const feedbackContent = z
  .object({ ...wordEntries, competitors: competitorEntry, remark: anyText('备注', 2000) })
  .meta({ id: 'FeedbackContent' })

const standing = {
  completeness: z.int(),
  freshness: z.int(),
  /** Completeness × freshness, which the appraisal reads (六.3.2)②). */
  score: z.int(),
  state: z.enum(formStates),
  dueOn: plainDate,
  /** The last version or 本月无变化. */
  currentOn: plainDate.nullable(),
}

const form = z
  .object({
    customer: z.object({ id, name: z.string(), grade: z.enum(grades) }),
    content: feedbackContent,
    /** 0 while there is none. */
    version: z.int(),
    ...standing,
    missing: z.array(z.enum(formItems)),
    updatedAt: instant.nullable(),
    updatedBy: personRef.nullable(),
    confirmedThisMonth: z.boolean(),
    /** 下一次拜访该问什么. */
    questions: z.array(
      z.object({ item: z.enum(formItems), label: z.string(), question: z.string(), why: z.string() }),
    ),
    /** G22: what 背景资料 knows about an item, ready to be taken over. */
    known: z.array(z.object({ item: z.enum(wordItems), text: z.string(), stale: z.boolean() })),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'FeedbackForm' })
export const feedbackForm = form
export type FeedbackForm = z.output<typeof form>

const savedForm = feedbackContent.extend({ version: z.int().min(0) }).meta({ id: 'SavedFeedback' })
export type SavedForm = z.output<typeof savedForm>

const version = z
  .object({
    version: z.int(),
    completeness: z.int(),
    savedAt: instant,
    savedBy: personRef,
    /** Learned in this visit. */
    activity: z.object({ id, happenedOn: plainDate }).nullable(),
    /** Taken in from this file. */
    fileName: z.string().nullable(),
    changes: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
  })
  .meta({ id: 'FeedbackVersion' })

const listItem = z
  .object({
    id,
    name: z.string(),
    grade: z.enum(grades),
    owner: personRef.nullable(),
    ...standing,
    version: z.int(),
    /** A version or 本月无变化 of this month. */
    doneThisMonth: z.boolean(),
    /** 本月无变化 was said, and can be taken back. */
    confirmedThisMonth: z.boolean(),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'FeedbackListItem' })
export type FeedbackListItem = z.output<typeof listItem>

/** What of the forms is shown: those that want something this month, those without, the aged ones, or all. */
export const feedbackViews = ['month', 'missing', 'stale', 'all'] as const

const feedbackQuery = z.object({
  view: z.enum(feedbackViews).default('all'),
  ownerId: repeated(id),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type FeedbackQuery = z.output<typeof feedbackQuery>

const byPerson = z
  .object({
    owner: personRef,
    customers: z.int(),
    overdue: z.int(),
    stale: z.int(),
    /** The mean over all of the person's customers. */
    completeness: z.int(),
    /** Frozen at the end of last month. */
    lastMonth: z.int().nullable(),
  })
  .meta({ id: 'FeedbackByPerson' })
export type FeedbackByPerson = z.output<typeof byPerson>

/** What a visit answers; it goes into the form with the day of the visit. */
export const visitAnswers = z
  .array(
    z.discriminatedUnion('item', [
      z.object({ item: z.enum(wordItems), text: requiredText('答案', 2000) }),
      z.object({
        item: z.literal('competitors'),
        /** By name: one that the division knows is found, a new one entered. */
        lines: z
          .array(z.object({ name: requiredText('竞争对手名称', 80), assessment: anyText(assessment, 2000) }))
          .min(1)
          .max(mostCompetitors, `竞争对手最多写 ${mostCompetitors} 家`),
      }),
    ]),
  )
  .max(formItems.length)
export type VisitAnswers = z.output<typeof visitAnswers>

export const isWordItem = (item: FormItem): item is WordItem => item !== 'competitors'

const params = z.object({ id })

export const feedbackApi = {
  list: endpoint({
    method: 'GET',
    path: '/feedback',
    summary: '客户信息反馈表：谁的还缺、谁的该更新',
    access: 'feedback.read',
    clause: '六.3.2)①',
    query: feedbackQuery,
    reply: pageOf(listItem),
  }),
  people: endpoint({
    method: 'GET',
    path: '/feedback/people',
    summary: '反馈表按负责人',
    access: 'feedback.read',
    clause: '六.3.2)②',
    reply: z.array(byPerson),
  }),
  get: endpoint({
    method: 'GET',
    path: '/customers/:id/feedback',
    summary: '一家客户的《客户信息反馈表》，和下一次拜访该问什么',
    access: 'feedback.read',
    clause: '六.3.2)③',
    params,
    reply: form,
  }),
  versions: endpoint({
    method: 'GET',
    path: '/customers/:id/feedback/versions',
    summary: '反馈表的每一版和它改了什么',
    access: 'feedback.read',
    clause: '六.3.2)②',
    params,
    reply: z.array(version),
  }),
  save: endpoint({
    method: 'PUT',
    path: '/customers/:id/feedback',
    summary: '填写或更新反馈表，每次变化一版',
    access: 'feedback.write',
    clause: '六.3.2)②',
    params,
    body: savedForm,
    reply: form,
    problems: ['version_conflict'],
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/customers/:id/feedback/confirmations',
    summary: '本月无变化',
    access: 'feedback.write',
    clause: '六.3.2)②',
    params,
    body: z.object({ version: z.int().min(1, '还没有反馈表，请先填写第一版') }),
    reply: form,
    problems: ['version_conflict'],
  }),
  withdrawConfirmation: endpoint({
    method: 'DELETE',
    path: '/customers/:id/feedback/confirmations/this-month',
    summary: '撤销本月无变化',
    access: 'feedback.write',
    clause: '六.3.2)②',
    params,
    reply: form,
  }),
}
