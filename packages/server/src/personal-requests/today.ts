import { endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { type PersonalRequestKind, personalRequestKindLabel } from '@zhuowei/domain/profiles/request.ts'
import type { Asking, Item } from '../today/items.ts'
import { visibleRequests } from './access.ts'
import { linkTo } from './telling.ts'

/** 个人信息保护法 50: what the manager has to answer, and what the administrator has to erase. */
export async function personalRequestItems({ db, ask, actor }: Asking): Promise<Item[]> {
  if (actor.role !== 'dm' && actor.role !== 'adm') return []
  const decides = actor.role === 'dm'
  const rows = await ask(
    visibleRequests(db, actor)
      .where('state', '=', decides ? 'open' : 'approved')
      .select(['id', 'number', 'dueOn'])
      .select((row) => row.ref('kind').$castTo<PersonalRequestKind>().as('kind')) // personal_requests_kind_known
      .orderBy('dueOn')
      .limit(20),
  )
  return rows.map(({ id, number, kind, dueOn }) => ({
    key: `personal-request:${id}`,
    kind: 'personal_request' as const,
    title: `个人信息请求 ${number}：${personalRequestKindLabel[kind]}`,
    tag: null,
    facts: decides ? '联系人本人的要求，答复后办结' : '经理已同意，删除后办结',
    clause: '六.3.1)④',
    dueAt: endOfDay(dueOn),
    action: { label: decides ? '处理' : '删除', to: linkTo(id), urge: null },
  }))
}
