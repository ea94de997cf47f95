import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { KindByKind } from './tests/in-order.js'
import { testsByKind } from './tests/kinds.js'
import './tests/made-once.js'

const tests = testsByKind(import.meta.dirname)

/** Enough for a browser on a busy machine, which takes its time, and for the demo, which is played first. */
const patience = { testTimeout: 60_000, hookTimeout: 300_000 }

/** How often a test that failed is tried anew: where a whole machine is shared with others, once (.ci/run). */
const again = Number(process.env.TEST_RETRIES ?? 0)

/** The house is imported once for a worker and serves one file after the other, each with a database of its own. */
function project(name: string, include: string[], isolate: boolean): TestProjectConfiguration {
  return {
    test: {
      ...{ name, include, isolate, ...patience },
      pool: 'forks',
      env: { NODE_ENV: 'test' },
      expect: { poll: { timeout: 20_000 } },
      retry: again,
    },
  }
}

export default defineConfig({
  test: {
    globalSetup: ['tests/prepare.ts'],
    // One more than the processors that CI has: somebody always waits for the browser.
    maxWorkers: 3,
    sequence: { sequencer: KindByKind },
    // What was translated for one kind is not translated anew for the next.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'dist/tests' },
    projects: [
      project('pages', tests.pages, true),
      project('house', [...tests.demo, ...tests.browser, ...tests.app, ...tests.units], false),
    ],
  },
})
