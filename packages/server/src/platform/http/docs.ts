import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { api } from '@zhuowei/contract/api.ts'
import { openApi } from '@zhuowei/contract/openapi.ts'
import type { FastifyInstance } from 'fastify'
import { version } from '../version.ts'

/** `/api/docs`: the contract as pages to read and try. */
export async function docs(app: FastifyInstance): Promise<void> {
  // The document is ours and correct; the library's type for it is an older OpenAPI.
  const document = openApi(api, version) as never
  await app.register(swagger, { mode: 'static', specification: { document } })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
}
