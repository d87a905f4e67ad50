import type { FastifyReply } from 'fastify'

const typeOf = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** A file for the browser to keep, under its Chinese name. */
export function sendFile(
  reply: FastifyReply,
  { bytes, fileName }: { bytes: Buffer; fileName: `${string}.${keyof typeof typeOf}` },
): FastifyReply {
  return reply
    .header('content-type', fileName.endsWith('.docx') ? typeOf.docx : typeOf.xlsx)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .send(bytes)
}
