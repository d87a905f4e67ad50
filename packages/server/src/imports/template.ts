import {
  type ImportField,
  importFieldLabel,
  importFields,
  requiredImportFields,
} from '@zhuowei/contract/import-shapes.ts'
import { headerStyle, writeWorkbook } from './sheet-file.ts'
import { dictionaries } from './words.ts'

/** An empty list with the headings that the import knows best, and beside it what each column takes. */
export function importTemplate(): Promise<Buffer> {
  return writeWorkbook(async (workbook) => {
    const list = workbook.addWorksheet('客户和联系人', { views: [{ state: 'frozen', ySplit: 1 }] })
    list.columns = importFields.map((field) => ({
      width: Math.max(12, importFieldLabel[field].length * 2 + 4),
      style: { numFmt: '@' }, // text, so that phones keep their zeros
    }))
    const header = list.addRow(importFields.map((field) => heading(field)))
    header.eachCell((cell) => Object.assign(cell, { style: headerStyle }))
    header.commit()
    list.commit()
    const guide = workbook.addWorksheet('填写说明')
    guide.columns = [{ width: 20 }, { width: 10 }, { width: 80 }]
    const guideHeader = guide.addRow(['列', '必填', '可以填什么'])
    guideHeader.eachCell((cell) => Object.assign(cell, { style: headerStyle }))
    guideHeader.commit()
    for (const field of importFields)
      guide.addRow([importFieldLabel[field], isRequired(field) ? '必填' : '', accepted(field)]).commit()
    guide.commit()
  })
}

const isRequired = (field: ImportField) => requiredImportFields.some((required) => required === field)
const heading = (field: ImportField) => `${importFieldLabel[field]}${isRequired(field) ? '*' : ''}`

const said: Partial<Record<ImportField, string>> = {
  name: '全称；同一家客户可以占多行，每行一位联系人',
  contactPhone: '手机号、带区号的座机（0871-63123456）或 400 号码',
  region: '片区的名称或代码；空着时按负责人或导入设置',
  owner: '姓名、工号或用户名；空着时归片区负责人',
  creditCode: '18 位代码',
  parent: '上级单位的全称；可以是已有客户，也可以是本文件里的另一行',
  grade: `${dictionaries.grade.accepted}；交易客户只能 A、B`,
}

function accepted(field: ImportField): string {
  const words = Object.entries(dictionaries).find(([name]) => name === field)?.[1]
  return said[field] ?? words?.accepted ?? ''
}
