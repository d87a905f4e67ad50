import type { ProfileInput } from '@zhuowei/contract/profiles.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { emptyProfile, type ProfileContent } from '@zhuowei/domain/profiles/profile.ts'
import type { PersonalRequestKind } from '@zhuowei/domain/profiles/request.ts'
import { decideRequest } from '../../../personal-requests/commands.ts'
import { recordRequest } from '../../../personal-requests/record-request.ts'
import type { Database, Trx } from '../../../platform/db/connect.ts'
import { stableId } from '../../../platform/ids.ts'
import { saveProfile, viewProfile } from '../../../profiles/commands.ts'
import type { Username } from '../cast.ts'
import type { DemoCustomer } from '../customers.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as, customerId } from '../stage/stage.ts'

type When = readonly [date: PlainDate, time: string]

interface DemoProfile {
  by: Username
  /** Which of his customers; the profile is of its first contact. */
  nth: number
  at: When
  content: Partial<ProfileContent>
  basis: ProfileInput['basis']
  purpose: string
  source: string
  looks: readonly { who: Username; at: When; reason: string }[]
}

/** 六.3.1)④ three profiles: written for a purpose, looked at with a reason. */
const profiles: readonly DemoProfile[] = [
  {
    by: 'jiaoer',
    nth: 0,
    at: ['2026-10-15', '16:40'],
    content: {
      experience: '在变电检修工区做过班长，后来到生产技术部。',
      education: '电力系统及其自动化专业，本科。',
      expertise: '继电保护，对装置的定值整定很熟。',
      interests: '业余做无线电，喜欢听技术细节。',
      behaviour: '先看图纸再谈，不喜欢笼统的介绍。',
    },
    basis: 'provided',
    purpose: '准备继电保护改造的技术交流',
    source: '技术交流后本人谈起',
    looks: [
      { who: 'jiaoer', at: ['2026-11-12', '08:30'], reason: '准备拜访' },
      { who: 'anpeizhi', at: ['2026-11-20', '16:10'], reason: '核对下周的技术交流安排' },
    ],
  },
  {
    by: 'walan',
    nth: 0,
    at: ['2026-10-28', '17:05'],
    content: { expertise: '配电自动化，参加过行业标准讨论。', career: '今年起分管物资采购。' },
    basis: 'public',
    purpose: '说明采购流程中该找谁',
    source: '单位网站的分工公告',
    looks: [{ who: 'walan', at: ['2026-11-18', '08:45'], reason: '准备谈判' }],
  },
  {
    by: 'fute',
    nth: 0,
    at: ['2026-11-05', '17:30'],
    content: { interests: '每周打羽毛球。', habits: '喝茶，不喝酒。', behaviour: '决定前要和班组商量。' },
    basis: 'consent',
    purpose: '安排招待，避免不合适的场合',
    source: '本人当面同意记录',
    looks: [],
  },
]

interface DemoRequest {
  key: string
  by: Username
  nth: number
  at: When
  kind: PersonalRequestKind
  evidence: string
  decided?: { at: When; answer: string }
}

/** One answered, one that the manager still owes, one erasure that waits for the administrator. */
const requests: readonly DemoRequest[] = [
  {
    key: 'correct',
    by: 'walan',
    nth: 1,
    at: ['2026-10-20', '10:10'],
    kind: 'correct',
    evidence: '本人来电，回拨名片上的座机核实。职务已经变动，要求更正。',
    decided: { at: ['2026-10-22', '09:30'], answer: '职务已更正，电话告知本人。' },
  },
  {
    key: 'erase',
    by: 'weibo',
    nth: 2,
    at: ['2026-11-16', '15:20'],
    kind: 'erase',
    evidence: '本人已调离电力系统，当面提出，核对了工作证。',
    decided: { at: ['2026-11-18', '11:00'], answer: '同意删除，办结后电话告知本人。' },
  },
  {
    key: 'copy',
    by: 'jiaoer',
    nth: 3,
    at: ['2026-11-19', '14:05'],
    kind: 'copy',
    evidence: '本人用单位邮箱来信，想知道我们保存了什么。',
  },
]

export function profileActs(quarter: Quarter, customers: readonly DemoCustomer[]): Act[] {
  const customerOf = (by: Username, nth: number): string => {
    const customer = customers.filter(({ owner }) => owner === by)[nth]
    if (!customer) throw new Error(`${by} has no ${nth}th customer in the demonstration`)
    return customerId(customer.name)
  }
  return [
    ...profiles.flatMap((profile) => written(quarter, customerOf(profile.by, profile.nth), profile)),
    ...requests.flatMap((request) => asked(quarter, customerOf(request.by, request.nth), request)),
  ]
}

function written(quarter: Quarter, customer: string, profile: DemoProfile): Act[] {
  const { by, content, basis, purpose, source } = profile
  const at = quarter.at(...profile.at)
  const input = { ...emptyProfile, ...content, basis, purpose, source, separateConsent: false, version: 0 }
  return [
    {
      at,
      key: `profile|${by}`,
      play: (stage) =>
        as(stage, by, at, async (work) => saveProfile(work, await firstContact(work.db, customer), input)),
    },
    ...profile.looks.map(({ who, reason, ...look }, index): Act => {
      const then = quarter.at(...look.at)
      return {
        at: then,
        key: `profile|${by}|look|${index}`,
        play: (stage) =>
          as(stage, who, then, async (work) =>
            viewProfile(work, await firstContact(work.db, customer), reason),
          ),
      }
    }),
  ]
}

function asked(
  quarter: Quarter,
  customer: string,
  { key, by, kind, evidence, decided, ...request }: DemoRequest,
): Act[] {
  const at = quarter.at(...request.at)
  const id = stableId(`demo|personal-request|${key}`)
  const receivedOn = quarter.day(request.at[0])
  const recorded: Act = {
    at,
    key: `personal-request|${key}`,
    play: (stage) =>
      as(stage, by, at, async (work) =>
        recordRequest(work, await firstContact(work.db, customer), { kind, receivedOn, evidence }, id),
      ),
  }
  if (!decided) return [recorded]
  const then = quarter.at(...decided.at)
  const answered: Act = {
    at: then,
    key: `personal-request|${key}|decided`,
    play: (stage) =>
      as(stage, 'anpeizhi', then, (work) =>
        decideRequest(work, id, { version: 1, agree: true, answer: decided.answer }),
      ),
  }
  return [recorded, answered]
}

async function firstContact(db: Database | Trx, customer: string): Promise<string> {
  const { id } = await db
    .selectFrom('contacts')
    .select('id')
    .where('customerId', '=', customer)
    .where('isPrimary', '=', true)
    .executeTakeFirstOrThrow()
  return id
}
