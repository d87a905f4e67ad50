import { readEnv } from '@zhuowei/server/env.ts'
import { type RunningServer, startServer } from '@zhuowei/server/main.ts'
import { frozenClock } from '@zhuowei/server/platform/clock.ts'
import type { Answer, Wish } from './demo-host-talk.ts'

/** A process that opens the division of one story after the other, so that the program is loaded once and not for each of them. */
let server: RunningServer | undefined

process.on('message', (wish: Wish) => {
  grant(wish)
    .catch((error: unknown): Answer => ({ failed: error instanceof Error ? error.message : String(error) }))
    .then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())

async function grant(wish: Wish): Promise<Answer> {
  if (wish === 'close') {
    await server?.stop()
    return { closed: true }
  }
  server = await startServer({
    env: readEnv({ ...process.env, ...wish.env }),
    clock: frozenClock(new Date(wish.now)),
    demo: true,
  })
  return { url: server.url }
}
