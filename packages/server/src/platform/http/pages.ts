import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { sendProblem } from './problem.ts'

const built = path.join(import.meta.dirname, '../../../../web/dist')

/** Serves the built web application; every address that is not a file is a page of it. */
export async function pages(
  app: FastifyInstance,
  { log }: Pick<Services, 'log'>,
  directory = built,
): Promise<void> {
  if (!existsSync(path.join(directory, 'index.html'))) {
    log.warn('没有找到网页文件，只提供接口；运行 npm run build 生成')
    app.setNotFoundHandler((request, reply) => sendProblem(reply, new Refusal('not_found'), request.id))
    return
  }
  await app.register(fastifyStatic, {
    root: directory,
    preCompressed: true,
    setHeaders: (response, file) => {
      const immutable = file.includes(`${path.sep}assets${path.sep}`)
      response.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return sendProblem(reply, new Refusal('not_found'), request.id)
  })
}
