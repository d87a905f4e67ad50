import { invalid } from '../platform/refusal.ts'
import { mediaTypeOf } from './media-type.ts'

const programs = new Set(
  'exe com scr pif msi msix dll sys bat cmd ps1 vbs vbe js jse wsf wsh hta lnk reg jar apk ipa app dmg deb rpm sh run'.split(
    ' ',
  ),
)

/** Windows, Linux, macOS, Java, a script that names its interpreter. */
const programHeads = [
  '4d5a',
  '7f454c46',
  'feedface',
  'feedfacf',
  'cefaedfe',
  'cffaedfe',
  'cafebabe',
  '2321',
].map((hex) => Buffer.from(hex, 'hex'))

const sentence = '程序和脚本不能作为附件'

export function refuseProgramName(name: string): void {
  if (programs.has(endingOf(name))) throw invalid('name', sentence)
}

/** Whatever it is called. */
export function refuseProgram(head: Buffer): void {
  const isRecording = mediaTypeOf(head) === 'audio/amr' // begins with #!, too
  if (!isRecording && programHeads.some((bytes) => head.subarray(0, bytes.length).equals(bytes)))
    throw invalid('file', sentence)
}

const office = 'application/vnd.openxmlformats-officedocument'
const picture = ['image/']
/** An Office file is a ZIP, which is all that its first bytes sometimes tell; the older ones are told by their storage. */
const officeFile = [office, 'application/zip', 'application/x-ole-storage']
const promises: Record<string, { label: string; begins: readonly string[] }> = {
  pdf: { label: 'PDF', begins: ['application/pdf'] },
  ...each('png jpg jpeg gif webp heic', { label: '图片', begins: picture }),
  ...each('doc docx', { label: 'Word 文档', begins: officeFile }),
  ...each('xls xlsx', { label: 'Excel 表格', begins: officeFile }),
  ...each('ppt pptx', { label: '演示文稿', begins: officeFile }),
  zip: { label: '压缩包', begins: ['application/zip', office] },
  rar: { label: '压缩包', begins: ['application/vnd.rar'] },
  '7z': { label: '压缩包', begins: ['application/x-7z-compressed'] },
}

/** What the name promises and the content is not: `PDF` for a page that calls itself 报价.pdf. */
export function brokenPromise(name: string, mediaType: string): string | null {
  const promise = promises[endingOf(name)]
  return promise && !promise.begins.some((begin) => mediaType.startsWith(begin)) ? promise.label : null
}

function each<T>(endings: string, promise: T): Record<string, T> {
  return Object.fromEntries(endings.split(' ').map((ending) => [ending, promise]))
}

const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()
