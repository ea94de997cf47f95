import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from '../src/root.js'
import { testsByKind } from './kinds.js'

// `npm run test:nodes`: what leans on Node itself (its own modules, threads, programs, the native packages), on the newer Nodes beside
// the one that runs everything else. `npm run test:nodes -- 24` takes one of them, `-- 24 claims` other tests. Each runs in a copy of
// the project, whose one package that is built for a Node is built anew for it.

const nodes = ['22', '24']

/** Files, passwords, threads, the database, what is drawn and what is packed. */
const leaningOnNode = [
  'tests/backups/putting-a-backup-back',
  'tests/files/adding-files',
  'tests/files/pdf-words',
  'tests/files/workbooks',
  'tests/house/connections',
  'tests/house/the-database',
  'tests/house/starting',
  'tests/evidence/hostile-files',
  'tests/people/signing-in',
  'tests/pdf/drawing-off-the-path',
  'tests/word/',
]

const asked = process.argv.slice(2)
const versions = nodes.filter(one => asked.includes(one))
const rooms = asked.filter(one => !nodes.includes(one)).map(one => `tests/${one}`)
const wanted = rooms.length > 0 ? rooms : leaningOnNode
const { app, units } = testsByKind(root)
const files = [...app, ...units].filter(file => wanted.some(one => file.startsWith(one)))
if (files.length === 0) throw new Error(`There are no such tests: ${asked.join(', ')}.`)

for (const version of versions.length > 0 ? versions : nodes) {
  const folder = mkdtempSync(join(tmpdir(), `node-${version}-`))
  try {
    const status = testsOn(version, folder)
    if (status !== 0) process.exitCode = status
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function testsOn(version: string, folder: string): number {
  const node = fetched(version, join(folder, 'node'))
  const project = copied(join(folder, 'project'))
  const env = { ...process.env, PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH}`, npm_config_nodedir: node }
  rmSync(join(project, 'node_modules/better-sqlite3/build'), { recursive: true })
  execFileSync('npm', ['rebuild', 'better-sqlite3', '--build-from-source', '--silent'], {
    cwd: project,
    env,
    stdio: 'inherit',
  })
  console.log(`On Node ${execFileSync('node', ['--version'], { env }).toString().trim()}:`)
  return spawnSync('npx', ['vitest', 'run', ...files], { cwd: project, env, stdio: 'inherit' }).status ?? 1
}

/** @returns where it is, with its headers */
function fetched(version: string, place: string): string {
  mkdirSync(place)
  const name = `node-${process.platform}-${process.arch}`
  execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', place, `${name}@${version}`], { cwd: place })
  return join(place, 'node_modules', name)
}

/** The project as it stands, and its packages, which take no room where they can be the same files. */
function copied(place: string): string {
  mkdirSync(place)
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const file of listed.toString().split('\0').filter(Boolean)) cpSync(join(root, file), join(place, file))
  const packages = join(root, 'node_modules')
  const links = spawnSync('cp', ['-al', `${packages}/.`, join(place, 'node_modules')])
  if (links.status !== 0) execFileSync('cp', ['-a', `${packages}/.`, join(place, 'node_modules')])
  return place
}
