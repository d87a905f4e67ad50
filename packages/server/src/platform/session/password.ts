import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id with the library's defaults (19 MiB, two passes), off the main thread. */
export const hashPassword = (password: string): Promise<string> => hash(password)

export const passwordMatches = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password)

/** Signs that are not mistaken for one another when read aloud or written on paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be told to a person once and changed at the first sign-in: three groups of four. */
export function temporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return [group(), group(), group()].join('-')
}

/** Nobody knows it, so nobody signs in with it; an account is shut this way without a second kind of account. */
export const unknowablePassword = (): Promise<string> => hashPassword(randomBytes(32).toString('base64'))
