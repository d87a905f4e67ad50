import { api } from '@zhuowei/contract/api.ts'
import { openApi } from '@zhuowei/contract/openapi.ts'
import { systemApi } from '@zhuowei/contract/system.ts'
import { sql } from 'kysely'
import { implement } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import { version } from '../platform/version.ts'

export const systemRoutes = implement(systemApi, {
  health: async ({ now }) => ({ status: 'ok' as const, now }),
  ready: async ({ db, now }) => {
    await sql`select 1`.execute(db).catch(() => {
      throw new Refusal('not_ready')
    })
    return { status: 'ok' as const, now }
  },
  openapi: async () => openApi(api, version),
})
