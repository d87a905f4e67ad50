import { chown, open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ServerUser } from './server-user.ts'

const ROTATE_AT = 10 * 1024 * 1024
const TAIL = 4096

/** What the server says goes to a file: it must still have somewhere to speak when this process is gone. */
export type ServerLog = {
  path: string
  /** Before each launch: puts a long log aside and remembers where this run starts. */
  begin: () => Promise<void>
  /** The last words since `begin`. */
  tail: () => Promise<string>
}

export function serverLogIn(dataDir: string, user: ServerUser): ServerLog {
  const path = join(dataDir, 'server.log')
  let start = 0
  return {
    path,
    async begin() {
      const size = (await stat(path).catch(() => undefined))?.size ?? 0
      if (size > ROTATE_AT) await rename(path, `${path}.1`)
      start = size > ROTATE_AT ? 0 : size
      const file = await open(path, 'a', 0o600)
      await file.close()
      if (user.identity) await chown(path, user.identity.uid, user.identity.gid)
    },
    async tail() {
      const file = await open(path, 'r')
      try {
        const { size } = await file.stat()
        const from = Math.max(start, size - TAIL)
        const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, from)
        return buffer.toString('utf8', 0, bytesRead)
      } finally {
        await file.close()
      }
    },
  }
}
