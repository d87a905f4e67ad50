import { damaged, type OpenFile, unreadable } from './file-row.ts'
import { sheetRows } from './sheet.ts'
import { readXml } from './xml.ts'
import { type Archive, openArchive } from './zip.ts'

/** What cells refer to: texts by number and, by style, whether a number is a date. */
export interface Workbook {
  texts: string[]
  dateStyles: boolean[]
  from1904: boolean
}

const mostText = 40_000_000

/** Opens an XLSX for reading row by row. Hidden sheets are left out: nobody means to import what nobody sees. */
export async function openWorkbook(file: string): Promise<OpenFile> {
  const archive = await openArchive(file)
  try {
    if (!archive.has('xl/workbook.xml')) throw unreadable(notAWorkbook(archive))
    const { visible, from1904 } = await sheetsOf(archive)
    const book = { texts: await sharedTexts(archive), dateStyles: await dateStyles(archive), from1904 }
    return {
      sheets: visible.map(({ name, part }, index) => ({
        no: index + 1,
        name,
        rows: () => sheetRows(archive, part, book),
      })),
      close: () => archive.close(),
    }
  } catch (error) {
    await archive.close()
    throw error
  }
}

function notAWorkbook(archive: Archive): string {
  return archive.has('xl/workbook.bin') || archive.has('content.xml')
    ? '这种表格格式不支持，请用 Excel 或 WPS 打开后另存为 xlsx 再上传'
    : '这不是 Excel 工作簿，请上传 xlsx、csv 或 txt 文件'
}

async function sheetsOf(archive: Archive) {
  const parts = new Map<string, string>()
  await readXml(archive.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) parts.set(Id, partName(Target))
    },
  })
  const visible: { name: string; part: string }[] = []
  let from1904 = false
  await readXml(archive.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const [, relation = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? []
      const part = parts.get(relation)
      if (part && archive.has(part)) visible.push({ name: attributes.name ?? '', part })
    },
  })
  if (visible.length === 0) throw damaged()
  return { visible, from1904 }
}

const partName = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

async function sharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = []
  if (!archive.has('xl/sharedStrings.xml')) return texts
  let length = 0
  let item = ''
  let inText = false
  let inReading = false // how a word is pronounced stands beside it and is no part of it
  await readXml(archive.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') item = ''
      if (name === 'rPh') inReading = true
      if (name === 't') inText = !inReading
    },
    text: (text) => {
      if (inText) item += text
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
      if (name !== 'si') return
      texts.push(item)
      length += item.length
      if (length > mostText) throw unreadable('文件里的文字太多，请拆成几个文件分批导入')
    },
  })
  return texts
}

async function dateStyles(archive: Archive): Promise<boolean[]> {
  const styles: boolean[] = []
  if (!archive.has('xl/styles.xml')) return styles
  const dateFormats = new Set([
    14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 36, 45, 46, 47, 57, 58,
  ])
  let inCells = false
  await readXml(archive.read('xl/styles.xml'), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && isDateFormat(formatCode ?? '')) dateFormats.add(Number(numFmtId))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(dateFormats.has(Number(numFmtId)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** A format with day, month or year letters outside of quotes and brackets. */
const isDateFormat = (code: string) => /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
