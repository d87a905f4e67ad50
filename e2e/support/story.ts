import { randomBytes } from 'node:crypto'
import { test as base, expect, type Page } from '@playwright/test'
import { createDatabase, dropDatabase } from '@zhuowei/server/testing/cluster.ts'
import { type DemoHost, demoInstant, type PrintingServer, startDemoHost, startReal } from './server.ts'

interface Story {
  /** When the story plays; `test.use({ demoNow: '…' })` sets another clock. */
  demoNow: string
  demoUrl: string
  /** Somebody of the demonstration at the first page, on this device or on another one. */
  signIn: (username: string, device?: Page) => Promise<Page>
  /** Another person's browser, with a session of its own. */
  anotherDevice: () => Promise<Page>
  /** A server that was started on an empty database. */
  emptyServer: PrintingServer
}

interface Host {
  /** Opens the divisions of the stories of one worker. */
  demoHost: DemoHost
}

/** A story has its own server in its own division, so that stories neither see nor wait for each other. */
export const test = base.extend<Story, Host>({
  demoHost: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const host = startDemoHost()
      await use(host)
      await host.end()
    },
    { scope: 'worker' },
  ],
  demoNow: [demoInstant, { option: true }],
  demoUrl: async ({ demoNow, demoHost }, use) => {
    await withDatabase(process.env.ZHUOWEI_STORIES_TEMPLATE, async (databaseUrl) => {
      const server = await demoHost.open(databaseUrl, demoNow)
      await use(server.url)
      await server.stop()
    })
  },
  baseURL: async ({ demoUrl }, use) => use(demoUrl),
  signIn: async ({ page }, use) => {
    await use(async (username, device = page) => {
      const reply = await device.request.post('/api/session', {
        data: { username, password: 'demo-zhuowei' },
      })
      expect(reply.ok(), await reply.text()).toBe(true)
      await device.goto('/')
      await expect(device.getByRole('heading', { name: '今天', level: 1 })).toBeVisible()
      return device
    })
  },
  anotherDevice: async ({ browser }, use) => {
    const devices: Page[] = []
    await use(async () => {
      const device = await (await browser.newContext()).newPage()
      devices.push(device)
      return device
    })
    for (const device of devices) await device.context().close()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  emptyServer: async ({}, use) => {
    await withDatabase(undefined, async (databaseUrl) => {
      const server = await startReal(databaseUrl)
      await use(server)
      await server.stop()
    })
  },
})
export { expect } from '@playwright/test'

export async function fillSignIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function withDatabase(template: string | undefined, use: (url: string) => Promise<void>) {
  const adminUrl = String(process.env.ZHUOWEI_STORIES_ADMIN)
  const name = `zw_story_${randomBytes(5).toString('hex')}`
  await use(await createDatabase(adminUrl, name, template))
  await dropDatabase(adminUrl, name)
}
