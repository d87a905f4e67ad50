import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { type StartOptions, startServer } from '@zhuowei/server/main.ts'
import { firstAdministratorLink } from '@zhuowei/server/session/setup.ts'

/** Builds the pages when they are out of date, starts the server, says where it is, and stops it cleanly on a signal. */
export async function run(options: StartOptions): Promise<void> {
  try {
    // In a process of its own, so that the server does not keep the memory of the build; the stories have built the pages once for all.
    if (process.env.ZHUOWEI_PAGES !== 'built')
      execFileSync(process.execPath, [path.join(import.meta.dirname, 'build-web.ts')], { stdio: 'inherit' })
    const server = await startServer(options)
    let stopping = false
    const stop = async () => {
      if (stopping) return
      stopping = true
      await server.stop()
      process.exit(0)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    console.log(`卓维已启动：${server.url}`)
    const link = await firstAdministratorLink(server.services, server.url)
    if (link) console.log(`还没有系统管理员。请用浏览器打开这个一次性链接，建立第一位：\n${link}`)
  } catch (error) {
    console.error(`启动失败：${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}
