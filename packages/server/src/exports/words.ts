import type { activityAges, CustomerFilters } from '@zhuowei/contract/customer-shapes.ts'
import type { ExportScope } from '@zhuowei/contract/exports.ts'
import { accountStatusLabel, accountTypeLabel } from '@zhuowei/domain/customers/account.ts'
import { tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'

/** The filter as people read it in the register. */
export async function wordsOf(
  { db, actor }: Pick<Writing, 'db' | 'actor'>,
  { ids, matching }: ExportScope,
): Promise<string> {
  if (ids) return '逐家选中的客户'
  const { where, ...facets } = matching ?? {}
  const named = await namesOf(db, facets)
  const parts = Object.entries(facets).flatMap(([key, value]) => {
    if (value === undefined || value.length === 0) return []
    const { label, word } = said[key as keyof typeof said] // the keys of the shape
    const words = [value].flat().map((one) => word(one, named))
    return [`${label}${words.join('、')}`]
  })
  const whose = actor.role === 'spm' ? ['本人负责'] : []
  const conditions = where?.groups.flatMap(({ items }) => items).length ?? 0
  const built = conditions > 0 ? [`另有 ${conditions} 个条件`] : []
  return [...whose, ...parts, ...built].join('，') || '全部客户'
}

interface Said {
  label: string
  word(value: string, named: ReadonlyMap<string, string>): string
}

const itself = (value: string) => value
const byName = (value: string, named: ReadonlyMap<string, string>) => named.get(value) ?? '经理池'
const table = (labels: Record<string, string>) => (value: string) => labels[value] ?? value

const ageLabel: Record<(typeof activityAges)[number], string> = {
  within14: '14 天内有活动',
  within30: '15 至 30 天前有活动',
  over30: '30 天以上没有活动',
  never: '没有活动过',
}

/** A condition that the list learns needs its word here. */
const said: Record<Exclude<keyof CustomerFilters, 'where'>, Said> = {
  // What was typed may be somebody's phone number, and the register is no place for it.
  q: { label: '搜索', word: (text) => (/\d{4}/.test(text) ? '（号码）' : `“${text}”`) },
  grade: { label: '等级 ', word: itself },
  tradeStatus: { label: '', word: table(tradeStatusLabel) },
  status: { label: '状态 ', word: table(accountStatusLabel) },
  type: { label: '类型 ', word: table(accountTypeLabel) },
  regionId: { label: '片区 ', word: byName },
  ownerId: { label: '负责人 ', word: byName },
  city: { label: '城市 ', word: itself },
  lastActivity: { label: '', word: table(ageLabel) },
  tagId: { label: '标签 ', word: byName },
  parentId: { label: '上级单位 ', word: byName },
}

async function namesOf(
  db: Trx,
  { regionId = [], ownerId = [], tagId = [], parentId }: CustomerFilters,
): Promise<Map<string, string>> {
  const people = ownerId.filter((owner) => owner !== 'none')
  const rows = await Promise.all([
    regionId.length > 0
      ? db.selectFrom('regions').select(['id', 'name']).where('id', 'in', regionId).execute()
      : [],
    tagId.length > 0 ? db.selectFrom('tags').select(['id', 'name']).where('id', 'in', tagId).execute() : [],
    people.length > 0
      ? db.selectFrom('people').select(['id', 'name']).where('id', 'in', people).execute()
      : [],
    parentId ? db.selectFrom('customers').select(['id', 'name']).where('id', '=', parentId).execute() : [],
  ])
  return new Map(rows.flat().map(({ id, name }) => [id, name]))
}
