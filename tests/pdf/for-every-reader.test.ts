import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { compose } from '../../src/pdf/compose.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'
import type { Document, Inline } from '../../src/documents/document.js'
import { heading, paragraph } from '../../src/documents/making-blocks.js'
import { all, folded, readBack, streamsOf, wordsIn } from './reading.js'

// What PDF/UA-1 (ISO 14289-1) asks for, as far as a program can tell without a person.

let written: string
let pages: string[]

beforeAll(async () => {
  const bytes = await compose(sample, await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-'))))
  written = bytes.toString('latin1')
  pages = streamsOf(bytes).filter(stream => stream.includes(' BDC'))
})

test('everything drawn is either tagged or decoration, and neither is within the other', () => {
  expect(pages.length).toBeGreaterThan(5)
  for (const page of pages) {
    let depth: string[] = []
    for (const [operator] of page.matchAll(/\/(\w+) <<[^]*?>> BDC|\bEMC\b|\bTJ\b|\bTj\b|\bDo\b|^[fS]$|\bB\b/gm)) {
      if (operator === 'EMC') depth.pop()
      else if (operator.endsWith('BDC')) {
        const tag = operator.slice(1).split(' ')[0]!
        if (tag !== 'Span') expect(depth).toEqual([])
        depth = [...depth, tag]
      } else expect(depth.length, `${operator} in ${page.slice(0, 200)}`).toBeGreaterThan(0)
    }
    expect(depth).toEqual([])
  }
})

test('all fonts are embedded, and say which letters their glyphs stand for', () => {
  const fonts = written.match(/\/Subtype \/Type0/g)!.length
  expect(written.match(/\/ToUnicode \d+ 0 R/g)).toHaveLength(fonts)
  expect(written.match(/\/FontFile[23] \d+ 0 R/g)).toHaveLength(fonts)
})

test('no glyph is the empty box', () => {
  for (const page of pages) {
    for (const [, glyphs] of page.matchAll(/<([0-9a-f]+)>[^<]*(?=TJ|Tj|<|\])/g)) {
      for (const glyph of glyphs!.match(/.{4}/g) ?? []) expect(glyph).not.toBe('0000')
    }
  }
})

test('every link is in the structure and says where it leads', () => {
  const links = [...written.matchAll(/<<[^]*?\/Subtype \/Link[^]*?endobj/g)].map(([link]) => link)
  expect(links.length).toBeGreaterThan(10)
  expect(written.match(/\/Subtype \/Link/g)!.length).toBe(written.match(/\/Type \/OBJR/g)!.length)
  for (const link of links) expect(link).toMatch(/\/Contents \(.+\)/s)
})

test('each page is read in the order of its structure', () => {
  expect(written.match(/\/Tabs \/S/g)!.length).toBe(written.match(/\/Type \/Page\b/g)!.length)
})

test('no heading skips a level', async () => {
  const parts = sample.parts.map(part => (part.kind === 'heading' ? { ...part, level: 4 as const } : part))
  const bytes = (await compose({ ...sample, contents: false, parts }, {})).toString('latin1')
  const levels = new Set([...bytes.matchAll(/\/S \/H(\d)/g)].map(found => Number(found[1])))
  expect([...levels].sort()).toEqual([1, 2, 3, 4])
})

const bare: Document = {
  ...{ title: 'A question', language: 'en-GB', kindOfDocument: 'Summary', contents: false, foot: 'First edition' },
  titlePage: { heading: 'A question', lines: ['By Eleri Gwynne and بلال احمد'] },
  parts: [],
}

test('a head above nothing is a row, and a table with rows has a head and a body', async () => {
  const head = [[{ kind: 'text' as const, text: 'Alone' }]]
  const roles = async (rows: Inline[][][]) => {
    const table = { kind: 'table' as const, head, rows, alignment: [null] }
    const reading = await readBack(await compose({ ...bare, parts: [table] }, {}))
    return ['THead', 'TBody', 'TR'].map(role => all(reading, role).length)
  }
  expect(await roles([])).toEqual([0, 0, 1])
  expect(await roles([head])).toEqual([1, 1, 2])
})

test('what a short form found is a heading below the one above it', async () => {
  const parts = [heading('What we found'), paragraph('Children ask more.', 'claim'), paragraph('We are sure', 'sure')]
  const reading = await readBack(await compose({ ...bare, parts }, {}))
  expect(all(reading, 'H3').map(node => folded(wordsIn(reading, node)))).toEqual(['Children ask more.'])
})

test('a name in another script says its language, also on the title page', async () => {
  const reading = await readBack(await compose(bare, {}))
  expect(all(reading, 'Span').map(node => node.lang)).toEqual(['ar'])
})
