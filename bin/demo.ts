import { parseArgs } from 'node:util'
import { readEnv } from '@zhuowei/server/env.ts'
import { type Clock, clockFrom, frozenClock } from '@zhuowei/server/platform/clock.ts'
import { demoNow } from '@zhuowei/server/seeds/demo/quarter.ts'
import { seedDemo } from '@zhuowei/server/seeds/demo/seed.ts'
import { run } from './run-server.ts'

const { values } = parseArgs({ options: { now: { type: 'string' }, seed: { type: 'string' } } })

if (process.env.NODE_ENV === 'production') {
  console.error('演示数据不能用在正式环境（NODE_ENV=production）')
  process.exit(1)
}

const env = readEnv({ ...process.env, ZHUOWEI_DATA_DIR: process.env.ZHUOWEI_DATA_DIR ?? './data/demo' })
await run({
  env,
  clock: demoClock(values.now),
  demo: true,
  prepare: (services) => seedDemo(services, values.seed),
})

/** `--now` stops the clock at that instant; without it the demonstration starts at its own Monday morning and goes on. */
function demoClock(now: string | undefined): Clock {
  if (now === undefined) return clockFrom(demoNow)
  const instant = new Date(now)
  if (Number.isNaN(instant.getTime())) {
    console.error(`--now 应为带时区的时间，例如 2026-11-23T08:40+08:00，收到的是 ${now}`)
    process.exit(1)
  }
  return frozenClock(instant)
}
