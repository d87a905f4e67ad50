import type { CustomerSummary } from '@zhuowei/contract/customer-shapes.ts'
import {
  accountStatuses,
  accountStatusLabel,
  accountTypeLabel,
  accountTypes,
} from '@zhuowei/domain/customers/account.ts'
import { gradeLabel, grades, tradeStatuses, tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import type { DotTone } from '../ui/Dot.tsx'
import { type Facet, Facets } from '../ui/Facets.tsx'
import type { CustomersSearch } from './customers-search.ts'

interface CustomerFacetsProps {
  search: CustomersSearch
  /** Absent while the numbers are being counted: the values that are always there stand without them. */
  summary: CustomerSummary | undefined
  onChange: (next: Partial<CustomersSearch>) => void
}

const ages: readonly { value: string; label: string; tone: DotTone }[] = [
  { value: 'within14', label: '14 天内', tone: 'green' },
  { value: 'within30', label: '15 至 30 天', tone: 'amber' },
  { value: 'over30', label: '30 天以上', tone: 'red' },
  { value: 'never', label: '还没去过', tone: 'grey' },
]

export function CustomerFacets({ search, summary, onChange }: CustomerFacetsProps) {
  return (
    <Facets
      facets={facetsOf(search, summary)}
      chosen={{
        grade: search.grade ?? [],
        tradeStatus: search.tradeStatus ?? [],
        lastActivity: search.lastActivity ?? [],
        status: search.status ?? [],
        ownerId: search.ownerId ?? [],
        regionId: search.regionId ?? [],
        city: search.city ?? [],
        type: search.type ?? [],
        tagId: search.tagId ?? [],
      }}
      onChange={(key, values) => onChange({ [key]: values.length > 0 ? values : undefined })}
      onClear={() =>
        onChange({
          grade: undefined,
          tradeStatus: undefined,
          lastActivity: undefined,
          status: undefined,
          ownerId: undefined,
          regionId: undefined,
          city: undefined,
          type: undefined,
          tagId: undefined,
        })
      }
    />
  )
}

function facetsOf(search: CustomersSearch, summary: CustomerSummary | undefined): Facet[] {
  const facets = summary?.facets
  const plus = summary && !summary.exact ? '+' : ''
  const count = (counts: readonly { value: string; count: number }[] | undefined, value: string) =>
    counts && `${counts.find((one) => one.value === value)?.count ?? 0}${plus}`
  const fixed = <T extends string>(
    values: readonly T[],
    label: (value: T) => string,
    counts: readonly { value: string; count: number }[] | undefined,
  ) => values.map((value) => ({ value, label: label(value), ...withCount(count(counts, value)) }))
  const named = (
    counts: readonly { value: string; name: string; count: number }[] | undefined,
    chosen: readonly string[] = [],
  ) =>
    (counts ?? [])
      .filter((one) => one.count > 0 || chosen.includes(one.value))
      .map((one) => ({ value: one.value, label: one.name, count: `${one.count}${plus}` }))
  const cities = (facets?.city ?? []).map(({ value, count: n }) => ({
    value,
    label: value,
    count: `${n}${plus}`,
  }))
  const used = <O extends { value: string; count?: string }>(options: O[], chosen: readonly string[] = []) =>
    options.filter(({ value, count: n }) => n === undefined || !/^0\+?$/.test(n) || chosen.includes(value))
  return [
    {
      key: 'grade',
      title: '客户等级',
      options: fixed(grades, (one) => `${one} ${gradeLabel[one]}`, facets?.grade),
    },
    {
      key: 'tradeStatus',
      title: '交易',
      options: fixed(tradeStatuses, (one) => tradeStatusLabel[one], facets?.tradeStatus),
    },
    {
      key: 'lastActivity',
      title: '最近活动',
      options: ages.map((age) => ({ ...age, ...withCount(count(facets?.lastActivity, age.value)) })),
    },
    {
      key: 'status',
      title: '客户状态',
      options: used(
        fixed(accountStatuses, (one) => accountStatusLabel[one], facets?.status),
        search.status,
      ),
    },
    { key: 'ownerId', title: '负责人', options: named(facets?.owner, search.ownerId) },
    { key: 'regionId', title: '片区', options: named(facets?.region, search.regionId) },
    { key: 'tagId', title: '标签', options: named(facets?.tag, search.tagId) },
    { key: 'city', title: '城市', options: cities },
    {
      key: 'type',
      title: '客户类型',
      options: used(
        fixed(accountTypes, (one) => accountTypeLabel[one], facets?.type),
        search.type,
      ),
    },
  ].filter((facet) => facet.options.length > (facet.key === 'regionId' ? 1 : 0))
}

const withCount = (count: string | undefined) => (count === undefined ? {} : { count })
