import { randomBytes } from 'node:crypto'
import { createDatabase, dropDatabase, startTestCluster } from '@zhuowei/server/testing/cluster.ts'
import { startDemo } from './server.ts'

/** Seeds the demonstration once; each story copies the finished database instead of seeding again. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  const template = `zw_stories_${randomBytes(4).toString('hex')}`
  const server = await startDemo(await createDatabase(cluster.adminUrl, template))
  await server.stop()
  process.env.ZHUOWEI_STORIES_ADMIN = cluster.adminUrl
  process.env.ZHUOWEI_STORIES_TEMPLATE = template
  return async () => {
    await dropDatabase(cluster.adminUrl, template)
    await cluster.stop()
  }
}
