import { PassThrough, type Readable } from 'node:stream'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import {
  type AccountSource,
  type AccountStatus,
  type AccountType,
  accountSourceLabel,
  accountStatusLabel,
  accountTypeLabel,
} from '@zhuowei/domain/customers/account.ts'
import { type TradeStatus, tradeStatusLabel } from '@zhuowei/domain/customers/grade.ts'
import { sql } from 'kysely'
import { harmless, headerStyle, workbookInto } from '../imports/sheet-file.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Secrets } from '../platform/secrets.ts'

interface Making {
  db: Trx
  secrets: Secrets
  customerIds: readonly string[]
  withContacts: boolean
  /** 内部资料, who, when: at the foot of each printed page and in the last row. */
  mark: string
}

const atOnce = 500

/** The workbook as it grows, some hundred customers at a time, so that a large list needs no more memory than a small one. */
export function customerWorkbook(making: Making): Readable {
  const stream = new PassThrough()
  write(making, stream).catch((error: Error) => stream.destroy(error))
  return stream
}

async function write({ db, secrets, customerIds, withContacts, mark }: Making, stream: PassThrough) {
  const workbook = await workbookInto(stream)
  const sheet = sheetWithFooter(workbook, '客户', mark)
  const columns = allColumns.filter(({ isContact }) => withContacts || !isContact)
  sheet.columns = columns.map(({ width = 14 }) => ({ width, style: { numFmt: '@' } }))
  const header = sheet.addRow(columns.map(({ label }) => label))
  header.eachCell((cell) => Object.assign(cell, { style: headerStyle }))
  header.commit()
  for (let start = 0; start < customerIds.length; start += atOnce) {
    const rows = await rowsOf(db, customerIds.slice(start, start + atOnce))
    for (const row of rows)
      sheet.addRow(columns.map(({ cell }) => harmless(cell(row, secrets) ?? ''))).commit()
  }
  sheet.addRow([mark]).commit()
  sheet.commit()
  await workbook.commit()
}

/** 三.1 the mark stands at the foot of every page that is printed. */
export const sheetWithFooter = (
  workbook: Awaited<ReturnType<typeof workbookInto>>,
  name: string,
  mark: string,
) =>
  workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    headerFooter: { oddFooter: `&C${mark.replaceAll('&', '&&')}` },
  })

function rowsOf(db: Trx, ids: readonly string[]) {
  return db
    .selectFrom('customers')
    .innerJoin('regions', 'regions.id', 'customers.regionId')
    .leftJoin('people as owner', 'owner.id', 'customers.ownerId')
    .leftJoin('customers as parent', 'parent.id', 'customers.parentId')
    .leftJoin('contacts', (join) =>
      join
        .onRef('contacts.customerId', '=', 'customers.id')
        .on('contacts.isPrimary', '=', true)
        .on('contacts.deletedAt', 'is', null),
    )
    .where(sql<boolean>`customers.id = any(${[...ids]}::uuid[])`)
    .select(['customers.number', 'customers.name', 'customers.grade', 'customers.tradeStatus'])
    .select(['customers.status', 'customers.type', 'customers.source', 'customers.city', 'customers.county'])
    .select(['customers.creditCode', 'customers.formCompleteness', 'customers.lastActivityAt'])
    .select([
      'customers.lastActivityKind',
      'customers.nextStep',
      'customers.nextStepOn',
      'customers.createdAt',
    ])
    .select(['regions.name as region', 'owner.name as owner', 'parent.name as parent'])
    .select(['contacts.name as contactName', 'contacts.position', 'contacts.phoneSealed'])
    .orderBy('customers.nameOrder')
    .orderBy('customers.id')
    .execute()
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

interface Column {
  label: string
  width?: number
  isContact?: true
  cell(row: Row, secrets: Secrets): string | null
}

// The words of the constraints customers_…_known.
const allColumns: readonly Column[] = [
  { label: '编号', cell: ({ number }) => number },
  { label: '客户名称', width: 32, cell: ({ name }) => name },
  { label: '客户等级', width: 10, cell: ({ grade }) => grade },
  { label: '交易', cell: ({ tradeStatus }) => tradeStatusLabel[tradeStatus as TradeStatus] },
  { label: '客户状态', cell: ({ status }) => accountStatusLabel[status as AccountStatus] },
  { label: '客户类型', cell: ({ type }) => accountTypeLabel[type as AccountType] },
  { label: '客户来源', cell: ({ source }) => accountSourceLabel[source as AccountSource] },
  { label: '片区', cell: ({ region }) => region },
  { label: '城市', cell: ({ city }) => city },
  { label: '县（区）', cell: ({ county }) => county },
  { label: '负责人', width: 10, cell: ({ owner }) => owner ?? '经理池' },
  { label: '上级单位', width: 28, cell: ({ parent }) => parent },
  { label: '统一社会信用代码', width: 22, cell: ({ creditCode }) => creditCode },
  { label: '反馈表完整度', cell: ({ formCompleteness }) => `${formCompleteness}%` },
  {
    label: '最近活动',
    cell: ({ lastActivityKind, lastActivityAt }) => (lastActivityKind ? shanghaiDate(lastActivityAt) : null),
  },
  { label: '下一步', width: 28, cell: ({ nextStep }) => nextStep },
  { label: '下一步日期', cell: ({ nextStepOn }) => nextStepOn },
  { label: '建档日期', cell: ({ createdAt }) => shanghaiDate(createdAt) },
  { label: '联系人', isContact: true, cell: ({ contactName }) => contactName },
  { label: '联系人职位', width: 18, isContact: true, cell: ({ position }) => position },
  {
    label: '联系电话',
    width: 18,
    isContact: true,
    cell: ({ phoneSealed }, secrets) => (phoneSealed ? secrets.open(phoneSealed) : null),
  },
]
