import { changeTags } from '../../../customers/tag-changes.ts'
import { createTag } from '../../../customers/tags.ts'
import { stableId } from '../../../platform/ids.ts'
import type { DemoCustomer } from '../customers.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as, customerId } from '../stage/stage.ts'

const labels: readonly [name: string, carries: (customer: DemoCustomer) => boolean][] = [
  ['框架内', ({ traded, type }) => traded && (type === 'city_grid' || type === 'county_grid')],
  ['试点单位', ({ grade, type }) => grade === 'A' && type !== 'construction'],
  ['年底有预算', ({ status }) => status === 'project'],
]

/** The labels of the division, put on by the manager in bulk; each is one command that can be taken back. */
export function tagActs(quarter: Quarter, customers: readonly DemoCustomer[]): Act[] {
  const at = quarter.at('2026-11-16', '08:50')
  const then = quarter.at('2026-11-16', '08:55')
  const old = customers.filter(({ createdOn }) => createdOn < quarter.first)
  return labels.flatMap(([name, carries]) => {
    const id = stableId(`demo|tag|${name}`)
    const ids = old.filter(carries).map((customer) => customerId(customer.name))
    return [
      {
        at,
        key: `tag|${name}`,
        play: (stage) => as(stage, 'anpeizhi', at, (work) => createTag(work, name, id)),
      },
      {
        at: then,
        key: `tagged|${name}`,
        play: (stage) =>
          as(stage, 'anpeizhi', then, (work) => changeTags(work, { ids, add: [id], remove: [] })),
      },
    ] satisfies Act[]
  })
}
