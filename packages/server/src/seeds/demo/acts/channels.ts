import { type Claimed, claimDue } from '../../../channels/claim.ts'
import { setGroupKinds } from '../../../channels/groups.ts'
import { saveMailSettings } from '../../../channels/mail-settings.ts'
import { failed, type Outcome, sent } from '../../../channels/outcome.ts'
import { addRobot } from '../../../channels/robot-settings.ts'
import { settle } from '../../../channels/settle.ts'
import { remindOfReports } from '../../../obligations/remind.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as, divisionId, type Stage } from '../stage/stage.ts'

/**
 * §1B-18 reminders outward since Wednesday: a mailbox that refuses, a group that could not be reached for an evening. Nothing ever leaves
 * the demonstration; what became of each message is told here.
 */
export function channelActs(quarter: Quarter): Act[] {
  const act = (key: string, at: Date, play: (stage: Stage) => Promise<unknown>): Act => ({
    at,
    key: `channels|${key}`,
    play,
  })
  const set = quarter.at('2026-11-18', '16:00')
  let robotId = ''
  return [
    act('mail', set, (stage) => as(stage, 'admin', set, (work) => saveMailSettings(work, mail))),
    act('robot', set, (stage) =>
      as(stage, 'admin', set, async (work) => {
        const robot = await addRobot({ ...work, outbound: 'off' }, { divisionId, ...group })
        robotId = robot.id
      }),
    ),
    act('robot-kinds', quarter.at('2026-11-18', '16:20'), (stage) =>
      as(stage, 'anpeizhi', quarter.at('2026-11-18', '16:20'), (work) =>
        setGroupKinds(work, robotId, { kinds: ['reminder', 'meeting'], version: 1 }),
      ),
    ),
    ...rounds.map(([date, time]) => {
      const at = quarter.at(date, time)
      return act(`round|${date} ${time}`, at, (stage) => goRound(stage, at, { date, time }))
    }),
  ]
}

const mail = {
  ...{ enabled: true, host: 'smtp.example.com', port: 465, security: 'tls' as const, version: 0 },
  ...{ username: 'tixing@example.com', password: 'demo-zhuowei' },
  ...{ fromAddress: 'tixing@example.com', fromName: '卓维提醒' },
}
const group = {
  provider: 'wecom' as const,
  name: '电力事业部群',
  address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=demo-zhuowei',
  secret: null,
  enabled: true,
}

const rounds = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23'].flatMap((date) =>
  ['08:31', '09:06', '17:31', '20:31'].map((time) => [date, time] as const),
)

/** The reminders of two days; later ones would only ring the bells of a Monday that has enough to say. */
async function goRound(
  { db }: Stage,
  at: Date,
  { date, time }: { date: string; time: string },
): Promise<void> {
  const groupIsDown = date === '2026-11-19'
  if (`${date} ${time}` < '2026-11-20 12:00') await remindOfReports(db, at)
  for (;;) {
    const { claimed, looked } = await claimDue(db, at, true)
    if (looked === 0) return
    for (const one of claimed) await settle(db, one, becameOf(one, groupIsDown), at)
  }
}

function becameOf({ channel, email }: Claimed, groupIsDown: boolean): Outcome {
  if (email === 'fale@example.com')
    return failed('收件地址被拒收（550）', { final: true, blames: 'recipient' })
  return channel === 'robot' && groupIsDown ? failed('对方服务器出错（502）') : sent
}
