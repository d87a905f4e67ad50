import { createDecipheriv, createHmac, type ECDH } from 'node:crypto'
import * as z from 'zod'

const shown = z.object({
  title: z.string(),
  body: z.string().nullable(),
  link: z.string().nullable(),
  tag: z.string(),
})

/** RFC 8291 and RFC 8188 from the side of the browser: with the keys of the device, and nothing of ours. */
export function readPush(body: Buffer, device: ECDH, auth: Buffer) {
  const salt = body.subarray(0, 16)
  const keyLength = body.readUInt8(20)
  const server = body.subarray(21, 21 + keyLength)
  const sealed = body.subarray(21 + keyLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), device.getPublicKey(), server])
  const shared = derive(auth, device.computeSecret(server), info, 32)
  const key = derive(salt, shared, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(salt, shared, Buffer.from('Content-Encoding: nonce\0'), 12)
  const opened = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()])
  // The last record ends with 2 and zeros.
  return shown.parse(JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString()))
}

/** HKDF of one block. */
function derive(salt: Buffer, secret: Buffer, info: Buffer, length: number): Buffer {
  const key = createHmac('sha256', salt).update(secret).digest()
  return createHmac('sha256', key)
    .update(Buffer.concat([info, Buffer.from([1])]))
    .digest()
    .subarray(0, length)
}
