import { readFileSync, rmSync } from 'node:fs'
import { runSteps } from './steps.ts'

/** `npm test`: type check, lint, unit, integration, end-to-end; then how many passed, in one line. */
rmSync('test-results', { recursive: true, force: true })
runSteps([
  { name: '检查', command: 'node', args: ['bin/check.ts'] },
  {
    name: '单元与集成',
    command: 'vitest',
    args: [
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=node_modules/.cache/zhuowei/vitest.json',
    ],
  },
  { name: '端到端', command: 'node', args: ['bin/e2e.ts'] },
])

const unit: unknown = JSON.parse(readFileSync('node_modules/.cache/zhuowei/vitest.json', 'utf8'))
const stories: unknown = JSON.parse(readFileSync('test-results/e2e.json', 'utf8'))
const { numPassedTests, numFailedTests } = unit as { numPassedTests: number; numFailedTests: number } // vitest's JSON report
const { stats } = stories as { stats: { expected: number; unexpected: number; flaky: number } } // Playwright's JSON report
if (stats.flaky > 0) console.log(`\n${stats.flaky} 个故事第二次才通过，请查原因`)
console.log(
  `\n${numPassedTests + stats.expected + stats.flaky} passed, ${numFailedTests + stats.unexpected} failed`,
)
