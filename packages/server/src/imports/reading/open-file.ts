import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { type OpenFile, unreadable } from './file-row.ts'
import { openText, type TextEncoding } from './text.ts'
import { openWorkbook } from './workbook.ts'

/** Opens a table by what it contains; the ending of its name says nothing reliable. */
export async function openTable(file: string): Promise<OpenFile> {
  const beginning = await firstBytes(file, 65_536)
  if (beginning.length === 0) throw unreadable('文件是空的')
  if (isArchive(beginning)) return openWorkbook(file)
  if (isCompound(beginning)) throw unreadable(await whyNotCompound(file))
  return openText(file, await encodingOf(file, beginning))
}

/** False for a text, a page or a picture; an empty file may become anything. */
export async function canBeWorkbook(file: string): Promise<boolean> {
  const beginning = await firstBytes(file, 8)
  return beginning.length === 0 || isArchive(beginning) || isCompound(beginning)
}

const isArchive = (beginning: Buffer) =>
  startsWith(beginning, '504b0304') || startsWith(beginning, '504b0506')
const isCompound = (beginning: Buffer) => startsWith(beginning, 'd0cf11e0a1b11ae1')

const saveAsXlsx = '请用 Excel 或 WPS 打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再上传'

/** Both the old .xls and every encrypted workbook come in this wrapping. */
async function whyNotCompound(file: string): Promise<string> {
  const marker = Buffer.from('EncryptedPackage', 'utf16le')
  for await (const chunk of createReadStream(file, { highWaterMark: 8 * 1024 * 1024 })) {
    if ((chunk as Buffer).includes(marker)) return '文件加了密码，请去掉密码另存后再上传' // a stream without encoding gives buffers
  }
  return `这是旧的 xls 格式。${saveAsXlsx}`
}

async function encodingOf(file: string, beginning: Buffer): Promise<TextEncoding> {
  if (startsWith(beginning, 'fffe')) return 'utf16le'
  if (startsWith(beginning, 'feff')) return 'utf16be'
  if (/^\s*(<!doctype|<html|<table|<\?xml|<meta)/i.test(beginning.toString('latin1', 0, 300)))
    throw unreadable(`这是网页格式的表格，只是改了扩展名。${saveAsXlsx}`)
  if (beginning.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)))
    throw unreadable('无法识别这个文件，请上传 xlsx、csv 或 txt 文件')
  return (await isUtf8(file)) ? 'utf8' : 'gb18030'
}

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(file)) decoder.decode(chunk as Buffer, { stream: true }) // buffers, as above
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

const startsWith = (bytes: Buffer, hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex

async function firstBytes(file: string, length: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
