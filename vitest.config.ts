import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { KindByKind } from './tests/in-order.js'
import { type Kind, testsByKind } from './tests/kinds.js'

const tests = testsByKind(import.meta.dirname)

/** The house is imported once for a worker and serves one file after the other, each with a database of its own. */
function project(kind: Kind, isolate = false): TestProjectConfiguration {
  return {
    test: {
      name: kind,
      include: tests[kind],
      testTimeout: kind === 'browser' ? 60_000 : 30_000,
      hookTimeout: kind === 'demo' || kind === 'pages' ? 300_000 : 120_000,
      pool: 'forks',
      isolate,
      env: { NODE_ENV: 'test' },
      // A browser on a busy machine takes its time; what is waited for is what comes, and not how soon.
      expect: { poll: { timeout: 20_000 } },
    },
  }
}

export default defineConfig({
  test: {
    globalSetup: ['tests/prepare.ts'],
    maxWorkers: 2,
    sequence: { sequencer: KindByKind },
    // What was translated for one kind is not translated anew for the next.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'dist/tests' },
    projects: [project('pages', true), ...(['demo', 'browser', 'app', 'units'] as const).map(kind => project(kind))],
  },
})
