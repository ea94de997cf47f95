import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { deckOf } from '../../src/handouts/deck.js'
import { slidesOf } from '../../src/handouts/slides.js'
import { toPowerpoint } from '../../src/powerpoint/to-powerpoint.js'
import { paintPictures } from '../documents/pictures.js'
import { aWriteUp } from '../handouts/write-up.js'

let pictures: Record<string, string>
let files: Map<string, Buffer>
let deck: ReturnType<typeof deckOf>

beforeAll(async () => {
  pictures = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))
  const whole = await aWriteUp()
  deck = deckOf(whole)
  files = await unzipped(await toPowerpoint(slidesOf(whole).document, deck, pictures))
})

const xml = (name: string) => files.get(name)!.toString()
const slides = () => [...files.keys()].filter(name => /^ppt\/slides\/slide\d+\.xml$/.test(name)).sort(byNumber)
const words = (name: string) =>
  [...xml(name).matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(found => unescaped(found[1]!)).join(' ')

test('has a cover and a slide for each idea, and every one of them has a title that is a title', () => {
  expect(slides()).toHaveLength(deck.length + 1)
  for (const [at, name] of slides().entries()) {
    expect(xml(name), name).toMatch(/<p:ph\s[^>]*type="title"/)
    if (at > 0) expect(words(name)).toContain(deck[at - 1]!.title)
  }
})

test('opens with the answer, how sure the group is and what speaks against it on one slide', () => {
  const first = words(slides()[1]!)
  expect(first).toContain('The group says that it is sure.')
})

test('is set in three sizes, the smallest of 18 points, in the slides and where they come from', () => {
  const sizes = new Set(
    slides().flatMap(name =>
      [...xml(name).matchAll(/<a:(?:rPr|endParaRPr)[^>]* sz="(\d+)"/g)].map(found => Number(found[1])),
    ),
  )
  const masters = [...files.keys()].filter(name => /slideLayouts\/slideLayout\d+\.xml$/.test(name))
  const titles = masters.flatMap(name => [...xml(name).matchAll(/ sz="(\d+)"/g)].map(found => Number(found[1])))
  const all = [...new Set([...sizes, ...titles])]
  expect(all.filter(size => ![3400, 2400, 1800].includes(size))).toEqual([])
  expect(all).toContain(3400)
})

test('every picture and chart says what it shows, and photographs are whole files', () => {
  const shown = slides().flatMap(name => [...xml(name).matchAll(/<p:pic>.*?<p:cNvPr [^>]*descr="([^"]*)"/gs)])
  expect(shown.length).toBeGreaterThanOrEqual(2)
  for (const [, description] of shown) expect(description).not.toBe('')
  const media = [...files].filter(([name]) => /^ppt\/media\/.+/.test(name))
  expect(media.length).toBeGreaterThanOrEqual(2)
  for (const [name, bytes] of media) expect(bytes.length, name).toBeGreaterThan(200)
})

test('whoever speaks has notes, which say the reasons in full', () => {
  const notes = [...files.keys()].filter(name => /notesSlides\/notesSlide\d+\.xml$/.test(name)).map(words)
  for (const { notes: own } of deck)
    for (const note of own) expect(notes.some(said => letters(said).includes(letters(note)))).toBe(true)
})

test('its properties name the workbench and nobody, and its words say their language', () => {
  expect(xml('docProps/core.xml')).toContain('<dc:creator>Enquiry Workbench</dc:creator>')
  expect(xml('docProps/core.xml')).toContain('Telling a partner first')
  expect(xml(slides()[1]!)).toContain('lang="en-GB"')
})

test('nothing leaves its slide', () => {
  for (const name of slides())
    for (const [, x, y, w, h] of xml(name).matchAll(/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g)) {
      expect(Number(x) + Number(w), name).toBeLessThanOrEqual(960 * 12700 + 1)
      expect(Number(y) + Number(h), name).toBeLessThanOrEqual(540 * 12700 + 1)
    }
})

function byNumber(one: string, other: string): number {
  return Number(/\d+/.exec(one)![0]) - Number(/\d+/.exec(other)![0])
}

function letters(text: string): string {
  return text.replace(/\s+/g, '')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const found = new Map<string, Buffer>()
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(parts))
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(found))
      zip.readEntry()
    })
  })
}
