import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')

export interface Step {
  name: string
  command: string
  args: string[]
}

/** Runs the steps one after the other and stops at the first that fails, with its exit code. */
export function runSteps(steps: readonly Step[]): void {
  for (const { name, command, args } of steps) {
    const began = performance.now()
    console.log(`\n▶ ${name}`)
    const { status } = spawnSync(path.join(root, 'node_modules/.bin', command), args, {
      cwd: root,
      stdio: 'inherit',
    })
    if (status !== 0) {
      console.error(`✖ ${name} 未通过`)
      process.exit(status ?? 1)
    }
    console.log(`✔ ${name}（${((performance.now() - began) / 1000).toFixed(1)} 秒）`)
  }
}
