import {
  accountSourceLabel,
  accountStatusLabel,
  accountTypeLabel,
} from '@zhuowei/domain/customers/account.ts'
import {
  attitudeLabel,
  deptKindLabel,
  personKindLabel,
  personLevelLabel,
  purchaseRoleLabel,
  relationshipLevelLabel,
} from '@zhuowei/domain/customers/contact.ts'
import { gradeLabel, tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'

/** A list of accepted words; `accepted` names them for the person whose word was not understood. */
interface Dictionary<Code extends string> {
  codeOf(word: string): Code | null
  /** The word of the screen for what was written. */
  meaningOf(word: string): string | null
  accepted: string
}

function dictionary<const Labels extends Record<string, string>>(
  labels: Labels,
  alsoSaid: { [Code in keyof Labels]?: readonly string[] } = {},
): Dictionary<keyof Labels & string> {
  const codes = new Map<string, keyof Labels & string>()
  for (const code of Object.keys(labels)) {
    for (const word of [code, labels[code] ?? '', ...(alsoSaid[code] ?? [])]) codes.set(plain(word), code)
  }
  const codeOf = (word: string) =>
    codes.get(plain(word)) ?? codes.get(plain(word).replace(/客户$/, '')) ?? null
  return {
    codeOf,
    meaningOf: (word) => {
      const code = codeOf(word)
      return code && (labels[code] ?? null)
    },
    accepted: Object.values(labels).join('、'),
  }
}

const plain = (word: string) => word.normalize('NFKC').toLowerCase().replace(/\s/g, '')

export const dictionaries = {
  status: dictionary(accountStatusLabel, {
    contacting: ['接触', '初步接触', '联系中'],
    interested: ['有意向'],
    project: ['项目跟进中', '跟进中'],
    cooperating: ['合作', '合作中', '成交'],
    lost: ['已流失'],
  }),
  type: dictionary(accountTypeLabel, {
    provincial_grid: ['省公司', '省电力公司'],
    city_grid: ['市公司', '地市公司', '市供电局', '地市供电公司', '供电局'],
    county_grid: ['县公司', '县供电局', '区县供电公司'],
    power_plant: ['电厂'],
    design_institute: ['设计院'],
    construction: ['电建', '电建公司', '施工单位'],
    dispatch: ['调度', '电科院', '调度中心'],
    materials: ['物资', '物资公司', '集体企业'],
    other: ['其它'],
  }),
  grade: {
    ...dictionary(gradeLabel, {
      A: ['A级', 'A类', '重要'],
      B: ['B级', 'B类'],
      C: ['C级', 'C类', '潜力'],
    }),
    accepted: 'A（重点）、B（一般）、C（有潜力）',
  },
  tradeStatus: dictionary(tradeStatusLabel, {
    traded: ['交易', '有交易', '已交易', '成交', '已成交', '是', '有', '老', 'y', 'yes', 'true', '1'],
    untraded: ['无交易', '未交易', '未成交', '否', '无', '没有', '新', 'n', 'no', 'false', '0'],
  }),
  source: dictionary(accountSourceLabel, {
    phone: ['电话', '电话营销'],
    first_visit: ['拜访', '上门拜访', '陌生拜访'],
    referral: ['介绍', '客户介绍'],
    tender: ['招标', '招标网', '投标'],
    exhibition: ['展览', '展览会'],
  }),
  departmentKind: dictionary(deptKindLabel, { using: ['使用'], purchasing: ['采购'], supporting: ['支持'] }),
  level: dictionary(personLevelLabel, {
    base: ['基层人员', '员工'],
    middle: ['中层干部', '中层领导'],
    senior: ['高层领导', '领导'],
  }),
  personKind: dictionary(personKindLabel, {
    user: ['使用'],
    buyer: ['采购'],
    manager: ['管理', '管理人员'],
    leader: ['高层领导'],
  }),
  purchaseRole: dictionary(purchaseRoleLabel, {
    decider: ['决策', '决策者'],
    influencer: ['影响'],
    specifier: ['指标', '技术指标'],
    terms: ['条款', '合同'],
    timing: ['时间'],
    budget: ['资金'],
    user: ['使用', '使用人员', '使用者'],
  }),
  relationship: dictionary(relationshipLevelLabel),
  attitude: dictionary(attitudeLabel),
} as const

export type DictionaryField = keyof typeof dictionaries

/** People write these where they have nothing to say. */
export const saysNothing = (cell: string): boolean =>
  /^(?:无|暂无|没有|不详|未知|空|[-—–/\\]+|n\/?a|#n\/a|null|none|nil)$/i.test(cell)
