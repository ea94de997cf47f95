import { beforeAll, describe, expect, test } from 'vitest'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { compose } from '../../src/pdf/compose.js'
import { sample } from '../documents/sample.js'
import { saying, takenApart, type PdfFile } from './objects.js'
import { all, folded, isEmoji, readBack, wordsIn, within, type Reading } from './reading.js'

const filler = 'They told a partner first, and then the class. '.repeat(70)
const markdown = `
# What we counted[^how]

We counted hands[^how] 👍🏽 and asked[^ask], in three lessons.

${Array.from({ length: 12 }, () => filler).join('\n\n')}

The last page has a note of its own[^last].

[^how]: Hands, *not* answers 🙋.
[^ask]: In June.

    A second paragraph of the note.
[^last]: On the last page.

# Languages

Punjabi: ਮੈਂ ਪੰਜਾਬੀ ਬੋਲਦਾ ਹਾਂ. Urdu: میں اردو بولتا ہوں. Then [Mae’r plant yn siarad]{lang=cy} and more.

[یہ پورا پیراگراف اردو میں ہے۔]{lang=ur}

Flags 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇵🇱, a keycap 1️⃣, a family 👨‍👩‍👧‍👦, one that nobody drew 👩‍🦰‍🚀, and [a link 🎉](https://example.org).
`

let reading: Reading
let file: PdfFile

beforeAll(async () => {
  const parts = blocksFrom(markdown, { headingLevel: 2 })
  const bytes = await compose({ ...sample, contents: false, parts }, {})
  file = takenApart(bytes)
  reading = await readBack(bytes)
})

describe('notes', () => {
  test('stand at the foot of the page that first marks them, each once, with all their words', () => {
    const pages = reading.trees.map(tree => within(tree, 'Note').map(note => folded(wordsIn(reading, note))))
    expect(pages.flat()).toEqual([
      '[1] Hands, not answers 🙋.',
      '[2] In June. A second paragraph of the note.',
      '[3] On the last page.',
    ])
    const on = (words: string) => pages.findIndex(notes => notes.some(note => note.includes(words)))
    expect(on('Hands')).toBe(1)
    expect(on('In June')).toBe(1)
    expect(on('last page')).toBeGreaterThan(2)
  })

  test('are reached from their marks and lead back, as references that say so', () => {
    const marks = all(reading, 'Reference').map(node => folded(wordsIn(reading, node)))
    expect(marks).toEqual(['[1]', '[1]', '[2]', '[3]'])
    const said = reading.links.filter(({ dest }) => dest).map(({ contents }) => contents)
    expect(said).toEqual([
      'Note 1',
      'Note 1',
      'Note 2',
      'Back to the mark of note 1',
      'Back to the mark of note 2',
      'Note 3',
      'Back to the mark of note 3',
    ])
  })

  test('have names of their own, which the structure lists', () => {
    const ids = saying(file, /\/S \/Note\b/).map(({ text }) => /\/ID \(([^)]+)\)/.exec(text)?.[1])
    expect(ids).toEqual(['note:1', 'note:2', 'note:3'])
    expect(saying(file, /\/Type \/StructTreeRoot/)[0]!.text).toMatch(/\/IDTree <<\s*\/Names \[\(note:1\) \d+ 0 R/)
  })

  test('are no part of the bookmarks', () => {
    expect(reading.bookmarks.map(({ title }) => title)).toEqual(['What we counted', 'Languages'])
  })
})

describe('emoji', () => {
  test('are pictures with names among the words, and come back as themselves', () => {
    expect(
      all(reading, 'Figure')
        .filter(isEmoji)
        .map(node => node.alt),
    ).toEqual([
      'thumbs up: medium skin tone',
      'person raising hand',
      'flag: Wales',
      'flag: Poland',
      'keycap: 1',
      'family: man, woman, girl, boy',
      'woman',
      'red hair',
      'rocket',
      'party popper',
    ])
    const words = folded(reading.trees.map(tree => wordsIn(reading, tree)).join(' '))
    for (const said of ['We counted hands[1] 👍🏽 and asked', '🇵🇱, a keycap', 'a family 👨‍👩‍👧‍👦, one', 'and a link 🎉.'])
      expect(words.includes(said), said).toBe(true)
  })
})

test('words in other languages say so, by their letters or because somebody told it', () => {
  const spans = all(reading, 'Span').map(node => [node.lang, folded(wordsIn(reading, node))])
  expect(spans).toContainEqual(['cy', 'Mae’r plant yn siarad'])
  expect(spans.map(([lang]) => lang)).toEqual(['pa', 'ur', 'cy'])
  expect(all(reading, 'P').filter(node => node.lang === 'ur')).toHaveLength(1)
})
