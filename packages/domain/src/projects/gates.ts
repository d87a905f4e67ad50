import { addDays, type PlainDate } from '../calendar/dates.ts'
import type { Parameters } from '../clauses/parameters.ts'
import { type Classed, isMajor } from './class.ts'
import type { Stage } from './stage.ts'

/** A piece of knowledge about the purchase and the day on which it was last confirmed by a visit or a call. */
export interface Known {
  confirmedOn: PlainDate
}

/** 七.2 with §4C: what is on record for each key point. Null: nothing is. */
export interface StageFacts {
  information: {
    plan: Known | null
    mainProblem: Known | null
    budget: Known | null
    purchaseTime: Known | null
    decisionMakers: number
    competitors: number
    /** Somebody has said that there is none. */
    withoutCompetitor: boolean
  }
  initiation: 'approved' | 'waiting' | null
  proposal: {
    versions: number
    /** 技术交流 or 方案汇报 since 立项 was approved. */
    presentations: number
    /** Somebody of the decision chain has come closer since, or supports us. */
    isRelationAdvanced: boolean
  }
  bid: {
    kind: 'tender' | 'negotiated' | null
    isDecided: boolean
    isSubmitted: boolean
    result: 'won' | 'agreed' | 'lost' | 'void' | null
    openingRows: number
  } | null
  negotiation: {
    records: number
    managerTookPart: boolean
    contract: 'approved' | 'waiting' | null
    hasSignedScan: boolean
  }
  execution: { isFinallyAccepted: boolean; contractFen: number; receivedFen: number; retentionFen: number }
}

/** Where on the project's page the missing thing is put right. */
export type GatePlace =
  | 'factors'
  | 'roles'
  | 'competitors'
  | 'initiation'
  | 'proposals'
  | 'activities'
  | 'bid'
  | 'negotiation'
  | 'contract'
  | 'receipts'

export interface GateItem {
  code: string
  words: string
  place: GatePlace
  isMet: boolean
  /** What is wrong with it, where more can be said than that it is not there. */
  why: string | null
}

type Freshness = Pick<Parameters, 'project.confirmedWithinDays'>

/** Everything that the key point of a stage asks for, met or not, in the order of the page (§4C). */
export function gateOf(
  stage: Stage,
  project: Classed,
  facts: StageFacts,
  parameters: Freshness,
  today: PlainDate,
): GateItem[] {
  switch (stage) {
    case 'information':
      return informationGate(facts.information, parameters, today)
    case 'initiation':
      return [
        item('initiation', '立项申请已批准', 'initiation', facts.initiation === 'approved', {
          why: facts.initiation === 'waiting' ? '正在审批' : null,
        }),
      ]
    case 'proposal':
      return proposalGate(facts.proposal)
    case 'bidding':
      return biddingGate(facts.bid)
    case 'negotiation':
      return negotiationGate(project, facts.negotiation)
    case 'execution':
      return executionGate(facts.execution)
  }
}

export const missingIn = (gate: readonly GateItem[]): GateItem[] => gate.filter(({ isMet }) => !isMet)

function informationGate(
  facts: StageFacts['information'],
  { 'project.confirmedWithinDays': days }: Freshness,
  today: PlainDate,
): GateItem[] {
  const since = addDays(today, -days)
  const known = (code: 'plan' | 'mainProblem' | 'budget' | 'purchaseTime', words: string) => {
    const fact = facts[code]
    const isFresh = fact !== null && fact.confirmedOn >= since
    return item(code, words, 'factors', isFresh, {
      why: fact && !isFresh ? `${days} 天内没有核实过` : null,
    })
  }
  return [
    known('plan', '采购计划'),
    known('mainProblem', '主要问题'),
    known('budget', '预算'),
    known('purchaseTime', '采购时间'),
    item('decisionMaker', '至少一位决策人', 'roles', facts.decisionMakers > 0),
    item(
      'competitor',
      '竞争对手，或写明没有',
      'competitors',
      facts.competitors > 0 || facts.withoutCompetitor,
    ),
  ]
}

const proposalGate = (facts: StageFacts['proposal']): GateItem[] => [
  item('proposal', '方案文件', 'proposals', facts.versions > 0),
  item('presentation', '立项后至少一次技术交流或方案汇报', 'activities', facts.presentations > 0),
  item('relation', '决策链人员关系推进', 'roles', facts.isRelationAdvanced),
]

function biddingGate(bid: StageFacts['bid']): GateItem[] {
  const isWon = bid?.result === 'won' || bid?.result === 'agreed'
  const common = [
    item('kind', '投标或议标', 'bid', bid?.kind != null),
    item('decision', '决定参加', 'bid', bid?.isDecided === true),
    item('submission', bid?.kind === 'negotiated' ? '已报价' : '已递交', 'bid', bid?.isSubmitted === true),
    item('result', bid?.kind === 'negotiated' ? '议定' : '中标', 'bid', isWon, {
      why: bid?.result === 'lost' ? '未中标' : bid?.result === 'void' ? '流标' : null,
    }),
  ]
  if (bid?.kind === 'negotiated') return common
  return [...common, item('opening', '开标记录', 'bid', (bid?.openingRows ?? 0) > 0)]
}

const negotiationGate = (project: Classed, facts: StageFacts['negotiation']): GateItem[] => [
  item('negotiation', '谈判记录', 'negotiation', facts.records > 0),
  // 二.2.1)(9)
  ...(isMajor(project)
    ? [item('manager', '部门经理参与谈判', 'negotiation' as const, facts.managerTookPart)]
    : []),
  item('contract', '合同审批通过', 'contract', facts.contract === 'approved', {
    why: facts.contract === 'waiting' ? '正在审批' : null,
  }),
  item('scan', '已签合同的扫描件', 'contract', facts.hasSignedScan),
]

/** The retention may still be open: the project is then in its warranty. */
const executionGate = (facts: StageFacts['execution']): GateItem[] => [
  item('acceptance', '终验', 'receipts', facts.isFinallyAccepted),
  item(
    'receipts',
    '货款收齐（质保金除外）',
    'receipts',
    facts.contractFen > 0 && facts.receivedFen >= facts.contractFen - facts.retentionFen,
  ),
]

function item(
  code: string,
  words: string,
  place: GatePlace,
  isMet: boolean,
  { why }: { why: string | null } = { why: null },
): GateItem {
  return { code, words, place, isMet, why: isMet ? null : why }
}
