import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { putInPlace } from '../../src/putting-in-place.js'
import { root } from '../../src/root.js'
import { buildOnce } from '../built-once.js'

const home = mkdtempSync(join(tmpdir(), 'building-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const names = Array.from({ length: 200 }, (_, at) => `${at % 5}/file-${at}.js`)

/** A folder as a build makes it, every file of which says which build it is of. */
function built(name: string, files: string[]): string {
  const folder = join(home, name)
  for (let at = 0; at < 5; at++) mkdirSync(join(folder, String(at)), { recursive: true })
  for (const file of files) writeFileSync(join(folder, file), name)
  return folder
}

test('two builds that end at the same time leave every file whole, and whoever runs from them misses none meanwhile', async () => {
  const place = built('first', [...names, '0/no-more.js'])
  const both = Promise.all(['second', 'third'].map(name => putInPlace(built(name, names), place)))
  let isDone = false
  void both.finally(() => (isDone = true))
  let looked = 0
  while (!isDone) {
    for (const name of names.slice(0, 20))
      expect(readFileSync(join(place, name), 'utf8')).toMatch(/^(first|second|third)$/)
    looked++
    await new Promise(setImmediate)
  }
  await both
  expect(looked).toBeGreaterThan(0)
  for (const name of names) expect(readFileSync(join(place, name), 'utf8')).toMatch(/^(second|third)$/)
  expect(readdirSync(join(place, '0'))).not.toContain('no-more.js')
})

test('what a workbench that still runs may open later stays, and nothing else that is no more', async () => {
  const place = built('before', ['0/shared-old.js', '1/gone.js'])
  await putInPlace(built('after', ['0/shared-new.js']), place, path => path.includes('shared'))
  expect(readdirSync(join(place, '0')).sort()).toEqual(['shared-new.js', 'shared-old.js'])
  expect(readdirSync(join(place, '1'))).toEqual([])
})

test('every module that runs in a thread or a program of its own is built under its name', () => {
  buildOnce()
  const named = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => [
      ...readFileSync(join(root, 'src', file), 'utf8').matchAll(
        /new Own(?:Threads|Program)\b[^(]*\(\s*'(src\/[^']+)'/g,
      ),
    ])
    .map(([, module]) => module!)
  expect(named.length).toBeGreaterThan(4)
  expect(named.filter(module => !existsSync(join(root, 'dist', `${module}.js`)))).toEqual([])
})
