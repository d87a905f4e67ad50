import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { api } from '@zhuowei/contract/api.ts'
import { createClient } from '@zhuowei/contract/client.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChildServer } from './child-server.ts'

const rounds = 20

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'zhuowei-crash-'))
})
let running: ChildProcess | undefined
afterAll(async () => {
  running?.kill('SIGKILL')
  // The database of the server that was just killed is still closing.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 40, retryDelay: 250 })
})

test(`a server killed while it writes comes up by itself with every acknowledged record, ${rounds} times`, async () => {
  const acknowledged: string[] = []
  let cookie = ''
  let divisionId = ''
  for (let round = 0; round <= rounds; round++) {
    const server = await startChildServer({ ZHUOWEI_DATA_DIR: dataDir })
    running = server.child
    const client = clientOf(
      server.url,
      () => cookie,
      (given) => (cookie = given),
    )
    if (server.token) {
      await client.session.setup({ body: setup(server.token) })
      const { version } = await client.session.confidentiality()
      await client.session.acknowledgeConfidentiality({ body: { version } })
      divisionId = (await client.organisation.divisions()).items[0]?.id ?? ''
    }
    const { items } = await client.organisation.regions()
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(acknowledged))
    if (round < rounds)
      await writeUntilKilled(
        server.child,
        round,
        (name) => client.organisation.createRegion({ body: { divisionId, name, code: name } }),
        acknowledged,
      )
    else server.child.kill('SIGKILL')
    await server.exited
  }
  expect(acknowledged.length).toBeGreaterThan(rounds)
}, 240_000)

/** Several writers at once; after a number of answers that differs from round to round the process is killed without warning. */
async function writeUntilKilled(
  child: ChildProcess,
  round: number,
  write: (name: string) => Promise<unknown>,
  acknowledged: string[],
) {
  const killAfter = 2 + ((round * 7) % 13)
  let answered = 0
  const writer = async (number: number) => {
    for (let count = 0; count < 100; count++) {
      const name = `R${round.toString(36)}W${number}N${count}`.toUpperCase()
      try {
        await write(name)
      } catch {
        return // killed while it was under way: nothing was promised
      }
      acknowledged.push(name)
      answered += 1
      if (answered === killAfter) child.kill('SIGKILL')
    }
  }
  await Promise.all([1, 2, 3].map(writer))
}

const setup = (token: string) => ({
  token,
  name: '管理员',
  username: 'admin',
  password: 'a-long-password-1',
  divisionName: '电力事业部',
})

function clientOf(baseUrl: string, cookie: () => string, keep: (cookie: string) => void) {
  return createClient(api, {
    baseUrl,
    headers: () => ({ cookie: cookie() }),
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      const given = response.headers.getSetCookie()[0]?.split(';')[0]
      if (given) keep(given)
      return response
    },
  })
}
