import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { ownerPool } from '../platform/db/connect.ts'
import { migrate } from '../platform/db/migrate.ts'
import { createDatabase, dropDatabase, startTestCluster } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    template: string
  }
}

/** Once per run: a cluster and a migrated template that every test file copies. Returns what takes it down again. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  const template = `zw_template_${randomBytes(4).toString('hex')}`
  const pool = ownerPool({ connectionString: await createDatabase(cluster.adminUrl, template) })
  await migrate(pool)
  await pool.end()
  project.provide('adminUrl', cluster.adminUrl)
  project.provide('template', template)
  return async () => {
    await dropDatabase(cluster.adminUrl, template)
    await cluster.stop()
  }
}
