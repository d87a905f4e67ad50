import { readEnv } from '@zhuowei/server/env.ts'
import { systemClock } from '@zhuowei/server/platform/clock.ts'
import { run } from './run-server.ts'

await run({ env: readEnv(process.env), clock: systemClock })
