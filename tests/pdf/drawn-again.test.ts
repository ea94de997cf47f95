import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { afterEach, expect, test, vi } from 'vitest'
import type { Document } from '../../src/documents/document.js'
import { compose } from '../../src/pdf/compose.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'
import { referred, takenApart, type PdfFile } from './objects.js'

const edition: Document = {
  ...sample,
  authors: [{ name: 'Nia Prŷs', school: 'Ysgol y Bryn' }, { name: 'بلال احمد' }],
  publisher: 'Alder & Ash',
  address: 'https://example.org/published/write-ups/talk?edition=2',
  edition: {
    number: 2,
    publishedAt: '2027-03-05T16:10:00.000Z',
    identifier: 'urn:uuid:3f0e4b7a-6a52-5c1e-9d57-0c2f1f8f4f3a',
    licence: { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
  },
}

const pictures = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))

afterEach(() => vi.useRealTimers())

async function drawnOn(day: string, document: Document): Promise<Buffer> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T09:00:00Z`) })
  return compose(document, pictures)
}

test('an edition drawn again years later is the same, byte for byte', async () => {
  const first = await drawnOn('2027-03-06', edition)
  const again = await drawnOn('2031-09-01', edition)
  expect(again.equals(first)).toBe(true)
})

test('an edition that says something else is another file, though it is of the same day', async () => {
  const id = (bytes: Buffer) => /\/ID \[<([0-9a-f]{32})>/.exec(takenApart(bytes).trailer)![1]
  const whole = await drawnOn('2027-03-06', edition)
  const masked = await drawnOn('2027-03-06', { ...edition, parts: edition.parts.slice(1) })
  expect(id(masked)).not.toBe(id(whole))
})

test('a catalogue reads who wrote it, when it came out, by what it is known and what others may do with it', async () => {
  const file = takenApart(await drawnOn('2031-09-01', edition))
  const xmp = metadataOf(file)
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.write(xmp).close()
  const said = (name: string) => new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1]
  expect([...said('dc:creator')!.matchAll(/<rdf:li>([^<]*)</g)].map(found => found[1])).toEqual([
    'Nia Prŷs',
    'بلال احمد',
  ])
  expect(said('dc:date')).toContain('2027-03-05')
  expect(said('dc:publisher')).toContain('Alder &amp; Ash')
  expect(said('dc:identifier')).toBe(edition.edition!.identifier)
  expect(said('dc:rights')).toContain('CC BY 4.0')
  expect(said('xmpRights:WebStatement')).toBe('https://creativecommons.org/licenses/by/4.0/')
  expect(said('xmpMM:VersionID')).toBe('2')
  expect(said('xmp:CreateDate')).toBe('2027-03-05T16:10:00Z')
  expect(referred(file, file.trailer, 'Info')!.text).toContain('/Author ')
})

test('a draft says nothing of this', async () => {
  const xmp = metadataOf(takenApart(await compose(sample, pictures)))
  expect(xmp).toContain('<dc:title>')
  expect(xmp).not.toMatch(/dc:(creator|identifier|rights|date)|xmpRights|xmpMM/)
})

function metadataOf(file: PdfFile): string {
  return referred(file, referred(file, file.trailer, 'Root')!.text, 'Metadata')!.stream!.toString('utf8')
}
