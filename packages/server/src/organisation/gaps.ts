import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'
import { mayAdminister } from './access.ts'
import { employed } from './position.ts'

/** A place in the organisation that nobody fills yet, and where it is filled. */
export interface Gap {
  text: string
  label: string
  to: string
}

/** From the top down, so that each new colleague finds the superior (二.1); only for whoever can fill the gap. */
export async function organisationGaps({ db, actor, now }: Reading): Promise<Gap[]> {
  if (!mayAdminister(actor)) return []
  const leaders = await employed(db, shanghaiDate(now))
    .where('role', 'in', ['gm', 'dm'])
    .select(['role', 'divisionId'])
    .execute()
  const { rows: divisions } = await sql<{ id: string; name: string; regions: number; ownerless: string[] }>`
    select d.id, d.name, count(r.id)::int as regions,
      coalesce(array_agg(r.name order by r.code) filter (where r.id is not null and r.owner_id is null), '{}') as ownerless
    from divisions d left join regions r on r.division_id = d.id
    group by d.id order by d.name`.execute(db)
  const led = new Set(leaders.map(({ divisionId }) => divisionId))
  return [
    ...(leaders.some(({ role }) => role === 'gm') ? [] : [noGeneralManager]),
    ...divisions.filter(({ id }) => !led.has(id)).map(({ id, name }) => noManager(id, name)),
    ...divisions.filter(({ regions }) => regions === 0).map(({ name }) => noRegions(name)),
    ...divisions.flatMap(({ ownerless }) => ownerless.map(noOwner)),
  ]
}

const noGeneralManager: Gap = {
  text: '还没有总经理：事业部经理的汇报没有人点评。',
  label: '办理总经理入职',
  to: '/settings/people/new?role=gm',
}

const noManager = (id: string, name: string): Gap => ({
  text: `${name}还没有经理：日报没有人点评、豁免，客户没有人分派。`,
  label: '办理经理入职',
  to: `/settings/people/new?role=dm&divisionId=${id}`,
})

const noRegions = (name: string): Gap => ({
  text: `${name}还没有片区：客户和项目主管按片区分。`,
  label: '建立片区',
  to: '/settings/organisation',
})

const noOwner = (region: string): Gap => ({
  text: `${region}还没有片区经理：没写负责人的客户会进经理池。`,
  label: '指定片区经理',
  to: '/settings/organisation',
})
