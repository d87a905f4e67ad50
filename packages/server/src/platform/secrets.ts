import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Keeps personal fields unreadable at rest. One key from the environment or the data directory, one subkey per purpose. */
export interface Secrets {
  /** AES-256-GCM, random nonce; the result is `v1.` + base64. */
  seal(plain: string): string
  open(sealed: string): string
  /** Equal inputs give equal fingerprints, so that a phone can be found without being readable. */
  fingerprint(plain: string): string
  /** For signing cookies. */
  signingKey: string
}

export function secretsFrom(masterKey: Buffer): Secrets {
  const subkey = (purpose: string) => Buffer.from(hkdfSync('sha256', masterKey, '', purpose, 32))
  // Key objects: a key given as bytes is prepared again at every use, which costs five times as much.
  const encryption = createSecretKey(subkey('field-encryption'))
  const blindIndex = createSecretKey(subkey('blind-index'))
  return {
    signingKey: subkey('session-signing').toString('hex'),
    seal(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', encryption, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.slice(3), 'base64')
      const decipher = createDecipheriv('aes-256-gcm', encryption, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    fingerprint: (plain) => createHmac('sha256', blindIndex).update(plain).digest('base64url').slice(0, 32),
  }
}

/** The key of `ZHUOWEI_SECRET_KEY`, or the one in the data directory, made at the first start. */
export async function loadSecrets(configured: string | undefined, dataDir: string): Promise<Secrets> {
  if (configured) return secretsFrom(decodeKey(configured))
  await mkdir(dataDir, { recursive: true })
  const file = path.join(dataDir, 'secret.key')
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(randomBytes(32).toString('base64'))
    await handle.sync()
    await handle.close()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return secretsFrom(decodeKey((await readFile(file, 'utf8')).trim()))
}

function decodeKey(text: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  if (key.length !== 32) throw new Error('ZHUOWEI_SECRET_KEY 应为 32 字节（base64 或十六进制）')
  return key
}
