import path from 'node:path'
import * as z from 'zod'

const shape = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  ZHUOWEI_DATA_DIR: z.string().default('./data'),
  /** 32 bytes, base64 or hex; generated into the data directory when absent. */
  ZHUOWEI_SECRET_KEY: z.string().optional(),
  /** The address people type, for links and cookies behind a proxy. */
  ZHUOWEI_PUBLIC_URL: z.url().optional(),
  /** Whom reminders may reach: the world, only this machine (for tests), nobody. The demonstration reaches nobody unless told. */
  ZHUOWEI_OUTBOUND: z.enum(['open', 'loopback', 'off']).optional(),
  ZHUOWEI_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export interface Env {
  production: boolean
  port: number
  host: string
  databaseUrl: string | undefined
  poolSize: number
  dataDir: string
  secretKey: string | undefined
  publicUrl: string | undefined
  outbound: 'open' | 'loopback' | 'off' | undefined
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
}

/** Reads the environment once; a wrong value stops the start with its name. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = shape.safeParse(source)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`)
    throw new Error(`环境变量有误：${wrong.join('；')}`)
  }
  const values = parsed.data
  return {
    production: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL || undefined,
    poolSize: values.DATABASE_POOL,
    dataDir: path.resolve(values.ZHUOWEI_DATA_DIR),
    secretKey: values.ZHUOWEI_SECRET_KEY || undefined,
    publicUrl: values.ZHUOWEI_PUBLIC_URL,
    outbound: values.ZHUOWEI_OUTBOUND,
    logLevel: values.ZHUOWEI_LOG_LEVEL,
  }
}
