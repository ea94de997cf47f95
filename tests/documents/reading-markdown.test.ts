import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '../../src/documents/document.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { textOfBlocks } from '../../src/documents/to-text.js'
import { few, howItGrows } from '../house/how-it-grows.js'

const text = (words: string): Inline => ({ kind: 'text', text: words })
const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines })

describe('what CommonMark and GFM say', () => {
  test('a heading takes the level it is given, and deeper ones stop at 4', () => {
    const blocks = blocksFrom('# What we saw\n\n## In Year 4\n\n#### Closer still', { headingLevel: 2 })
    expect(blocks).toEqual([
      { kind: 'heading', level: 2, id: 'what-we-saw', inlines: [text('What we saw')] },
      { kind: 'heading', level: 3, id: 'in-year-4', inlines: [text('In Year 4')] },
      { kind: 'heading', level: 4, id: 'closer-still', inlines: [text('Closer still')] },
    ])
  })

  test('`#` becomes level 3 where nothing else is said', () => {
    expect(blocksFrom('Heading\n=======')).toMatchObject([{ kind: 'heading', level: 3 }])
  })

  test('strong, emphasis, strikethrough and code keep their marks, also within one another', () => {
    expect(blocksFrom('a **b _c_** ~~d~~ `e *f*`')).toEqual([
      paragraph(
        text('a '),
        { kind: 'strong', inlines: [text('b '), { kind: 'emphasis', inlines: [text('c')] }] },
        text(' '),
        { kind: 'strike', inlines: [text('d')] },
        text(' '),
        { kind: 'code', text: 'e *f*' },
      ),
    ])
  })

  test('a single line break is folded into a space, and two spaces or a backslash keep it', () => {
    expect(blocksFrom('first\nsecond\\\nthird  \nfourth')).toEqual([
      paragraph(text('first second'), { kind: 'break' }, text('third'), { kind: 'break' }, text('fourth')),
    ])
  })

  test('every line break is kept where that was asked for', () => {
    expect(blocksFrom('first\nsecond\\\nthird  \nfourth', { lineBreaks: 'kept' })).toEqual([
      paragraph(
        text('first'),
        { kind: 'break' },
        text('second'),
        { kind: 'break' },
        text('third'),
        { kind: 'break' },
        text('fourth'),
      ),
    ])
  })

  test('entities and escapes are the letters they stand for, once', () => {
    expect(blocksFrom('&amp; &lt;b&gt; \\*not strong\\* &eacute; &amp;amp; \\&amp; &nonsense;')).toEqual([
      paragraph(text('& <b> *not strong* é &amp; &amp; &nonsense;')),
    ])
  })

  test('nested lists keep their order, start and closeness', () => {
    const [list] = blocksFrom('3. three\n   - inner\n     1. deepest\n4. four')
    expect(list).toMatchObject({ kind: 'list', ordered: true, start: 3, tight: true })
    expect(textOfBlocks([list!])).toBe('3. three\n\n• inner\n\n1. deepest\n4. four')
  })

  test('a loose list is not tight, and an item may hold several paragraphs', () => {
    const [list] = blocksFrom('- one\n\n  more of one\n\n- two')
    expect(list).toMatchObject({ tight: false, items: [{ blocks: [{}, {}] }, { blocks: [{}] }] })
  })

  test('tasks know whether they are done, and their box is not part of their words', () => {
    expect(blocksFrom('- [x] asked the *children*\n- [ ] asked the parents\n- plain')).toMatchObject([
      {
        items: [
          { task: 'done', blocks: [{ inlines: [{ text: 'asked the ' }, { kind: 'emphasis' }] }] },
          { task: 'open', blocks: [{ inlines: [{ text: 'asked the parents' }] }] },
          { blocks: [{ inlines: [{ text: 'plain' }] }] },
        ],
      },
    ])
    expect(textOfBlocks(blocksFrom('- [x] one\n\n- [ ] two'))).toBe('☑ one\n☐ two')
  })

  test('a table has its head, rows, alignment, and marks within its cells', () => {
    const [table] = blocksFrom(
      '| School | Before | After |\n|:--|--:|:-:|\n| Tŷ Coch | **3** | [7](https://example.org) |\n| short |',
    )
    expect(table).toEqual({
      kind: 'table',
      head: [[text('School')], [text('Before')], [text('After')]],
      rows: [
        [
          [text('Tŷ Coch')],
          [{ kind: 'strong', inlines: [text('3')] }],
          [{ kind: 'link', href: 'https://example.org', inlines: [text('7')] }],
        ],
        [[text('short')], [], []],
      ],
      alignment: ['left', 'right', 'centre'],
    })
  })

  test('quotations hold blocks, code keeps its spaces, a rule is a rule', () => {
    expect(blocksFrom('> # Said\n> - so\n\n```js\n  if (a < b) {}\n```\n\n***')).toMatchObject([
      { kind: 'quotation', blocks: [{ kind: 'heading' }, { kind: 'list' }] },
      { kind: 'code', text: '  if (a < b) {}' },
      { kind: 'rule' },
    ])
  })

  test('links by reference, autolinks and bare addresses are links', () => {
    const blocks = blocksFrom(
      '[ref][a] <https://b.example> www.c.example d@e.example\n\n[a]: /here "The &quot;title&quot;"',
    )
    expect(blocks[0]).toMatchObject({
      inlines: [
        { kind: 'link', href: '/here', title: 'The "title"' },
        {},
        { kind: 'link', href: 'https://b.example' },
        {},
        { kind: 'link', href: 'http://www.c.example' },
        {},
        { kind: 'link', href: 'mailto:d@e.example' },
      ],
    })
  })

  test('nothing typed gives nothing', () => {
    expect(blocksFrom('')).toEqual([])
    expect(blocksFrom('  \n\n ')).toEqual([])
  })
})

describe('what could do harm', () => {
  test('raw HTML is shown as it was typed', () => {
    expect(textOfBlocks(blocksFrom('<script>alert(1)</script>\n\nand <b onclick="x()">bold</b> <!-- note -->'))).toBe(
      '<script>alert(1)</script>\n\nand <b onclick="x()">bold</b> <!-- note -->',
    )
  })

  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](<java script:alert(1)>)',
    '[a](&#106;avascript:alert(1))',
    '[a](javascript&colon;alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:x)',
    '[a](//elsewhere.example)',
    '[a](/\\elsewhere.example)',
    '[a](file:///etc/passwd)',
    '![a](data:image/svg+xml;base64,PHN2Zz4=)',
  ])('%s loses its address and keeps its words', markdown => {
    expect(blocksFrom(markdown)).toEqual([paragraph(text('a'))])
  })

  test('a picture from elsewhere becomes a link', () => {
    expect(blocksFrom('![Our hall](https://example.org/hall.png)')).toEqual([
      paragraph({ kind: 'link', href: 'https://example.org/hall.png', inlines: [text('Our hall')] }),
    ])
  })

  test.each(
    Object.entries<(size: number) => string>({
      prose: size => 'Some *words*, a [link](http://a.example) and more.\n\n'.repeat(size / 52),
      '`>`': size => '>'.repeat(size),
      '`[`': size => '['.repeat(size),
      '`_a`': size => '_a'.repeat(size / 2),
      '`![`': size => '!['.repeat(size / 2),
      '`[[E1 `': size => '[[E1 '.repeat(size / 5),
      '`[a](`': size => '[a]('.repeat(size / 4),
      'a table of half-open marks': size => `|${'_a'.repeat(size / 2 - 10)}|\n|-|\n|b|`,
      'steps of a list': size =>
        Array.from({ length: Math.min(220, size / 100) }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n'),
      'numbers in numbers': size => '1) '.repeat(size / 3),
    }),
  )('much of %s is read as quickly as little, and nothing is lost', async (_name, markdown) => {
    const read = (size: number) => textOfBlocks(blocksFrom(markdown(size)))
    expect(read(few).length).toBeGreaterThan(0)
    expect(await howItGrows(read)).toBeLessThan(8)
  })

  test('a rule of forty dashes with spaces between is a rule', () => {
    expect(blocksFrom(`a\n\n${'- '.repeat(40)}\n\n**b**`)).toMatchObject([
      {},
      { kind: 'rule' },
      { inlines: [{ kind: 'strong' }] },
    ])
  })

  test('quotations deeper than eight are shown as typed, with their words', () => {
    expect(textOfBlocks(blocksFrom(`${'> '.repeat(30)}deep`))).toContain('deep')
  })
})

describe('numbers of evidence', () => {
  const talk = {
    label: 'E12',
    title: 'Talk partners in maths',
    href: '/evidence/e-talk',
    quote: 'I *like* talking\nfirst.\n\nThen I know.',
    quoteBy: 'Year 4 pupil',
    picture: { id: 'p-1', width: 1600, height: 1200, alt: 'Two children at a table', caption: 'Talk partners, week 3' },
  }
  const reference = (label: string) => (label === 'E12' ? talk : undefined)
  const number: Inline = { kind: 'reference', label: 'E12', title: talk.title, href: talk.href }

  test('within a sentence a number leads to its evidence', () => {
    expect(blocksFrom('We saw it often ([[E12]]), also [[e12 quote]] here.', { reference })).toEqual([
      paragraph(text('We saw it often ('), number, text('), also '), number, text(' here.')),
    ])
  })

  test('alone with `quote` it becomes a quotation by reference, its words not read as Markdown', () => {
    expect(blocksFrom('[[E12 quote]]', { reference })).toEqual([
      {
        kind: 'quotation',
        blocks: [
          paragraph(text('I *like* talking'), { kind: 'break' }, text('first.')),
          paragraph(text('Then I know.')),
        ],
        source: { label: 'E12', title: talk.title, href: talk.href, by: 'Year 4 pupil' },
      },
    ])
  })

  test('alone with `picture` it becomes a figure with its alternative text and number', () => {
    expect(blocksFrom('[[E12 picture]]', { reference })).toEqual([
      {
        kind: 'figure',
        picture: { id: 'p-1', width: 1600, height: 1200 },
        alt: 'Two children at a table',
        caption: [text('Talk partners, week 3 '), number],
      },
    ])
  })

  test('a number that leads nowhere says so', () => {
    expect(blocksFrom('See [[E99]].\n\n[[E98 quote]]', { reference })).toEqual([
      paragraph(text('See [E99: not found].')),
      paragraph(text('[E98: not found]')),
    ])
  })

  test('evidence with nothing to quote or show is still a number', () => {
    const bare = () => ({ label: 'E3', title: 'A survey', href: '/evidence/e-3' })
    expect(blocksFrom('[[E3 picture]]', { reference: bare })).toMatchObject([
      { inlines: [{ kind: 'reference', label: 'E3' }] },
    ])
  })

  test('numbers work in lists, tables and headings, and not in code', () => {
    const blocks = blocksFrom('# [[E12]]\n\n- [[E12]]\n\n|[[E12]]|\n|-|\n\n`[[E12]]`', { reference })
    expect(blocks).toMatchObject([
      { kind: 'heading', id: 'e12', inlines: [number] },
      { kind: 'list', items: [{ blocks: [{ inlines: [number] }] }] },
      { kind: 'table', head: [[number]] },
      { kind: 'paragraph', inlines: [{ kind: 'code', text: '[[E12]]' }] },
    ])
  })
})
