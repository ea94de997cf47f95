import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/documents/document.js'
import { paragraph } from '../../src/documents/making-blocks.js'
import { compose } from '../../src/pdf/compose.js'
import { faceOf } from '../../src/pdf/lettering/faces.js'
import { shape } from '../../src/pdf/lettering/shaping.js'
import { shapedByHarfBuzz } from './as-harfbuzz-shapes.js'
import { allWords, readBack, saidInstead } from './reading.js'

const blank: Omit<Document, 'parts'> = {
  ...{ title: 'A question', language: 'en-GB', kindOfDocument: 'Write-up', contents: false, foot: 'First edition' },
  titlePage: { heading: 'A question', lines: [] },
}

describe.each(shapedByHarfBuzz)('$language', ({ family, rightToLeft = false, upem, words }) => {
  test('stands on paper in the glyphs, places and widths that HarfBuzz gives', () => {
    const face = faceOf(family, { bold: false, italic: false })
    const inUnits = (thousandths: number) => Math.round((thousandths * upem) / 1000)
    const ours = Object.keys(words).map(word => {
      const { glyphs } = shape(face, word, rightToLeft)
      const said = glyphs.map(({ id, x, y, advance }) => {
        const beside = x || y ? `@${inUnits(x)},${inUnits(y)}` : ''
        return `${id}${beside}+${inUnits(advance)}`
      })
      return [word, said.join(' ')]
    })
    expect(Object.fromEntries(ours)).toEqual(words)
  })

  test('reads back as it was typed, whether a reading machine hears what is said or only sees the letters', async () => {
    const typed = Object.keys(words)
    const bytes = await compose({ ...blank, parts: typed.map(word => paragraph(word)) }, {})
    const seen = bare(allWords(await readBack(bytes)))
    const said = saidInstead(bytes).join('')
    for (const word of typed) {
      if (rightToLeft) expect(said).toContain(word)
      else expect(seen).toContain(bare(word))
      if (!rightToLeft && !isFaithful(family, word)) expect(said).toContain(word.normalize('NFC'))
    }
  })
})

/** Letters alone: a reading machine sees a space wherever a letter stands a little apart. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200b\u200d]+/g, '')
}

/** Whether its glyphs alone, one after the other, give the word back. */
function isFaithful(family: string, word: string): boolean {
  return shape(faceOf(family, { bold: false, italic: false }), word, false).faithful
}
