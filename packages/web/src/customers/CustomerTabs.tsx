import { getRouteApi, Link } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { Suspense, useEffect, useRef } from 'react'
import { customerTab, customerTabs } from '../app/customer-tabs.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'

const route = getRouteApi('/shell/customers/$customerId')

/** The line of tabs; the address says which one is open. */
export function CustomerTabs({ customer, className }: { customer: Customer; className?: string }) {
  const { tab } = route.useSearch()
  const line = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab in the address decides which link is the current one
  useEffect(() => {
    const open = line.current?.querySelector<HTMLElement>('[aria-current="page"]')
    // Only the line moves: scrollIntoView would move the page as well.
    if (line.current && open)
      line.current.scrollLeft = open.offsetLeft - (line.current.clientWidth - open.offsetWidth) / 2
  }, [tab])
  return (
    <nav ref={line} className={className} aria-label="客户的内容">
      {customerTabs.map(({ key, label }) => (
        <Link
          key={key}
          to="/customers/$customerId"
          params={{ customerId: customer.id }}
          search={key === 'overview' ? {} : { tab: key }}
          replace
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {label(customer)}
        </Link>
      ))}
    </nav>
  )
}

export function CustomerTabBody({ customer }: { customer: Customer }) {
  const { tab } = route.useSearch()
  const { key, Body } = customerTab(tab)
  return (
    <Suspense key={key} fallback={<PageSkeleton />}>
      <Body customer={customer} />
    </Suspense>
  )
}
