import { readEnv } from '@zhuowei/server/env.ts'
import { startServer } from '@zhuowei/server/main.ts'
import { systemClock } from '@zhuowei/server/platform/clock.ts'

const server = await startServer({ env: readEnv(process.env), clock: systemClock })
process.on('message', () => process.send?.(process.memoryUsage().rss))
const stop = () => server.stop().then(() => process.exit(0))
process.on('SIGTERM', stop)
process.on('disconnect', stop) // the bench was interrupted
process.send?.({ url: server.url })
