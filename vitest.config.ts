import { defineConfig } from 'vitest/config'

const unit = (name: string) => ({ test: { name, include: [`packages/${name}/src/**/*.test.{ts,tsx}`] } })

export default defineConfig({
  test: {
    maxWorkers: 2,
    // A worker loads the server once for all its files, not once for each: half of the time went into loading. No test leaves anything
    // behind in a module: whatever it needs it makes for itself.
    isolate: false,
    projects: [
      unit('domain'),
      unit('contract'),
      unit('web'),
      {
        test: {
          name: 'server',
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
