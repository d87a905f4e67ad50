import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'

type Steps = NonNullable<OnServer<Today>['start']>

/** What a fresh installation still needs, in the order in which it is entered; nothing once customers are in. */
export async function startSteps({ db }: Reading, today: string): Promise<OnServer<Today>['start']> {
  const current = sql`(p.leaving_date is null or p.leaving_date >= ${today}::date)`
  const { rows } = await sql<{
    begun: boolean
    general: boolean
    unled: string[]
    regions: number
    unowned: string[]
    staff: number
  }>`select
      exists (select from customers) as begun,
      exists (select from people p where p.role = 'gm' and ${current}) as general,
      array(select d.name from divisions d where not exists (
        select from people p where p.division_id = d.id and p.role = 'dm' and ${current}) order by d.name) as unled,
      (select count(*)::int from regions) as regions,
      array(select r.name from regions r where r.owner_id is null order by r.code) as unowned,
      (select count(*)::int from people p where p.role in ('pm', 'oa') and ${current}) as staff`.execute(db)
  const [found] = rows
  if (!found || found.begun) return null
  return stepsOf(found)
}

function stepsOf(found: {
  general: boolean
  unled: readonly string[]
  regions: number
  unowned: readonly string[]
  staff: number
}): Steps {
  const person = (role: Role) => ({ label: '录入', to: `/settings/people/new?role=${role}` })
  const organisation = { label: '去设置', to: '/settings/organisation' }
  return [
    {
      key: 'gm',
      title: '总经理',
      facts: '经理的日报交给他；全公司的数字由他看',
      done: found.general,
      action: person('gm'),
    },
    {
      key: 'dm',
      title: '事业部经理',
      facts: found.unled.length > 0 ? `还没有经理：${found.unled.join('、')}` : '每个事业部都有经理',
      done: found.unled.length === 0,
      action: person('dm'),
    },
    {
      key: 'regions',
      title: '片区和片区负责人',
      facts:
        found.regions === 0
          ? '客户按片区分给人；先建片区，再指定负责人'
          : found.unowned.length > 0
            ? `还没有负责人：${found.unowned.join('、')}`
            : `${found.regions} 个片区都有负责人`,
      done: found.regions > 0 && found.unowned.length === 0,
      action: organisation,
    },
    {
      key: 'staff',
      title: '人员',
      facts: found.staff > 0 ? `已有 ${found.staff} 人` : '项目主管和综合管理；每人得到一次性初始密码',
      done: found.staff > 0,
      action: person('pm'),
    },
    {
      key: 'customers',
      title: '导入客户',
      facts: '由经理或综合管理登录后，在“客户”页点“导入”',
      done: false,
      action: null,
    },
  ]
}
