import { exportsApi } from '@zhuowei/contract/exports.ts'
import type { FastifyReply } from 'fastify'
import { implement } from '../platform/http/implement.ts'
import type { Services } from '../platform/services.ts'
import { approveExport, refuseExport } from './decide.ts'
import { sendExport } from './download.ts'
import { makeExports } from './make.ts'
import { getExport, listExports } from './queries.ts'
import { forecastExport, forecastGrid, requestExport, requestGrid } from './request.ts'

export const exportsRoutes = implement(exportsApi, {
  list: (call) => listExports(call, call.query),
  forecast: ({ services, ...call }) => forecastExport({ ...call, secrets: services.secrets }, call.body),
  request: async ({ services, ...call }) => {
    const id = await requestExport({ ...call, secrets: services.secrets }, call.body)
    soon(services, call.reply)
    return getExport(call, id)
  },
  forecastCompliance: (call) => forecastGrid(call, call.body),
  requestCompliance: async ({ services, ...call }) => {
    const id = await requestGrid(call, call.body)
    soon(services, call.reply)
    return getExport(call, id)
  },
  approve: async ({ services, params, body, ...call }) => {
    await approveExport(call, params.id, body.version)
    soon(services, call.reply)
    return getExport(call, params.id)
  },
  refuse: async ({ params, body, ...call }) => {
    await refuseExport(call, params.id, body)
    return getExport(call, params.id)
  },
  file: async ({ services, params, request, reply, ...call }) =>
    sendExport({ ...call, files: services.files }, params.id, { request, reply }),
})

/** When the answer is out, so that the transaction is over; the job of every minute finds what is missed here. */
function soon(services: Services, reply: FastifyReply): void {
  reply.raw.once('finish', () => void makeExports(services))
}
