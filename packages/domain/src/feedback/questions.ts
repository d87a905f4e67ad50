import { daysBetween, type PlainDate } from '../calendar/dates.ts'
import type { AccountStatus } from '../customers/account.ts'
import { type FormContent, type FormItem, formItemLabel, formItems, isAnswered } from './form.ts'

export interface Question {
  item: FormItem
  label: string
  question: string
  why: string
}

/** What one asks to learn it, and how much knowing it moves a sale (系统默认). */
const asked: Record<FormItem, { question: string; weight: number }> = {
  purchaseProcess: { question: '采购从立项到签字要过哪几道？谁提需求，谁定指标，谁签字？', weight: 10 },
  projectPlans: { question: '今明两年有什么项目规划？预算报到哪一步，什么时候定？', weight: 10 },
  departmentPolitics: { question: '使用、采购和管理部门之间谁说了算，意见有什么不同？', weight: 9 },
  competitors: { question: '还有哪几家在跑？各做哪一块，客户觉得好在哪、差在哪？', weight: 8 },
  storage: { question: '现在用什么存储，怎么备份？容量还够用多久，维保到什么时候？', weight: 6 },
  server: { question: '服务器是什么品牌、多少台、哪年上的？维保到什么时候？', weight: 6 },
  security: { question: '网络安全用了哪些设备？等保做到几级，今年要整改什么？', weight: 5 },
  database: { question: '主要系统跑在什么数据库上？有没有国产化的安排？', weight: 5 },
  network: { question: '网络是谁做的，怎么管？核心设备什么时候换？', weight: 4 },
  surveillance: { question: '机房和厂站的安防是谁做的？今年有没有改造？', weight: 3 },
}

/** At the beginning it is easy to ask what they have; later what counts is who decides. */
const early: readonly AccountStatus[] = ['potential', 'contacting', 'dormant', 'lost']
const landscape: readonly FormItem[] = [
  'server',
  'storage',
  'security',
  'surveillance',
  'network',
  'database',
]

interface Known {
  content: FormContent
  /** The interval of the customer's grade. */
  freshDays: number
  status: AccountStatus
  today: PlainDate
}

/** 下一次拜访该问什么: the most valuable gaps; what has aged weighs half of what was never learned. */
export function nextQuestions({ content, freshDays, status, today }: Known, most = 5): Question[] {
  return formItems
    .map((item) => ({ item, worth: worthOf(item) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth)
    .slice(0, most)
    .map(({ item }) => ({ item, label: formItemLabel[item], question: asked[item].question, why: why(item) }))

  function worthOf(item: FormItem): number {
    const { weight } = asked[item]
    const stage = landscape.includes(item) === early.includes(status) ? 1.5 : 1
    if (!isAnswered(content, item)) return weight * stage
    return isAged(item) ? (weight * stage) / 2 : 0
  }

  function isAged(item: FormItem): boolean {
    const { on } = content[item]
    return on !== null && daysBetween(on, today) > freshDays * 2
  }

  function why(item: FormItem): string {
    const { answer, on } = content[item]
    if (answer === 'unknown') return on ? `${on.slice(5)} 问过，还不知道` : '问过，还不知道'
    if (!isAnswered(content, item)) return '还没填'
    return `${daysBetween(on ?? today, today)} 天前了解的`
  }
}
