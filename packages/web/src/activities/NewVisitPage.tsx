import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { visitKindLabel } from '@zhuowei/domain/customers/visit.ts'
import { ChooseCustomer } from './ChooseCustomer.tsx'
import { NewVisit } from './NewVisit.tsx'

const route = getRouteApi('/shell/activities/new')

/** 记拜访: first whose, then what. The address names both, so that a link from a customer starts at the form. */
export function NewVisitPage() {
  const { customerId, kind = 'visit', contactId, nextStep } = route.useSearch()
  const navigate = useNavigate()
  const title = `记${visitKindLabel[kind]}`
  const choose = (chosen: string | undefined) =>
    navigate({ to: '/activities/new', search: { customerId: chosen, kind }, replace: chosen === undefined })
  if (!customerId) return <ChooseCustomer title={title} kind={kind} onChoose={choose} />
  return (
    <NewVisit
      key={customerId}
      title={title}
      customerId={customerId}
      beginning={{ kind, contactId, nextStep }}
      onChange={() => choose(undefined)}
    />
  )
}
