import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
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
  /**
   * For texts that are kept apart (§3C): each gets a key of its own, which is sealed in turn. Neither opens in another context, so that a
   * row copied to somebody else's place stays unreadable.
   */
  sealApart(plain: string, context: string): SealedApart
  openApart(sealed: SealedApart, context: string): string
  /** For signing cookies. */
  signingKey: string
}

export interface SealedApart {
  sealedKey: string
  sealed: string
}

export function secretsFrom(masterKey: Buffer): Secrets {
  const subkey = (purpose: string) => Buffer.from(hkdfSync('sha256', masterKey, '', purpose, 32))
  // Key objects: a key given as bytes is prepared again at every use, which costs five times as much.
  const encryption = createSecretKey(subkey('field-encryption'))
  const blindIndex = createSecretKey(subkey('blind-index'))
  return {
    signingKey: subkey('session-signing').toString('hex'),
    seal: (plain) => encrypt(encryption, Buffer.from(plain)),
    open: (sealed) => decrypt(encryption, sealed).toString('utf8'),
    fingerprint: (plain) => createHmac('sha256', blindIndex).update(plain).digest('base64url').slice(0, 32),
    sealApart(plain, context) {
      const key = randomBytes(32)
      return {
        sealedKey: encrypt(encryption, key, context),
        sealed: encrypt(createSecretKey(key), Buffer.from(plain), context),
      }
    },
    openApart({ sealedKey, sealed }, context) {
      const key = createSecretKey(decrypt(encryption, sealedKey, context))
      return decrypt(key, sealed, context).toString('utf8')
    },
  }
}

function encrypt(key: KeyObject, plain: Buffer, context = ''): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`
}

function decrypt(key: KeyObject, sealed: string, context = ''): Buffer {
  const bytes = Buffer.from(sealed.slice(3), 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
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
