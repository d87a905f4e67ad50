import { dueVisitsApi } from '@zhuowei/contract/due-visits.ts'
import { implement } from '../platform/http/implement.ts'
import { customersByRegion, dueVisitsByPerson } from './counts.ts'
import { listDueVisits } from './list.ts'
import { planVisit } from './plan.ts'

export const dueVisitsRoutes = implement(dueVisitsApi, {
  list: ({ query, ...reading }) => listDueVisits(reading, query),
  people: (reading) => dueVisitsByPerson(reading),
  regions: (reading) => customersByRegion(reading),
  plan: async ({ params, body, ...work }) => {
    await planVisit(work, params.id, body.on)
    return { id: params.id, plannedOn: body.on }
  },
})
