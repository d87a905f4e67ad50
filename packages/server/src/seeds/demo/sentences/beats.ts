import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { earlyBeats } from './beats-early.ts'
import { lateBeats } from './beats-late.ts'

/** What is done, and what can come of exactly that; without results of its own it takes one of the beat's. */
export type Scene = string | readonly [did: string, ...came: string[]]

/**
 * One step of a sales story: what is done, what comes of it, what stands in the way, what was promised next. Every line of a beat
 * goes with every other of the same beat, and what is promised leads into the next beat.
 */
export interface Beat {
  kind: VisitKind
  /** How often the step is taken by telephone instead. */
  byPhone: number
  onSite: readonly Scene[]
  phoned: readonly Scene[]
  results: readonly string[]
  problems: readonly string[]
  /** How often there is nothing in the way. */
  smooth: number
  next: readonly string[]
}

/** From the first call at the door to looking after what was sold. */
export const story: readonly Beat[] = [...earlyBeats, ...lateBeats]

/** Where stories begin and end. */
export const beat = {
  first: 0,
  needs: 1,
  survey: 2,
  proposal: 3,
  budget: 4,
  quote: 5,
  opening: 7,
  contract: 8,
  arrival: 9,
  acceptance: 11,
  payment: 12,
  care: 13,
} as const

export const dinner: Scene = [
  '中午请{who}和班组的人吃工作餐，聊{s}进展',
  '对方表示支持，一切按程序走',
  '{who}提醒{rival}最近跑得勤',
  '说好{s}的事对事，节后再碰一次',
]

/** Keeping in touch with a customer who plans nothing. */
export const keepInTouch: Beat = {
  kind: 'visit',
  byPhone: 0.7,
  onSite: ['路过拜访，送公司新产品手册', '顺道走动，和{who}聊近期情况', '礼节性拜访，了解{dept}人员变化'],
  phoned: [
    '电话问候，了解近期有没有人员变动',
    '发{s}资料后电话回访',
    '电话了解明年有没有{s}计划',
    '给{who}打电话，问候近况',
  ],
  results: [
    '暂时没有计划，{who}说明年再看',
    '人员没变，{who}还管这块',
    '资料收到了，正在{dept}传阅',
    '对方客气，没有具体需求',
    '{who}说等上级政策',
    '知道我们还在跟，答应有计划先打招呼',
  ],
  problems: ['预算冻结，今年不会动', '{who}快退休，说话不算数了', '一直用{rival}的，没有换的意思'],
  smooth: 0.75,
  next: [],
}
