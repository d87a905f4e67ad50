import { crc32, deflateSync } from 'node:zlib'

/** A PDF of one page with a heading and a few lines, in the Chinese font that every reader brings along. */
export function pageOf(heading: string, lines: readonly string[]): Buffer {
  const text = [
    `BT /F1 18 Tf 72 760 Td ${hexOf(heading)} Tj ET`,
    ...lines.map((line, index) => `BT /F1 11 Tf 72 ${720 - index * 22} Td ${hexOf(line)} Tj ET`),
  ].join('\n')
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ])
}

function pdfOf(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  return Buffer.from(
    `${body}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

const hexOf = (text: string) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

const width = 640
const height = 400
const cabinetWidth = 150
const palette = ['e8ecf2', '46566e', '2c3a4f', '3fbf7f', 'd9a441']
const [wall, cabinet, slot, running, waiting] = [0, 1, 2, 3, 4]

/** A drawing of some cabinets with their lamps, as small as a picture can be and still tell one room from another. */
export function roomWith(cabinets: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_, x) => colourAt(x, y, cabinets))]),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.join(''), 'hex')),
    // Stored, because the bytes of a compressed one depend on the version of the library.
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt(x: number, y: number, cabinets: number): number {
  const left = 40 + Math.floor((x - 40) / cabinetWidth) * cabinetWidth
  const within = x - left
  const isCabinet = x >= 40 && within < 110 && x < 40 + cabinets * cabinetWidth && y > 60 && y < 350
  if (!isCabinet) return wall
  const inSlot = (y - 60) % 36 > 8 && within > 8 && within < 102
  if (!inSlot) return cabinet
  const isLamp = within > 84 && within < 94 && (y - 60) % 36 > 16 && (y - 60) % 36 < 26
  if (!isLamp) return slot
  return (left + Math.floor((y - 60) / 36)) % 7 === 0 ? waiting : running
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
