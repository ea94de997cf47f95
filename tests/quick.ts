import { spawnSync } from 'node:child_process'
import { root } from '../src/root.js'
import { testsByKind } from './kinds.js'

// `npm run test:quick`: all that needs neither a browser nor the played demo.
const { app, units } = testsByKind(root)
const { status } = spawnSync('vitest', ['run', ...app, ...units, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
