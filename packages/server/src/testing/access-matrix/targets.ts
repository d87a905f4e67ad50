import { endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { searchRow } from '../../customers/search-row.ts'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import type { Owner } from './expected.ts'

/** One of everything that belongs to a person: the records whose access is tried. */
export interface Target {
  personId: string
  customerId: string
  contactId: string
  activityId: string
  reportId: string
  obligationId: string
  absenceId: string
  importId: string
  /** A day of its own, so that two targets of a person never meet. */
  date: string
}

let made = 0

/** Written straight into the tables: what is tried is access, not how the records came about. */
export async function makeTarget(
  { services: { db, secrets }, people, regions, ...world }: World,
  owner: Owner,
  name = '验权客户',
): Promise<Target> {
  const person = people[owner]
  const other = owner === 'pmOther'
  const divisionId = other ? world.otherDivisionId : world.divisionId
  const regionId = other ? regions.elsewhere : owner === 'pmOtherRegion' ? regions.lanhai : regions.yunling
  const at = new Date('2026-11-20T10:00:00+08:00')
  const stamps = { createdAt: at, createdBy: person.id, updatedAt: at, updatedBy: person.id }
  made += 1
  const date = new Date(Date.UTC(2025, 0, made)).toISOString().slice(0, 10)
  const target: Target = {
    personId: person.id,
    customerId: newId(),
    contactId: newId(),
    activityId: newId(),
    reportId: newId(),
    obligationId: newId(),
    absenceId: newId(),
    importId: newId(),
    date,
  }
  const common = { divisionId, ...stamps }
  await db
    .insertInto('customers')
    .values({
      ...common,
      id: target.customerId,
      number: `KH-T-${made}`,
      name: `${name}${made}`,
      nameKey: `${name}${made}`,
      type: 'other',
      regionId,
      ownerId: person.id,
      status: 'contacting',
      tradeStatus: 'untraded',
      grade: 'C',
      source: 'phone',
      ...searchRow({ name: `${name}${made}`, number: `KH-T-${made}` }, []),
      lastActivityAt: at,
      statusSince: at,
      gradeSince: at,
      contactCount: 2,
    })
    .execute()
  await db
    .insertInto('contacts')
    .values([
      {
        ...common,
        id: newId(),
        customerId: target.customerId,
        name: '首要',
        position: '主任',
        isPrimary: true,
      },
      {
        ...common,
        id: target.contactId,
        customerId: target.customerId,
        name: '江予安',
        position: '班长',
        phoneSealed: secrets.seal('19900000002'),
        phoneFingerprint: secrets.fingerprint('19900000002'),
        phoneMask: '199****0002',
      },
    ])
    .execute()
  await db
    .insertInto('activities')
    .values({
      ...common,
      id: target.activityId,
      customerId: target.customerId,
      kind: 'visit',
      happenedAt: at,
      happenedOn: '2026-11-20',
      authorId: person.id,
      visitorIds: [person.id],
      content: '内容',
      result: '结果',
      problem: '无',
      nextStep: '再约',
      nextOn: '2026-11-30',
    })
    .execute()
  await db
    .insertInto('reports')
    .values({
      id: target.reportId,
      divisionId,
      authorId: person.id,
      kind: 'daily',
      periodKey: date,
      onDate: date,
      subject: '工作日报',
      timeOption: '一天',
      description: JSON.stringify([{ text: '计划', ref: null, done: true }]),
      result: JSON.stringify([{ text: '完成', ref: null, done: null }]),
      submittedAt: at,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await db
    .insertInto('obligations')
    .values({
      id: target.obligationId,
      divisionId,
      personId: person.id,
      kind: 'daily',
      periodKey: date,
      subject: '工作日报',
      onDate: date,
      opensAt: at,
      dueAt: endOfDay(date),
      graceAt: endOfDay(date),
      closesAt: endOfDay(date),
      state: 'missed',
      closedAt: at,
      updatedAt: at,
    })
    .execute()
  await db
    .insertInto('absences')
    .values({
      id: target.absenceId,
      divisionId,
      personId: person.id,
      kind: 'leave',
      fromDate: date,
      toDate: date,
      reason: '事假',
      registeredOn: date,
      approvedBy: people.dm.id,
      approvedAt: at,
      createdAt: at,
      createdBy: people.dm.id,
    })
    .execute()
  await db
    .insertInto('imports')
    .values({
      id: target.importId,
      divisionId,
      createdBy: (other ? people.dmOther : people.dm).id,
      fileName: '客户.xlsx',
      fileHash: target.importId,
      state: 'checked',
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  return target
}
