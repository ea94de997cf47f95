import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { Block, Document } from '../../src/documents/document.js'
import { heading, paragraph, text } from '../../src/documents/making-blocks.js'
import { compose } from '../../src/pdf/compose.js'
import { asLetter, filed, type Form } from '../../src/pdf/form.js'

function documentOf(parts: Block[]): Document {
  return {
    ...{ title: 'Minutes', language: 'en-GB', kindOfDocument: 'Minutes', contents: false, foot: '5 March 2027', parts },
    titlePage: { heading: 'At one table', lines: ['Thursday 4 March 2027'] },
  }
}

async function pagesOf(parts: Block[], form: Form): Promise<string[]> {
  const bytes = await compose(documentOf(parts), {}, form)
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false }).promise
  const pages: string[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str : '')).join(' '))
  }
  return pages
}

const rows = ['one', 'two', 'three', 'four'].map(name => [text(`Row ${name}`), text('done')])
const table: Block = { kind: 'table', head: ['What', 'Then'].map(text), rows, alignment: [null, null], rowHeads: true }
const list: Block = {
  ...{ kind: 'list', ordered: false, tight: true },
  items: rows.map(([name]) => ({ blocks: [{ kind: 'paragraph', inlines: name! }] })),
}

test('wherever a page ends, no row of a table and no item of a list is alone before or after it', async () => {
  for (const block of [table, list])
    for (let lines = 20; lines < 34; lines++) {
      const before = Array.from({ length: lines }, (_, at) => paragraph(`Line ${at}`))
      const pages = await pagesOf([...before, block], asLetter)
      const counts = pages.map(page => page.match(/Row (one|two|three|four)/g)?.length ?? 0)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4)
      expect({ lines, counts: counts.filter(count => count === 1) }).toEqual({ lines, counts: [] })
    }
})

test('a letter has its title above the text, on one page', async () => {
  const parts = [heading('Who was there'), paragraph('Nia and Mair.')]
  expect(await pagesOf(parts, asLetter)).toHaveLength(1)
  expect(await pagesOf(parts, filed)).toHaveLength(2)
})

test('however long a text is, its last page holds more than a few lines', async () => {
  const full = (
    await pagesOf(
      Array.from({ length: 120 }, (_, at) => paragraph(`Line ${at}`)),
      asLetter,
    )
  )[1]!
  const most = full.match(/Line \d+/g)!.length
  for (let lines = 20; lines < 70; lines += 3) {
    const pages = await pagesOf(
      Array.from({ length: lines }, (_, at) => paragraph(`Line ${at}`)),
      asLetter,
    )
    const counts = pages.map(page => page.match(/Line \d+/g)?.length ?? 0)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(lines)
    if (pages.length > 1)
      expect({ lines, counts, enough: counts.at(-1)! >= most * 0.35 }).toMatchObject({ enough: true })
  }
})
