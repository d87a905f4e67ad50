import { runSteps } from './steps.ts'

/** `npm test`: type check, lint, unit, integration, end-to-end; the runner's summary comes last. */
runSteps([
  { name: '检查', command: 'node', args: ['bin/check.ts'] },
  { name: '端到端', command: 'node', args: ['bin/e2e.ts'] },
  { name: '单元与集成', command: 'vitest', args: ['run'] },
])
