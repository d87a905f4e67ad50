import type { Readable } from 'node:stream'
import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { exportedLabel, exportedText } from '@zhuowei/domain/exports/export.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { notify } from '../notifications/notify.ts'
import type { Actor } from '../platform/actor.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { publish } from '../platform/live/live.ts'
import { notFound } from '../platform/refusal.ts'
import type { Services } from '../platform/services.ts'
import { complianceTable } from './compliance-table.ts'
import { complianceWorkbook } from './compliance-workbook.ts'
import { linkTo, parametersFor } from './request.ts'
import { stillExportable } from './scope.ts'
import { gridOf, stillSeesGrid, thingOf } from './thing.ts'
import { customerWorkbook } from './workbook.ts'

const mostAttempts = 3
const hourMs = 60 * 60 * 1000

// One export at a time in each process; whoever asks while one is made waits behind it.
let line: Promise<void> = Promise.resolve()

/** Makes the files that are due; a process that is killed leaves its export to the next, whole or not at all. */
export function makeExports(services: Services): Promise<void> {
  line = line
    .then(async () => {
      while (await makeNext(services));
    })
    .catch((error: unknown) => services.log.error({ err: error }, '导出中断'))
  return line
}

async function makeNext(services: Services): Promise<boolean> {
  let attempted: string | undefined
  try {
    return await services.db.transaction().execute(async (trx) => {
      const row = await nextQueued(trx)
      attempted = row?.id
      if (row) await makeFile(services, trx, row)
      return row !== undefined
    })
  } catch (error) {
    if (attempted === undefined) throw error
    services.log.error({ err: error, exportId: attempted }, '导出出错')
    await countFailure(services, attempted)
    return true
  }
}

const nextQueued = (trx: Trx) =>
  trx
    .selectFrom('exports')
    .selectAll()
    .where('state', '=', 'queued')
    .orderBy('requestedAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

type Queued = NonNullable<Awaited<ReturnType<typeof nextQueued>>>

async function makeFile({ secrets, files, clock }: Services, trx: Trx, row: Queued): Promise<void> {
  const now = clock.now()
  const { id, divisionId } = row
  const { actor, employeeNo } = await applicantOf(trx, row.requestedBy)
  const [date, time] = [shanghaiDate(now), shanghaiTime(now)]
  const mark = `内部资料 ${actor.name} ${employeeNo} ${date} ${time}`
  const { rows, workbook } = await contentOf({ db: trx, secrets, actor, now }, row, mark)
  const content = await files.stage(workbook)
  try {
    await files.keep(trx, content)
  } finally {
    await files.discard(content)
  }
  const what = exportedText(thingOf(row), rows)
  const parameters = await parametersFor(trx, divisionId, now)
  await trx
    .updateTable('exports')
    .set({
      ...{ state: 'ready', rows, madeAt: now, version: row.version + 1 },
      ...{ fileHash: content.hash, fileSize: content.size },
      fileName: `${exportedLabel[thingOf(row)].name}-${date.replaceAll('-', '')}-${time.replace(':', '')}.xlsx`,
      expiresAt: new Date(now.getTime() + parameters['export.linkHours'] * hourMs),
    })
    .where('id', '=', id)
    .execute()
  await recordEvent(trx, null, now, {
    ...{ verb: 'export.made', subjectType: 'export', subjectId: id, divisionId },
    summary: `生成导出文件：${what}`,
    onBehalfOf: actor.id,
    after: { sha256: content.hash },
  })
  const title = `导出的 ${what}可以下载，${parameters['export.linkHours']} 小时内有效`
  await notify(trx, { personIds: [actor.id], kind: 'export', title, link: linkTo(id) }, now)
  await publish(trx, { kind: 'changed', personId: actor.id, topic: 'exports' })
}

/** As many as are still this person's; the grid as it counts now. */
async function contentOf(
  { db, secrets, actor, now }: Writing & { secrets: Services['secrets'] },
  row: Queued,
  mark: string,
): Promise<{ rows: number; workbook: Readable }> {
  const grid = gridOf(row)
  if (grid) {
    if (!stillSeesGrid(actor, grid)) throw notFound()
    const table = await complianceTable({ db, actor, now }, grid)
    return { rows: table.people, workbook: complianceWorkbook(table, mark) }
  }
  const { withContacts } = row
  const customerIds = await stillExportable(db, actor, row.customerIds)
  return {
    rows: customerIds.length,
    workbook: customerWorkbook({ db, secrets, customerIds, withContacts, mark }),
  }
}

async function countFailure({ db, clock }: Services, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('exports')
      .set((old) => ({ attempts: old('attempts', '+', 1) }))
      .where('id', '=', id)
      .returning(['attempts', 'requestedBy'])
      .executeTakeFirstOrThrow()
    if (row.attempts < mostAttempts) return
    await trx.updateTable('exports').set({ state: 'failed' }).where('id', '=', id).execute()
    const title = '导出没有成功，请重新申请'
    await notify(trx, { personIds: [row.requestedBy], kind: 'export', title, link: linkTo(id) }, clock.now())
  })
}

/** With the rights of this moment, not those of the request. */
async function applicantOf(trx: Trx, personId: string): Promise<{ actor: Actor; employeeNo: string }> {
  const { employeeNo, role, ...person } = await trx
    .selectFrom('people')
    .select(['id', 'name', 'role', 'divisionId', 'employeeNo', 'attendanceClerk'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const works = await trx
    .selectFrom('regionMembers')
    .select('regionId')
    .where('personId', '=', personId)
    .execute()
  const owns = await trx.selectFrom('regions').select('id').where('ownerId', '=', personId).execute()
  return {
    employeeNo,
    actor: {
      ...person,
      role: role as Role, // people_role_known
      regionIds: works.map(({ regionId }) => regionId),
      ownedRegionIds: owns.map(({ id }) => id),
      sessionId: '',
      passwordChangeDue: false,
      confidentialityDue: false,
    },
  }
}
