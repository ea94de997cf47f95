import { expect, test } from 'vitest'
import type { Block, Figure } from '../../src/documents/document.js'
import { wordlessPictures } from '../../src/publishing/checking/publication-check.js'
import type { FoundWriteUp } from '../../src/write-ups/write-ups.js'

const writeUp = { enquiry: { groupId: 'talk', id: 'e-1' } } as unknown as FoundWriteUp
const figure = (alt: string): Figure => ({
  kind: 'figure',
  picture: { id: 'p', width: 4, height: 3 },
  alt,
  caption: [{ kind: 'text', text: 'The talk wall' }],
})

test('a picture without words stops publication, wherever it stands; one with words does not', () => {
  const inList: Block = { kind: 'list', ordered: false, tight: true, items: [{ blocks: [figure(' ')] }] }
  const inQuotation: Block = { kind: 'quotation', blocks: [figure('')] }
  expect(wordlessPictures({ parts: [figure('A wall of paper bubbles'), inList, inQuotation] }, writeUp)).toMatchObject([
    { because: 'The picture “The talk wall” has no words that say what it shows.' },
    {},
  ])
})
