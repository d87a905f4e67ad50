import { depart } from '../../../organisation/depart.ts'
import { createDivision } from '../../../organisation/divisions.ts'
import { createPerson, type FirstCredential } from '../../../organisation/onboard.ts'
import { reassign } from '../../../organisation/reassign.ts'
import { appointRegionOwner, createRegion } from '../../../organisation/regions.ts'
import { confidentialityPromise } from '../../../platform/session/confidentiality.ts'
import { hashPassword } from '../../../platform/session/password.ts'
import { acknowledgeConfidentiality } from '../../../session/confidentiality.ts'
import { demoPassword } from '../../../session/demo-people.ts'
import { member, type RegionCode, type Username, usernames } from '../cast.ts'
import { regionCodes, regions } from '../places.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as, divisionId, personId, regionId, type Stage } from '../stage/stage.ts'

/** The division is set up, 法乐 arrives, 库伦 leaves and hands over. */
export function organisationActs(quarter: Quarter): Act[] {
  const arrives = quarter.at(member('fale').entry, '09:05')
  return [
    { at: quarter.at('2025-02-03', '09:00'), key: 'founding', play: (stage) => found(stage, quarter) },
    ...usernames
      .filter((who) => who !== 'fale')
      .map((who) => promise(who, quarter.at('2026-09-01', '08:50'))),
    {
      at: quarter.at('2026-09-10', '15:00'),
      key: 'hire|fale',
      play: (stage) => hire(stage, 'fale', quarter, '2026-09-10'),
    },
    promise('fale', arrives),
    {
      at: quarter.at('2026-09-14', '09:20'),
      key: 'region|JT|fale',
      play: (stage) => giveRegionToFale(stage, quarter),
    },
    {
      at: quarter.at('2026-10-30', '17:40'),
      key: 'depart|kulun',
      play: (stage) => departure(stage, quarter),
    },
  ]
}

async function found(stage: Stage, quarter: Quarter): Promise<void> {
  const now = quarter.at('2025-02-03', '09:00')
  const actor = { id: personId('admin'), name: member('admin').name }
  const asAdmin = (command: (work: Parameters<typeof createDivision>[0]) => Promise<unknown>) =>
    stage.db.transaction().execute((db) => command({ db, actor, now }))
  await asAdmin((work) =>
    createDivision(
      work,
      { name: '电力事业部', companyName: '卓维', aliases: ['营销中心', '市场部'] },
      { id: divisionId, isDemo: true },
    ),
  )
  for (const code of regionCodes) {
    await asAdmin((work) =>
      createRegion(work, { divisionId, name: regions[code].name, code }, { id: regionId(code) }),
    )
  }
  for (const who of usernames.filter((one) => one !== 'fale')) await hire(stage, who, quarter, '2025-02-03')
  for (const code of regionCodes) {
    const owner = code === 'JT' ? 'hezhi' : regions[code].owner // 何之 minds 江汀 until somebody is hired for it
    await own(stage, code, owner, now)
  }
}

const credentials = new WeakMap<Stage, Promise<FirstCredential>>()

/** One hash for everybody: the demonstration's password is on the sign-in page anyway. */
function credential(stage: Stage): Promise<FirstCredential> {
  const known =
    credentials.get(stage) ??
    hashPassword(demoPassword).then((passwordHash) => ({ passwordHash, changeDue: false }))
  credentials.set(stage, known)
  return known
}

async function hire(stage: Stage, who: Username, quarter: Quarter, written: string): Promise<void> {
  const { name, role, employeeNo, entry, attendanceClerk = false, region } = member(who)
  const outside = role === 'gm' || role === 'adm'
  const works: RegionCode[] = region ? (who === 'hezhi' ? ['SY', 'JT'] : [region]) : []
  const actor = { id: personId('admin'), name: member('admin').name }
  const given = await credential(stage)
  await stage.db.transaction().execute((db) =>
    createPerson(
      { db, actor, now: quarter.at(written, '09:00') },
      {
        ...{
          name,
          role,
          employeeNo,
          attendanceClerk,
          username: who,
          email: `${who}@example.com`,
          phone: null,
        },
        divisionId: outside ? null : divisionId,
        regionIds: works.map(regionId),
        managerId: null,
        entryDate: quarter.day(entry),
      },
      given,
      { id: personId(who), isDemo: true },
    ),
  )
}

function promise(who: Username, at: Date): Act {
  const play = (stage: Stage) =>
    as(stage, who, at, (work) => acknowledgeConfidentiality(work, confidentialityPromise.version))
  return { at, key: `promise|${who}`, play }
}

async function own(stage: Stage, code: RegionCode, who: Username, at: Date): Promise<void> {
  await as(stage, 'admin', at, async (work) =>
    appointRegionOwner(work, regionId(code), {
      ownerId: personId(who),
      version: await versionOf(stage, 'regions', regionId(code)),
    }),
  )
  stage.actors.clear()
}

async function giveRegionToFale(stage: Stage, quarter: Quarter): Promise<void> {
  const at = quarter.at('2026-09-14', '09:20')
  await own(stage, 'JT', 'fale', at)
  await as(stage, 'admin', at, async (work) =>
    reassign(work, personId('hezhi'), {
      ...{ role: 'pm', divisionId, attendanceClerk: false, managerId: personId('anpeizhi') },
      regionIds: [regionId('SY')],
      version: await versionOf(stage, 'people', personId('hezhi')),
    }),
  )
  stage.actors.clear()
}

async function departure(stage: Stage, quarter: Quarter): Promise<void> {
  await as(stage, 'admin', quarter.at('2026-10-30', '17:40'), async (work) =>
    depart(work, personId('kulun'), {
      leavingDate: quarter.day('2026-10-30'),
      shutNow: false,
      handover: { to: personId('hezhi'), exceptions: [] },
      regionOwners: [],
      newManagerId: null,
      workTo: null,
      reason: '个人原因离职，客户由何之接手',
      version: await versionOf(stage, 'people', personId('kulun')),
    }),
  )
}

async function versionOf({ db }: Stage, table: 'people' | 'regions', id: string): Promise<number> {
  const { version } = await db
    .selectFrom(table)
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return version
}
