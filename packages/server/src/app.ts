import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import * as z from 'zod'
import { docs } from './platform/http/docs.ts'
import { inputWords } from './platform/http/input-words.ts'
import { metrics } from './platform/http/metrics.ts'
import { mount } from './platform/http/mount.ts'
import { pages } from './platform/http/pages.ts'
import { answerProblem } from './platform/http/problem.ts'
import { newId } from './platform/ids.ts'
import type { Services } from './platform/services.ts'
import { routes } from './routes.ts'

z.config(inputWords)

const megabyte = 1024 * 1024

/** The HTTP application of one process: every endpoint of the contract and the built web pages. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: services.log,
    bodyLimit: megabyte,
    trustProxy: 'loopback', // a reverse proxy on the same machine may say who called; nobody else may
    genReqId: newId,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    frameworkErrors: answerProblem, // an address that the router itself cannot read
  })
  app.setErrorHandler(answerProblem)
  app.setValidatorCompiler(() => () => true) // input is checked by Zod in `mount`
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  await app.register(helmet, { contentSecurityPolicy: { directives: contentSecurity } })
  await app.register(compress, { global: false })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 30 * megabyte, files: 1, fields: 20 } })
  metrics(app)
  await docs(app)
  mount(app, routes, services)
  await pages(app, services)
  return app
}

const contentSecurity = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"], // antd writes its styles at run time
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null, // http://localhost:3000 is a supported way to run
}
