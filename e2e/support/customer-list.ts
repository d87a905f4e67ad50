import { type Cell, largeXlsx } from '@zhuowei/server/imports/testing/tables.ts'

/** A list as an office keeps it: a title, a header of its own words, and every thirtieth phone number wrong. */
export function customerList(rows: number): Promise<Buffer> {
  return largeXlsx(linesOf(rows))
}

function* linesOf(rows: number): Generator<Cell[]> {
  yield ['电力事业部客户清单']
  yield ['制表：综合管理', null, '2026-11-20']
  yield ['序号', '单位名称', '联系人', '职务', '手机号码', '客户状态', '片区', '地市']
  for (let index = 1; index <= rows; index++) {
    const phone = index % 30 === 0 ? '号码待查' : 19_800_000_000 + index
    yield [index, `岚坪第${index}供电所`, `周知${index}`, '信通专责', phone, '潜在', '云岭片区', '岚汀市']
  }
}
