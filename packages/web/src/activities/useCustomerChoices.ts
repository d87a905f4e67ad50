import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { useDeferredValue } from 'react'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { customersAtHand } from './customers-at-hand.ts'
import { dayLabel } from './next-days.ts'
import { isUnreached } from './outbox.ts'

export interface CustomerChoice {
  id: string
  name: string
  grade: Grade
  facts: string
  /** “上周五拜访过”. */
  last: string
}

export interface CustomerChoices {
  groups: readonly { title: string; choices: readonly CustomerChoice[] }[]
  isLoading: boolean
  error: unknown
  retry: () => void
}

const recentShown = 6

/** With nothing typed: where one was lately, then one's own customers. Otherwise what the search finds, by two characters or by pinyin. */
export function useCustomerChoices(typed: string): CustomerChoices {
  const { person } = useSession()
  const today = shanghaiDate(useNow())
  const q = useDeferredValue(typed.trim())
  const recent = useQuery(read('activities', 'list', { query: { mine: 'true', limit: 40 } }))
  const own = useQuery(read('customers', 'list', { query: { ownerId: [person.id], limit: 30 } }))
  const ownsNone = own.data?.items.length === 0
  const found = useQuery({
    ...read('customers', 'list', { query: { q: q || undefined, limit: 30 } }),
    enabled: q !== '' || ownsNone,
    placeholderData: keepPreviousData,
  })
  const choiceOf = ({ id, name, grade, ...rest }: CustomerListItem): CustomerChoice => ({
    id,
    name,
    grade,
    facts: [
      accountStatusLabel[rest.status],
      rest.county ?? rest.city,
      rest.owner?.id === person.id ? null : (rest.owner?.name ?? '经理池'),
    ]
      .filter(Boolean)
      .join('，'),
    last: rest.lastActivityKind ? dayLabel(shanghaiDate(new Date(rest.lastActivityAt)), today) : '还没去过',
  })
  const source = q || ownsNone ? found : own
  const isUnreachable =
    source.data === undefined &&
    (source.fetchStatus === 'paused' || (source.error !== null && isUnreached(source.error)))
  if (isUnreachable) {
    const atHand = customersAtHand(person.id).filter(({ name }) => name.includes(q))
    return {
      groups:
        atHand.length > 0 ? [{ title: '没有网络：这台设备上的客户', choices: atHand.map(choiceOf) }] : [],
      isLoading: false,
      error: atHand.length > 0 ? null : (source.error ?? new Error('没有网络')),
      retry: () => void source.refetch(),
    }
  }
  const all = (source.data?.items ?? []).map(choiceOf)
  const visitedIds = [...new Set(recent.data?.items.map(({ customer }) => customer.id))].slice(0, recentShown)
  const lately = visitedIds.flatMap((id) => all.find((choice) => choice.id === id) ?? [])
  const groups = q
    ? [{ title: `找到 ${all.length}${source.data?.next ? '+' : ''} 家`, choices: all }]
    : [
        { title: '最近去过', choices: lately },
        { title: ownsNone ? '客户' : '我的客户', choices: all.filter((choice) => !lately.includes(choice)) },
      ]
  return {
    groups: groups.filter(({ choices }) => choices.length > 0),
    isLoading: source.isPending || (q === '' && recent.isPending),
    error: source.error,
    retry: () => void source.refetch(),
  }
}
