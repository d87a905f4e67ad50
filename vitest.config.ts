import { defineConfig } from 'vitest/config'

/**
 * A worker loads the program once for all its files, not once for each: half of the time went into loading. No test leaves anything
 * behind in a module: whatever it needs it makes for itself. A project does not inherit this.
 */
const isolate = false

const unit = (name: string) => ({
  test: { name, isolate, include: [`packages/${name}/src/**/*.test.{ts,tsx}`] },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      unit('domain'),
      unit('contract'),
      unit('web'),
      {
        test: {
          name: 'server',
          isolate,
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
