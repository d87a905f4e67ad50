import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { Refusal } from '../refusal.ts'

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** `/metrics` for Prometheus on the same machine: process figures and the duration of each operation. */
export function metrics(app: FastifyInstance): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', async (request, reply) => {
    // `request.ip` is the caller that a proxy on this machine speaks for, so a proxy does not open the door.
    if (!loopback.includes(request.ip)) throw new Refusal('not_found')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
