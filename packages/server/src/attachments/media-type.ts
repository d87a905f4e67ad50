import type { FileKind } from '@zhuowei/contract/attachments.ts'

interface Signature {
  mediaType: string
  matches(head: Buffer): boolean
}

const startsWith =
  (...bytes: number[]) =>
  (head: Buffer) =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes))
const text = (offset: number, word: string) => (head: Buffer) =>
  head.subarray(offset, offset + word.length).toString('latin1') === word
const zip = startsWith(0x50, 0x4b, 0x03, 0x04)
/** The names of the entries stand uncompressed in the file. */
const zipWith = (folder: string) => (head: Buffer) => zip(head) && head.includes(folder)
const office = 'application/vnd.openxmlformats-officedocument'

/** In this order: an Office file is a ZIP, too. */
const signatures: readonly Signature[] = [
  { mediaType: 'application/pdf', matches: text(0, '%PDF-') },
  { mediaType: 'image/png', matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { mediaType: 'image/jpeg', matches: startsWith(0xff, 0xd8, 0xff) },
  { mediaType: 'image/gif', matches: text(0, 'GIF8') },
  { mediaType: 'image/webp', matches: (head) => text(0, 'RIFF')(head) && text(8, 'WEBP')(head) },
  { mediaType: 'image/heic', matches: (head) => text(4, 'ftyphei')(head) || text(4, 'ftypmif1')(head) },
  { mediaType: `${office}.wordprocessingml.document`, matches: zipWith('word/') },
  { mediaType: `${office}.spreadsheetml.sheet`, matches: zipWith('xl/') },
  { mediaType: `${office}.presentationml.presentation`, matches: zipWith('ppt/') },
  { mediaType: 'application/zip', matches: zip },
  {
    mediaType: 'application/x-ole-storage',
    matches: startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  },
  { mediaType: 'application/vnd.rar', matches: text(0, 'Rar!') },
  { mediaType: 'application/x-7z-compressed', matches: startsWith(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c) },
  { mediaType: 'application/gzip', matches: startsWith(0x1f, 0x8b) },
  { mediaType: 'audio/mp4', matches: text(4, 'ftypM4A') },
  { mediaType: 'video/mp4', matches: text(4, 'ftyp') },
  { mediaType: 'audio/mpeg', matches: (head) => text(0, 'ID3')(head) || startsWith(0xff, 0xfb)(head) },
  { mediaType: 'audio/amr', matches: text(0, '#!AMR') },
  { mediaType: 'audio/wav', matches: (head) => text(0, 'RIFF')(head) && text(8, 'WAVE')(head) },
  { mediaType: 'text/plain', matches: isText },
]

const anything = 'application/octet-stream'

/** What the content is, whatever the name says: a page that calls itself a picture is text and is never shown as a page. */
export const mediaTypeOf = (head: Buffer): string =>
  signatures.find(({ matches }) => matches(head))?.mediaType ?? anything

/** What can be shown in place. */
export function previewOf(mediaType: string): 'picture' | 'pdf' | null {
  if (mediaType === 'application/pdf') return 'pdf'
  return ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(mediaType) ? 'picture' : null
}

const kinds: Record<string, FileKind> = {
  'application/pdf': 'pdf',
  [`${office}.wordprocessingml.document`]: 'document',
  [`${office}.spreadsheetml.sheet`]: 'sheet',
  [`${office}.presentationml.presentation`]: 'slides',
  'application/zip': 'archive',
  'application/vnd.rar': 'archive',
  'application/x-7z-compressed': 'archive',
  'application/gzip': 'archive',
}
const families: Record<string, FileKind> = { image: 'picture', audio: 'sound', video: 'film', text: 'text' }
/** Word, Excel and PowerPoint of before 2007 begin alike; there the name tells. */
const oldOffice: Record<string, FileKind> = { doc: 'document', xls: 'sheet', ppt: 'slides' }

export function kindOf(mediaType: string, name: string): FileKind {
  if (mediaType === 'application/x-ole-storage') return oldOffice[endingOf(name)] ?? 'other'
  return kinds[mediaType] ?? families[mediaType.slice(0, mediaType.indexOf('/'))] ?? 'other'
}

const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

/** Tab, line feed, form feed, carriage return. */
const whiteSpace = [9, 10, 12, 13]

/** UTF-8 or the older Chinese encoding, without the bytes that no text has. The last character may be cut off. */
function isText(head: Buffer): boolean {
  if (head.some((byte) => byte < 32 && !whiteSpace.includes(byte))) return false
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
      return true
    } catch {
      return false
    }
  })
}
