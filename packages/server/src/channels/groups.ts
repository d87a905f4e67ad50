import type { channelsApi, RobotProvider } from '@zhuowei/contract/channels.ts'
import type { Body, Returned } from '@zhuowei/contract/kernel.ts'
import { groupKinds, kindOf } from '@zhuowei/domain/channels/kinds.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { refuseStale } from '../platform/refuse-stale.ts'
import { visibleRobots } from './access.ts'
import { findRobot } from './robot-settings.ts'

type Group = Returned<typeof channelsApi.setGroupKinds>

export async function listGroups({ db, actor }: Reading): Promise<Group[]> {
  const rows = await visibleRobots(db, actor)
    .selectAll('groupRobots')
    .$narrowType<{ provider: RobotProvider }>() // group_robots_provider_known
    .orderBy('createdAt')
    .execute()
  return rows.map(present)
}

/** The manager says what a group of the division reads; only what names nobody can be chosen. */
export async function setGroupKinds(
  work: Writing,
  id: string,
  { kinds, version }: Body<typeof channelsApi.setGroupKinds>,
): Promise<Group> {
  const { db, actor, now } = work
  const row = await findRobot(work, id)
  await refuseStale(row.version, { kinds, version }, () => present(row))
  if (kinds.some((kind) => !groupKinds.includes(kind))) throw invalid('kinds', '有不能发到群里的类别')
  const chosen = groupKinds.filter((kind) => kinds.includes(kind))
  await db
    .updateTable('groupRobots')
    .set({ kinds: chosen, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .execute()
  const labels = chosen.map((kind) => kindOf(kind).label).join('、')
  await recordEvent(db, actor, now, {
    verb: 'channel.group_set',
    subjectType: 'group_robot',
    subjectId: id,
    divisionId: row.divisionId,
    summary: `群“${row.name}”收：${labels || '无'}`,
    before: { kinds: row.kinds },
    after: { kinds: chosen },
  })
  return present({ ...row, kinds: chosen, version: version + 1 })
}

type Row = Awaited<ReturnType<typeof findRobot>>

function present({ id, provider, name, enabled, kinds, version }: Row): Group {
  const choices = groupKinds.map((kind) => ({
    kind,
    label: kindOf(kind).label,
    chosen: kinds.includes(kind),
  }))
  return { id, provider, name, enabled, kinds: choices, version }
}
