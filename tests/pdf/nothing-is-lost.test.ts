import { describe, expect, test } from 'vitest'
import type { Block, Document, Inline } from '../../src/documents/document.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { textOf } from '../../src/documents/to-text.js'
import { compose } from '../../src/pdf/compose.js'
import { sample } from '../documents/sample.js'
import { all, allWords, folded, readBack, saidInstead, streamsOf, within, wordsIn } from './reading.js'

const bare: Document = {
  title: 'A question',
  language: 'en-GB',
  kindOfDocument: 'Write-up',
  titlePage: { heading: 'A question', lines: [] },
  contents: false,
  parts: [],
  foot: 'First edition',
}

const words = (text: string): Inline[] => [{ kind: 'text', text }]
const said = (text: string): Block => ({ kind: 'paragraph', inlines: words(text) })
const withParts = (...parts: Block[]): Document => ({ ...bare, parts })
const drawn = async (...parts: Block[]) => compose(withParts(...parts), {})
const unspaced = (text: string) => text.normalize('NFC').replace(/\s+/g, '')

const longText = Array.from({ length: 700 }, (_, at) => `word${at}`).join(' ')

describe('tables', () => {
  test('a row higher than a page goes on over the next pages, and loses nothing', async () => {
    const table: Block = {
      kind: 'table',
      head: [words('What we tried'), words('What happened'), words('Why here')],
      rows: [
        [words('Before'), words('short'), words('short')],
        [words('Talk partners'), words(longText), words(longText.slice(0, 2500))],
        [words('After'), words('short'), words('the end')],
      ],
      alignment: [null, null, null],
      rowHeads: true,
    }
    const reading = await readBack(await drawn(table))
    expect(reading.pages).toBeGreaterThan(3)
    const cells = all(reading, 'TD').map(cell => folded(wordsIn(reading, cell)))
    const whole = cells.join(' ')
    for (let at = 0; at < 700; at++) expect(whole).toContain(`word${at}`)
    expect(whole).toContain('the end')
    expect(all(reading, 'TH').filter(head => folded(wordsIn(reading, head)) === 'What we tried')).toHaveLength(1)
  })

  test('a table of 120 rows keeps every row, in order', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [words(`School ${at}`), words(String(at * 7))])
    const table: Block = { kind: 'table', head: [words('School'), words('Roll')], rows, alignment: [null, 'right'] }
    const reading = await readBack(await drawn(table))
    const numbers = all(reading, 'TD').map(cell => folded(wordsIn(reading, cell)))
    expect(numbers).toEqual(rows.flatMap(row => row.map(cell => (cell[0] as { text: string }).text)))
  })

  test('fourteen columns are drawn in bands, and are still one table to a screen reader', async () => {
    const head = Array.from({ length: 14 }, (_, at) => words(`Ysgol Llanfair ${at}`))
    const rows = [0, 1].map(row => head.map((_, at) => words(`Established ${row}-${at}`)))
    const table: Block = { kind: 'table', head, rows, alignment: [], rowHeads: true }
    const reading = await readBack(await drawn(table))
    expect(all(reading, 'Table')).toHaveLength(1)
    const cells = all(reading, 'TR').map(row =>
      [...within(row, 'TH'), ...within(row, 'TD')].map(cell => folded(wordsIn(reading, cell))),
    )
    expect(cells).toEqual([head, ...rows].map(row => row.map(cell => (cell[0] as { text: string }).text)))
  })

  test('a head without rows, rows with too few cells, and empty cells are drawn', async () => {
    const bytes = await drawn(
      { kind: 'table', head: [words('Alone')], rows: [], alignment: [null] },
      { kind: 'table', head: [words('a'), [], words('c')], rows: [[words('1')], []], alignment: [null, null, null] },
    )
    expect(bytes.toString('latin1').match(/\/S \/TD/g)).toHaveLength(6)
    const more = await drawn({ kind: 'table', head: [], rows: [[words('beyond'), words('the head')]], alignment: [] })
    expect(folded(allWords(await readBack(more)))).toContain('beyond the head')
    await expect(drawn({ kind: 'table', head: [], rows: [], alignment: [] })).resolves.toBeInstanceOf(Buffer)
  })
})

describe('words', () => {
  test('a word of 200 letters is broken, and no letter of it is lost', async () => {
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(4).slice(0, 200)
    const reading = await readBack(await drawn(said(`before ${long} after`)))
    expect(unspaced(allWords(reading))).toContain(`before${long}after`)
    expect(folded(allWords(reading))).not.toContain(long)
  })

  test('a word of 20,000 letters is drawn in good time', async () => {
    const before = process.cpuUsage()
    const reading = await readBack(await drawn(said('á'.repeat(20_000))))
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(60_000)
    expect(unspaced(allWords(reading))).toContain('á'.repeat(20_000))
  })

  test.each(
    Object.entries({
      Welsh: 'Ŵyn bach yn y tŷ, ŷd, sêr a llwyau; ẃ ẁ ẅ',
      'Welsh with marks of their own': 'w\u0302yn y\u0302d',
      Polish: 'Zażółć gęślą jaźń',
      'Turkish and Romanian': 'İstanbul șțăâî ŞŢğ',
      Vietnamese: 'Tiếng Việt có dấu',
      Greek: 'Ελληνικά ἀρχή',
      Cyrillic: 'Українська ґїє',
      Chinese: '学校之间的合作，學校',
      Japanese: 'みんなで学ぶ',
      Devanagari: 'नमस्ते',
      'maths and arrows': '≤ ≥ → ← ≠ ∑ √ ½ ²',
      'ticks and boxes': '✓ ✗ ☐ ☑ ★',
      emoji: '🙂 🎉 👩‍🏫 ❤️',
      'typographic marks': '“quotes” ‘single’ – — … • ° £ € ©',
      ligatures: 'office fluffy affine',
    }),
  )('%s comes back letter for letter', async (_name, text) => {
    const reading = await readBack(await drawn(said(text)))
    const read = unspaced(allWords(reading)).replace(/\ufe0f/g, '')
    expect(read).toContain(unspaced(text).replace(/\ufe0f/g, ''))
  })

  test('a dotless i and the flag of Wales are in the tables of their fonts', async () => {
    const tables = streamsOf(await drawn(said('ığdır 🏴󠁧󠁢󠁷󠁬󠁳󠁿'))).join()
    expect(tables).toContain('<0131>')
    expect(tables).toContain('<d83cdff4db40dc67db40dc62db40dc77db40dc6cdb40dc73db40dc7f>')
  })

  test.each(
    Object.entries({
      Bengali: 'আমরা কী শিখলাম ক্ষমতা',
      Punjabi: 'ਅਸੀਂ ਕੀ ਸਿੱਖਿਆ',
      Gujarati: 'ગુજરાતી શિક્ષણ',
      Tamil: 'நாங்கள் என்ன கற்றோம் கொடு',
      Hindi: 'हमने क्या सीखा शिक्षा',
    }),
  )('%s is shaped, and said as it was typed', async (_name, text) => {
    const bytes = await drawn(said(text))
    expect(folded(allWords(await readBack(bytes)))).not.toContain('U+')
    const reordered = text.split(' ').filter(word => /[িਿિெொोि]/.test(word))
    for (const word of reordered) expect(saidInstead(bytes).join(' ')).toContain(word)
  })

  test('a letter that no font has is drawn as its number, and read as itself', async () => {
    const bytes = await drawn(said('A hieroglyph: \u{13080} and a private one: \ue123.'))
    expect(folded(allWords(await readBack(bytes)))).toContain('A hieroglyph: [U+13080] and a private one: [U+E123].')
    expect(saidInstead(bytes)).toContain('\u{13080}')
  })

  test('half a letter, control characters and marks of direction do no harm', async () => {
    const reading = await readBack(
      await drawn(said('a\ud83d b\u0000c\u0007 \u202ed\u202c \u200fe\u200b f\ufeff g\u00adh')),
    )
    expect(unspaced(allWords(reading))).toContain('gh')
  })

  test('brackets around words from right to left are turned, and the words keep their order', async () => {
    const bytes = await drawn(said('(שלום) עולם 123 abc'))
    expect(saidInstead(bytes).join('').replace(/\s+/g, ' ')).toBe('(שלום) עולם ')
  })

  test('hundreds of odd strings are drawn without failing', async () => {
    const alphabets = [
      'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگکیےںہھٹڈڑ\u064e\u0650\u0651\u0654',
      'אבגדהוזחטיכלמנסעפצקרשת\u05b0\u05b4',
      'कखगघ्ािीुेैोौंः',
      'aäβж你🙂\u0301\u200d',
    ]
    let seed = 7
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below
    const odd = Array.from({ length: 800 }, () => {
      const letters = [...alphabets[random(alphabets.length)]!]
      return Array.from({ length: 1 + random(12) }, () => letters[random(letters.length)]).join('')
    })
    await expect(drawn(said(odd.join(' ')))).resolves.toBeInstanceOf(Buffer)
  })
})

describe('pages', () => {
  test('a heading is never the last on its page', async () => {
    const parts = Array.from({ length: 60 }, (_, at): Block[] => [
      { kind: 'heading', level: 2, id: `h-${at}`, inlines: words(`Heading ${at}`) },
      said(longText.slice(0, 200 + ((at * 137) % 900))),
    ]).flat()
    const reading = await readBack(await drawn(...parts))
    expect(reading.pages).toBeGreaterThan(8)
    for (const tree of reading.trees) expect(lastRole(tree)).not.toBe('H2')
  })

  test('lists nested eight deep keep their words', async () => {
    const markdown = Array.from({ length: 8 }, (_, at) => `${'  '.repeat(at)}- level ${at} with some words`).join('\n')
    const parts = blocksFrom(markdown)
    const reading = await readBack(await drawn(...parts))
    for (let at = 0; at < 8; at++) expect(folded(allWords(reading))).toContain(`level ${at} with some words`)
  })

  test('code of 200 lines goes over pages and keeps its spaces', async () => {
    const code = Array.from({ length: 200 }, (_, at) => `${' '.repeat(at % 7)}line ${at}`).join('\n')
    const reading = await readBack(await drawn({ kind: 'code', text: code }))
    expect(unspaced(allWords(reading))).toContain(unspaced(code))
  })

  test('a picture whose file is gone is said in words', async () => {
    const reading = await readBack(
      await drawn({
        kind: 'figure',
        picture: { id: 'gone', width: 10, height: 10 },
        alt: 'The hall',
        caption: words('Our hall'),
      }),
    )
    expect(folded(allWords(reading))).toContain('Picture: The hall Our hall')
  })

  test('a title page with forty names goes on over the next page', async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `School number ${at}, with its headteacher`)
    const titlePage = { ...sample.titlePage, lines }
    const reading = await readBack(await compose({ ...bare, titlePage }, {}))
    expect(folded(allWords(reading))).toBe(folded(textOf({ ...bare, titlePage })))
    expect(reading.pages).toBe(2)
  })

  test('a caption as long as a story is set below its picture, and loses nothing', async () => {
    const picture = { id: 'gone', width: 10, height: 10 }
    const reading = await readBack(await drawn({ kind: 'figure', picture, alt: 'The hall', caption: words(longText) }))
    expect(folded(allWords(reading))).toContain('word0 word1 word2')
    expect(folded(allWords(reading))).toContain('word698 word699')
  })

  test('a question of 400 letters is seen whole on the title page', async () => {
    const heading = 'How do children who rarely speak begin to reason aloud with one another? '.repeat(6).trim()
    const titlePage = { ...sample.titlePage, heading }
    const reading = await readBack(await compose({ ...bare, titlePage }, {}))
    expect(folded(allWords(reading))).toBe(folded(textOf({ ...bare, titlePage })))
    expect(reading.pages).toBe(1)
  })
})

function lastRole(tree: { role: string; children: unknown[] }): string {
  const children = tree.children.filter(
    (child): child is { role: string; children: unknown[] } => 'role' in (child as object),
  )
  const last = children.at(-1)
  return last ? (last.role === 'Document' ? lastRole(last) : last.role) : tree.role
}
