import { kindOf, topics, usualMailTopics } from '@zhuowei/domain/channels/kinds.ts'
import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'

interface Told {
  id: string
  personId: string
}

interface About {
  kind: string
  until: Date | null
  dedupeKey: string | null
  forGroup?: true | undefined
}

/**
 * Writes down, in the transaction of the notifications, what has to leave the house for them: to each person by the channels that he
 * has chosen for their topic, and once to each group whose manager wants the kind. Whether it is the hour for it is judged when it is sent.
 */
export async function queueDeliveries(
  trx: Trx,
  told: readonly Told[],
  about: About,
  now: Date,
): Promise<void> {
  const targets = [...(await toPeople(trx, told, about.kind)), ...(await toGroups(trx, told, about))]
  if (targets.length === 0) return
  const { kind, until } = about
  await trx
    .insertInto('deliveries')
    .values(
      targets.map((target) => ({
        id: newId(),
        kind,
        until,
        state: 'waiting',
        nextAt: now,
        createdAt: now,
        ...target,
      })),
    )
    .onConflict((conflict) => conflict.constraint('deliveries_once').doNothing())
    .execute()
}

async function toPeople(trx: Trx, told: readonly Told[], kind: string) {
  const { topic } = kindOf(kind)
  const rows = await trx
    .selectFrom('people')
    .leftJoin('reminderChoices', 'reminderChoices.personId', 'people.id')
    .leftJoin('mailSettings', (join) => join.on('mailSettings.enabled', '=', true))
    .leftJoin('pushDevices', 'pushDevices.personId', 'people.id')
    .select(['people.id', 'people.divisionId', 'pushDevices.id as deviceId', 'pushDevices.host'])
    .select(['reminderChoices.mailTopics', 'reminderChoices.pushTopics'])
    .select(sql<boolean>`people.email is not null and mail_settings.enabled is not null`.as('hasMail'))
    .where(
      'people.id',
      'in',
      told.map(({ personId }) => personId),
    )
    .where((row) => row.or([row('mailSettings.enabled', '=', true), row('pushDevices.id', 'is not', null)]))
    .execute()
  const notificationOf = new Map(told.map(({ id, personId }) => [personId, id]))
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([personId, devices]) => {
    const [{ divisionId, hasMail, mailTopics, pushTopics }] = devices as [(typeof devices)[number]] // groupBy makes no empty group
    const notificationId = notificationOf.get(personId)
    const common = { divisionId, personId, notificationId }
    const mail = hasMail && (mailTopics ?? usualMailTopics).includes(topic)
    const push = (pushTopics ?? topics).includes(topic)
    return [
      ...(mail ? [{ ...common, key: `mail:${notificationId}`, channel: 'mail', destination: 'mail' }] : []),
      ...devices.flatMap(({ deviceId, host }) =>
        push && deviceId
          ? [
              {
                ...common,
                key: `push:${deviceId}:${notificationId}`,
                channel: 'push',
                deviceId,
                destination: `push:${host}`,
              },
            ]
          : [],
      ),
    ]
  })
}

async function toGroups(trx: Trx, told: readonly Told[], { kind, dedupeKey, forGroup }: About) {
  if (!forGroup || !kindOf(kind).group) return []
  const robots = await trx
    .selectFrom('groupRobots')
    .innerJoin('people', 'people.divisionId', 'groupRobots.divisionId')
    .select(['groupRobots.id', 'groupRobots.divisionId'])
    .distinct()
    .where('groupRobots.enabled', '=', true)
    .where((row) => row(row.val(kind), '=', row.fn.any('groupRobots.kinds')))
    .where(
      'people.id',
      'in',
      told.map(({ personId }) => personId),
    )
    .execute()
  const notificationId = told[0]?.id
  return robots.map(({ id, divisionId }) => ({
    divisionId,
    notificationId,
    key: `robot:${id}:${dedupeKey ?? notificationId}`,
    channel: 'robot',
    robotId: id,
    destination: `robot:${id}`,
  }))
}
