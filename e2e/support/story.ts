import { randomBytes } from 'node:crypto'
import { test as base, type Page } from '@playwright/test'
import { createDatabase, dropDatabase } from '@zhuowei/server/testing/cluster.ts'
import { demoInstant, startDemo } from './server.ts'

interface Story {
  /** A server of its own on a fresh copy of the demonstration; `story.at(instant)` sets another clock. */
  demoNow: string
  signIn: (username: string) => Promise<Page>
}

/** A story has its own division, so that stories neither see nor wait for each other. */
export const test = base.extend<Story & { demoUrl: string }>({
  demoNow: [demoInstant, { option: true }],
  demoUrl: async ({ demoNow }, use) => {
    const adminUrl = String(process.env.ZHUOWEI_STORIES_ADMIN)
    const name = `zw_story_${randomBytes(5).toString('hex')}`
    const databaseUrl = await createDatabase(adminUrl, name, process.env.ZHUOWEI_STORIES_TEMPLATE)
    const server = await startDemo(databaseUrl, demoNow)
    await use(server.url)
    await server.stop()
    await dropDatabase(adminUrl, name)
  },
  baseURL: async ({ demoUrl }, use) => use(demoUrl),
  signIn: async ({ page }, use) => {
    await use(async (username) => {
      await page.goto('/')
      await page.getByLabel('用户名').fill(username)
      await page.getByLabel('密码', { exact: true }).fill('demo-zhuowei')
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByRole('heading', { name: '今天' }).waitFor()
      return page
    })
  },
})
export { expect } from '@playwright/test'
