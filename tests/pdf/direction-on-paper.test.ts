import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { compose } from '../../src/pdf/compose.js'
import { asLetter } from '../../src/pdf/form.js'
import { a4 } from '../../src/pdf/paper.js'

interface Said {
  words: string
  x: number
  end: number
  y: number
}

/** What stands on the first page, each piece with its left and right end. */
async function drawn(markdown: string): Promise<Said[]> {
  const document = {
    ...{ title: 'T', language: 'en-GB', kindOfDocument: 'W', contents: false, foot: 'F' },
    titlePage: { heading: 'T', lines: [] },
    parts: blocksFrom(markdown),
  }
  const bytes = await compose(document, {}, asLetter)
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  return items.flatMap(item => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [x, y] = [item.transform[4] as number, Math.round(item.transform[5] as number)]
    return [{ words: item.str, x, end: x + item.width, y }]
  })
}

const lineOf = (said: Said[], words: string) => {
  const { y } = said.find(one => one.words.includes(words))!
  return said.filter(one => one.y === y)
}

test('an English sentence that begins with a name in Arabic letters begins at the left edge, and its number stays behind', async () => {
  const said = await drawn('بلال احمد, 12 May, asked parents what they read with their children at home.')
  const line = lineOf(said, 'asked')
  expect(Math.min(...line.map(({ x }) => x))).toBeCloseTo(a4.left, 0)
  const english = line.find(({ words }) => words.includes('12'))!
  const name = line.filter(({ words }) => /\p{Script=Arabic}/u.test(words))
  for (const { end } of name) expect(end).toBeLessThanOrEqual(english.x + 1)
})

test('the bullets of an English list stand below one another, whatever its items begin with', async () => {
  const items = ['بلال احمد asked the parents of Year 4', 'سلام دنیا', 'then we talked about it for a long while']
  const said = await drawn(items.map(item => `- ${item}`).join('\n'))
  const bullets = said.filter(({ words }) => words.startsWith('•'))
  expect(bullets).toHaveLength(3)
  for (const { x, y } of bullets) {
    expect(x).toBeCloseTo(a4.left, 0)
    const first = said.filter(one => one.y === y && one.x > x).sort((one, other) => one.x - other.x)[0]!
    expect(first.x - x).toBeLessThan(30)
  }
})

test('a paragraph in Urdu ends at the right edge of the lines that are read', async () => {
  const said = await drawn('بچوں نے بتایا کہ وہ گھر پر Reading کے بارے میں بات کرتے ہیں۔')
  expect(Math.max(...said.filter(({ words }) => /\p{Script=Arabic}/u.test(words)).map(({ end }) => end))).toBeCloseTo(
    a4.left + a4.measure,
    0,
  )
})
