import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { putInPlace } from '../../src/putting-in-place.js'

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
