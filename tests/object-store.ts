import { spawnSync } from 'node:child_process'
import { root } from '../src/root.js'
import { testsByKind } from './kinds.js'
import { keysOfTests, makeBucket, smallBucket } from './on-objects.js'
import { startObjectStore } from './starting-an-object-store.js'

// `npm run test:objects`: the rooms that keep and hand out bytes, at an object store that is started for them and stopped after.
// `npm run test:objects -- files/` runs what begins so, `-- every` all that stands in the house.

const rooms = ['backups', 'copies', 'evidence', 'files', 'publishing']

/** What these tests look into is the folder’s own: its place, its rights, a program that was started with one. */
const ofTheFolderAlone = ['tests/files/store', 'tests/evidence/a-killed-workbench', 'tests/backups/putting']

const asked = process.argv.slice(2)
const { app, browser, units } = testsByKind(root)
const all = [...units, ...app, ...browser].filter(file => !ofTheFolderAlone.some(own => file.startsWith(own)))
const server = await startObjectStore()
try {
  Object.assign(process.env, keysOfTests)
  for (const bucket of ['tests', smallBucket])
    await makeBucket({ bucket, prefix: '', endpoint: server.endpoint, region: 'us-east-1' })
  await server.setQuota(smallBucket, 100_000)
  const { status } = spawnSync('vitest', ['run', ...chosen(), '--config', 'vitest.config.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_OBJECTS: `s3://tests?endpoint=${server.endpoint}` },
  })
  process.exitCode = status ?? 1
} finally {
  await server.stop()
}

function chosen(): string[] {
  if (asked.includes('every')) return all
  const wanted = asked.length > 0 ? asked : rooms
  return all.filter(file => wanted.some(one => file.startsWith(`tests/${one}`)))
}
