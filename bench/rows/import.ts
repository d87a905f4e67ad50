import { api } from '@zhuowei/contract/api.ts'
import { createClient } from '@zhuowei/contract/client.ts'
import { type Cell, largeXlsx } from '@zhuowei/server/imports/testing/tables.ts'
import { ownerPool } from '@zhuowei/server/platform/db/connect.ts'
import { nameOf } from '../support/customers.ts'
import { clerk, cookieOf, regions, salespeople } from '../support/division.ts'
import { type Figure, megabytes, seconds, times } from '../support/figures.ts'
import { removeCustomers, unchecked } from '../support/remove.ts'
import type { Place } from './list.ts'

const rows = 10_000
const mark = '导入'

/** 10,000 customers from an XLSX over HTTP: upload, preview of every row, run; beside inserting the finished rows again. */
export async function importRow({ databaseUrl, server }: Place): Promise<Figure[]> {
  await removeImported(databaseUrl)
  const file = await workbook()
  const cookie = cookieOf(clerk)
  const client = createClient(api, { baseUrl: server.url, headers: () => ({ cookie }) })
  const before = await server.memory()
  const peaks = [before]
  const began = performance.now()
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(file)]), '客户.xlsx')
  const { id } = await client.imports.upload({ form })
  const settled = async (states: readonly string[]) => {
    for (;;) {
      const now = await client.imports.get({ params: { id } })
      peaks.push(await server.memory())
      if (states.includes(now.state)) return now
      if (now.state === 'failed') throw new Error(now.failure ?? 'the import failed')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const mapped = await settled(['mapping', 'checked'])
  await client.imports.check({
    params: { id },
    body: { mapping: mapped.mapping, options: mapped.options, version: mapped.version },
  })
  const checked = await settled(['checked'])
  const checkedAfter = performance.now() - began
  await client.imports.run({ params: { id }, body: { mode: 'valid_rows', version: checked.version } })
  const done = await settled(['done'])
  const took = performance.now() - began
  if (done.counts.customersCreated !== rows)
    throw new Error(`${done.counts.customersCreated} of ${rows} customers were created`)
  const bare = await insertAgain(databaseUrl, id)
  await removeImported(databaseUrl)
  const peak = Math.max(...peaks)
  return [
    {
      row: 'import',
      what: '导入 10,000 客户（XLSX）',
      measured: `${seconds(took)}，其中读取和预检 ${seconds(checkedAfter)}`,
      floor: `${seconds(bare)}（只插入写好的行）`,
      ratio: times(took / bare),
      budget: '< 60 s',
      met: took < 60_000,
    },
    {
      row: 'import',
      what: '导入时进程内存：之前 / 最高',
      measured: `${megabytes(before)} / ${megabytes(peak)}`,
      floor: '',
      ratio: times(peak / before),
      budget: '< 400 MB',
      met: peak < 400e6,
    },
  ]
}

function workbook(): Promise<Buffer> {
  const heading = [
    '客户名称',
    '联系人',
    '联系人职位',
    '联系电话',
    '客户状态',
    '片区',
    '负责人',
    '客户等级',
    '城市',
  ]
  const lines = Array.from({ length: rows }, (_, index): Cell[] => {
    const owner = salespeople[index % salespeople.length]
    const region = regions[owner?.region ?? 0]
    const phone = `199${10_000_000 + index}`
    return [
      `${mark}${nameOf(index)}`,
      '王海燕',
      '设备部主任',
      phone,
      '潜在',
      region?.name ?? '',
      owner?.name ?? '',
      'C',
      '云澈',
    ]
  })
  return largeXlsx([heading, ...lines])
}

/** The floor: the customers and contacts that the import wrote, written again in one transaction. */
async function insertAgain(databaseUrl: string, importId: string): Promise<number> {
  const pool = ownerPool({ connectionString: databaseUrl })
  const client = await pool.connect()
  await client.query('create temp table kept_customers as select * from customers where import_id = $1', [
    importId,
  ])
  await client.query(
    'create temp table kept_contacts as select * from contacts where customer_id in (select id from kept_customers)',
  )
  await client.query(unchecked)
  await client.query('delete from contacts where customer_id in (select id from kept_customers)')
  await client.query('delete from customers where import_id = $1', [importId])
  await client.query('reset session_replication_role')
  const began = performance.now()
  await client.query('begin')
  await client.query('insert into customers select * from kept_customers')
  await client.query('insert into contacts select * from kept_contacts')
  await client.query('commit')
  const took = performance.now() - began
  client.release()
  await pool.end()
  return took
}

async function removeImported(databaseUrl: string): Promise<void> {
  await removeCustomers(databaseUrl, `${mark}%`)
  const pool = ownerPool({ connectionString: databaseUrl })
  await pool.query('delete from imports')
  await pool.query('vacuum analyze customers, contacts')
  await pool.end()
}
