import { spawn } from 'node:child_process'

/** The demonstration with the server restarted and the pages rebuilt as files change; prints both addresses. */
const children = [
  spawn(process.execPath, ['--watch', 'bin/demo.ts'], { stdio: 'inherit' }),
  spawn('npx', ['vite', '--config', 'packages/web/vite.config.ts', 'packages/web'], { stdio: 'inherit' }),
]
console.log('接口 http://localhost:3000，页面 http://localhost:5173，演示帐号 anpeizhi / demo-zhuowei')
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
  })
}
