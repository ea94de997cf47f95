import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildLook, type LookManifest } from '../../src/look/build.js'

const folder = mkdtempSync(path.join(tmpdir(), 'look-'))
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
let manifest: LookManifest

beforeAll(async () => {
  manifest = await buildLook(folder)
})

test('the build leaves a stylesheet, a script, an icon and a manifest that names them', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'arranging.js',
    'capture.js',
    'fonts',
    'icon-192.png',
    'icon-512.png',
    'icon-apple.png',
    'icon-maskable.png',
    'icon.svg',
    'manifest.json',
    'manifest.webmanifest',
    'service-worker.js',
    'workbench.css',
    'workbench.js',
  ])
  expect(JSON.parse(read('manifest.json'))).toEqual(manifest)
  expect(manifest).toMatchObject({ css: '/assets/workbench.css', js: '/assets/workbench.js' })
})

test('the version changes with what was built, and only then', async () => {
  const again = await buildLook(mkdtempSync(path.join(tmpdir(), 'look-')))
  expect(again.version).toBe(manifest.version)
})

test('every font the stylesheet asks for is there, and nothing else is asked for', () => {
  const asked = [...read('workbench.css').matchAll(/url\("?([^")]+)"?\)/g)].map(found => found[1]!)
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter(one => !one.startsWith('fonts/'))).toEqual([])
  expect([...new Set(asked)].map(one => one.replace('fonts/', '')).sort()).toEqual(
    readdirSync(path.join(folder, 'fonts')).sort(),
  )
})

test('the letters of Welsh, Polish, Greek and Russian have a font of their own', () => {
  const css = read('workbench.css')
  for (const alphabet of ['latin-ext', 'greek', 'cyrillic'])
    expect(css).toContain(`source-serif-4-${alphabet}-400-normal`)
  expect(css).toContain('atkinson-hyperlegible-next-latin-ext-400-normal')
})

test('the look is our own: no crown, no crest, no typeface of the government', () => {
  const built = read('workbench.css') + read('workbench.js')
  expect(built).not.toMatch(/GDS Transport|crest|crown/i)
})

test('the script asks for nothing that a strict content policy forbids', () => {
  const script = read('workbench.js') + read('service-worker.js')
  expect(script).not.toMatch(/\beval\(|new Function\(|innerHTML|blob:|data:/)
  // The tus protocol's script speaks of metadata and of addresses that begin with blob, and uses neither.
  expect(read('capture.js')).not.toMatch(/\beval\(|new Function\(|innerHTML|[^a]data:/)
})

test('what travels on the first visit stays small', () => {
  expect(read('workbench.css').length).toBeLessThan(190_000)
  expect(read('workbench.js').length).toBeLessThan(80_000)
})
