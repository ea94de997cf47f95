import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { create, type Glyph } from 'fontkit'
import { beforeAll, expect, test } from 'vitest'
import { buildLook } from '../../src/look/build.js'
import { fontFaces } from '../../src/look/fonts.js'
import type { LookManifest } from '../../src/look/manifest.js'
import { faceOf } from '../../src/pdf/lettering/faces.js'

const folder = mkdtempSync(path.join(tmpdir(), 'look-'))
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
let manifest: LookManifest

beforeAll(async () => {
  manifest = await buildLook(folder)
})

test('the build leaves a stylesheet, a script, an icon and a manifest that names them', () => {
  const unpacked = readdirSync(folder).filter(name => !/\.(?:br|gz)$/.test(name))
  expect(unpacked.sort()).toEqual([
    'arranging.js',
    'capture.js',
    'effects.js',
    'fonts',
    'from-html.js',
    'icon-192.png',
    'icon-512.png',
    'icon-apple.png',
    'icon-maskable.png',
    'icon.svg',
    'manifest.json',
    'manifest.webmanifest',
    'passkeys.js',
    'service-worker.js',
    'workbench.css',
    'workbench.js',
    'writing.js',
  ])
  expect(JSON.parse(read('manifest.json'))).toEqual(manifest)
  const { version } = manifest
  expect(manifest).toMatchObject({ css: `/assets/workbench.css?v=${version}`, js: `/assets/workbench.js?v=${version}` })
})

test('the version changes with what was built, and only then', async () => {
  const again = await buildLook(mkdtempSync(path.join(tmpdir(), 'look-')))
  expect(again.version).toBe(manifest.version)
})

test('every font the stylesheet asks for is there, and nothing else is asked for', () => {
  const asked = [...read('workbench.css').matchAll(/url\("?([^")]+)"?\)/g)].map(found => found[1]!)
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter(one => !one.startsWith('fonts/'))).toEqual([])
  expect([...new Set(asked)].map(one => one.replace(/^fonts\/|\?v=[0-9a-f]{8}$/g, '')).sort()).toEqual(
    readdirSync(path.join(folder, 'fonts'))
      .filter(name => !/\.(?:br|gz)$/.test(name))
      .sort(),
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
  expect(readFileSync(path.join(folder, 'workbench.css.br')).length).toBeLessThan(25_600)
  expect(readFileSync(path.join(folder, 'workbench.js.br')).length).toBeLessThan(22_500)
})

test('the letters of English prose travel by themselves, and all of a first visit is less than 90 kB', async () => {
  const faces = await fontFaces()
  const first = faces.filter(({ file }) => /-latin-\d+-normal/.test(file))
  expect(first).toHaveLength(4)
  const packed = ['workbench.css.br', 'workbench.js.br'].map(name => readFileSync(path.join(folder, name)))
  const bytes = [...packed, ...first.map(face => face.bytes)].reduce((sum, one) => sum + one.length, 0)
  // The page itself and what is said with each file take 6 kB more.
  expect(bytes).toBeLessThan(84_000)
})

test('every letter of a Latin font is still there, in the one part or the other, and figures keep their width', async () => {
  const faces = await fontFaces()
  const partsOf = (cut: string) =>
    faces.filter(({ file }) => new RegExp(`${cut}-latin(-rest)?-400-normal`).test(file)).map(face => create(face.bytes))
  for (const cut of ['source-serif-4', 'atkinson-hyperlegible-next']) {
    const parts = partsOf(cut)
    for (const letter of 'Aaz09?!,“”’–—…âéôïœ@#$[]{}£°½×€')
      expect(parts.filter(part => part.hasGlyphForCodePoint(letter.codePointAt(0)!))).toHaveLength(1)
    const [widest] = parts.filter(part => part.hasGlyphForCodePoint(0x31))
    const widths = [...'0123456789'].map(figure => widest!.layout(figure, ['tnum']).glyphs[0]!.advanceWidth)
    expect(new Set(widths).size).toBe(1)
  }
})

test('a zero is plain on pages and in documents, not slashed, in every cut', async () => {
  const faces = await fontFaces()
  const cuts = faces.filter(face => /^atkinson.*-latin-\d/.test(face.file))
  expect(cuts).toHaveLength(3)
  const onPages = cuts.map(({ bytes }) => create(bytes))
  const looks = [true, false].flatMap(bold => [true, false].map(italic => ({ bold, italic })))
  const inDocuments = looks.map(one => faceOf('text', one).font)
  for (const font of [...onPages, ...inDocuments])
    for (const feature of ['pnum', 'tnum']) expect(contoursOf(font.layout('0', [feature]).glyphs[0]!)).toBe(2)
})

function contoursOf(glyph: Glyph): number {
  const { path } = glyph as Glyph & { path: { toSVG(): string } }
  return path.toSVG().match(/M/g)!.length
}
