import type { Api, Endpoint } from '@zhuowei/contract/kernel.ts'
import type { Plugin } from 'vite'

const contract = /\/contract\/src\/api\.ts$/

/**
 * The browser calls an endpoint by its method and path; what goes in and out is checked when the page is compiled, and by the server.
 * So the first load carries addresses instead of every shape of every module (a quarter of it, growing with each of them). A page
 * that does check something with a shape imports that one.
 */
export function addressesOnly(): Plugin {
  return {
    name: 'zhuowei:addresses-only',
    load: {
      filter: { id: contract },
      async handler(id) {
        const { api }: { api: Api } = await import(id)
        const modules = Object.entries(api).map(([module, endpoints]) => [
          module,
          Object.fromEntries(Object.entries(endpoints).map(([name, one]) => [name, addressOf(one)])),
        ])
        return `export const api = ${JSON.stringify(Object.fromEntries(modules))}`
      },
    },
  }
}

/** What `createClient` reads. */
function addressOf({ method, path, transport, reply }: Endpoint) {
  return { method, path, transport, reply: reply ? true : undefined }
}
