import { expect, test } from 'vitest'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { textOf } from '../../src/documents/to-text.js'
import type { Block, Document } from '../../src/documents/document.js'
import { idFrom } from '../../src/documents/headings.js'
import { posterOf } from '../../src/handouts/poster.js'
import { butInShort, moreActions, objection, sureInShort } from '../../src/handouts/sentences.js'
import { deckOf } from '../../src/handouts/deck.js'
import { slidesOf } from '../../src/handouts/slides.js'
import { summaryOf } from '../../src/handouts/summary.js'
import { whatItSays, withoutNumbers } from '../../src/handouts/what-it-says.js'

const part = (heading: string, markdown: string): Block[] => [
  { kind: 'heading', level: 2, id: idFrom(heading), inlines: [{ kind: 'text', text: heading }] },
  ...blocksFrom(markdown, { headingLevel: 3 }),
]

const whole: Document = {
  title: 'Who chooses?',
  language: 'en-GB',
  kindOfDocument: 'Write-up',
  titlePage: { heading: 'Who chooses?', lines: [] },
  contents: true,
  foot: '',
  parts: [
    ...part('In short', 'Two schools asked.'),
    ...part(
      'What we found',
      `# What we began to see

Books lay about.

# Children read what a friend has read

We are fairly sure.

**What speaks for it**

- A queue at the shelf

**What speaks against it**

- A shrug
- Thick books: three read alone all year

**Asked, and not answered yet**

- Was it only the girls

**What would change our minds.** If the boys stopped.

# Shelves must face outwards

We are sure. We saw it.

**What speaks against it:** nothing that we have logged.`,
    ),
    ...part('What did not work', 'Certificates did nothing.'),
  ],
}

test('the poster tells one claim as its headline, with how sure the group is, and the question below it', () => {
  const { document } = posterOf(whole, 'A3')
  expect(document.titlePage).toMatchObject({ heading: 'Shelves must face outwards', subtitle: 'Who chooses?' })
  const said = textOf(document)
  expect(said).toContain('The group says that it is sure, and tells nothing that speaks against it.')
  expect(said).toContain('Certificates did nothing.')
})

test('a heading that claims nothing and what would change minds are no claims', () => {
  expect(whatItSays(whole).found.map(one => one.claim)).toEqual([
    'Shelves must face outwards',
    'Children read what a friend has read',
  ])
})

test.each([
  ['the summary', summaryOf(whole)],
  ['the slides', slidesOf(whole)],
])(
  '%s tells a claim with how sure it is, the strongest objection, what is unanswered, and what did not work',
  (_, made) => {
    const said = textOf(made.document)
    expect(said).toContain('But: Thick books: three read alone all year. One more piece speaks against it.')
    expect(said).toContain('Asked, and not answered yet: Was it only the girls.')
    expect(said).toContain('The group says that it is sure, and tells nothing that speaks against it.')
    expect(said).not.toMatch(/We are sure/)
    expect(said).not.toContain('What would change our minds')
    expect(said).toContain('Certificates did nothing.')
  },
)

const told = (markdown: string) =>
  whatItSays({ ...whole, parts: part('What we found', markdown) }).found.map(one => ({
    because: one.because,
    against: one.against,
    saysNothing: one.saysNothingAgainst,
  }))

test('an objection that stands among the reasons is told as one, and nothing is said of what was not found', () => {
  expect(
    told(
      '**A story told in another language makes children ask more.** We are sure. We counted. Against it stands the hall.',
    ),
  ).toEqual([{ because: 'We counted.', against: 'Against it stands the hall.', saysNothing: false }])
  expect(
    told('**Families who were asked for a story come back.** This is a hunch. He said so. But we chose them.'),
  ).toEqual([{ because: 'He said so.', against: 'But we chose them.', saysNothing: false }])
  expect(told('**Families who were asked for a story come back.** We are sure. He said so.')).toEqual([
    { because: 'He said so.', against: '', saysNothing: false },
  ])
})

test('a piece of which the group says nothing speaks against a claim by its title', () => {
  const document = {
    ...whole,
    parts: part('What we found', '# Talk misses some\n\nWe are sure.\n\n**What speaks against it**\n\n- PIECE'),
  }
  const list = document.parts.at(-1)!
  if (list.kind !== 'list') throw new Error('no list')
  list.items[0]!.blocks = [
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'reference', label: 'E20', title: 'T for talk', href: '#e20' },
        { kind: 'text', text: ' T for talk' },
      ],
    },
  ]
  expect(whatItSays(document).found[0]!.against).toBe('Against it speaks “T for talk”.')
})

test('claims of a list carry what speaks against them without numbers that lead nowhere', () => {
  const list = {
    ...whole,
    parts: part(
      'In short',
      '- Talk misses some. We are sure. Against it speaks E20. So do 2 more.\n- Minutes help. We are sure. Nothing that we have logged speaks against it.',
    ),
  }
  expect(whatItSays(list).found).toMatchObject([
    { claim: 'Talk misses some.', against: 'One piece of evidence speaks against it.', moreAgainst: 2, because: '' },
    { claim: 'Minutes help.', against: '', saysNothingAgainst: true, because: '' },
  ])
})

test.each([
  [sureInShort('', 'something', false), 'How sure the group is, it does not say.'],
  [sureInShort('We are sure', 'But: they stopped.', false), 'We are sure.'],
  [sureInShort('We are sure', '', false), 'The group says that it is sure.'],
  [butInShort('', 0), ''],
  [butInShort('But: They stopped.', 3), 'But: They stopped. 3 more pieces speak against it.'],
  [objection({ title: 'T for talk', note: '' }), 'Against it speaks “T for talk”.'],
  [objection({ title: 'T for talk', note: 'three said nothing' }), 'But: three said nothing.'],
  [objection({ title: '“Not me”', note: '' }), 'Against it speaks “Not me”.'],
])('%s', (said, expected) => expect(said).toBe(expected))

test('numbers of pieces leave no stray space behind where they stood in brackets', () => {
  const reference = { kind: 'reference', label: 'E4', title: '', href: '#evidence-4' } as const
  const words = (text: string) => ({ kind: 'text', text }) as const
  expect(withoutNumbers([words('As others found ('), reference, words(' Hargreaves 2003).')])).toBe(
    'As others found (Hargreaves 2003).',
  )
})

test('what difference each action made stands in the summary and on a slide, as far as it is read from afar', () => {
  const rows = Array.from({ length: 6 }, (_, at) => `| Action ${at + 1} | Made some difference | Not tried here |`)
  const table = ['| What we tried | Bryn | Weir Lane |', '| --- | --- | --- |', ...rows].join('\n')
  const tried = { ...whole, parts: [...whole.parts, ...part('What difference it made', table)] }
  for (const handout of [summaryOf(tried), slidesOf(tried)]) {
    const said = textOf(handout.document)
    expect(said).toContain('Action 4\tMade some difference\tNot tried here')
    expect(said).not.toContain('Action 5')
    expect(said).toContain('2 more actions are told in the whole write-up.')
  }
  expect(moreActions(1)).toBe('One more action is told in the whole write-up.')
  const slide = deckOf(tried).find(one => one.title === 'What difference it made')!
  expect(slide.notes).toContain('Action 6 – Made some difference – Not tried here')
})

test('recommendations share a slide, and no slide holds nothing but its title', () => {
  const advised = {
    ...whole,
    parts: [...whole.parts, ...part('What we recommend', '1. Turn the shelf\n2. Ask them\n3. Wait\n4. Ask again')],
  }
  const deck = deckOf(advised)
  expect(deck.filter(one => one.title.startsWith('What we recommend')).map(one => one.title)).toEqual([
    'What we recommend, 1 of 2',
    'What we recommend, 2 of 2',
  ])
  expect(deck.every(one => one.left.length + one.right.length > 0)).toBe(true)
})

test('what has become of recommendations is told on a slide after those that say them', () => {
  const chart: Block = {
    ...{ kind: 'chart', title: 'What has become of what we recommend', sentence: 'Two schools have come.' },
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80" viewBox="0 0 200 80"/>',
    table: { kind: 'table', head: [], rows: [], alignment: [], rowHeads: false },
  }
  const advised = {
    ...whole,
    parts: [...whole.parts, ...part('What we recommend', '1. Turn the shelf\n2. Ask them'), chart],
  }
  const titles = deckOf(advised).map(one => one.title)
  expect(titles.slice(titles.indexOf('What we recommend'))).toEqual([
    'What we recommend',
    'What has become of what we recommend',
    'Where to read more',
  ])
})

test('the strongest objection is known by its first words, once, in every short form', () => {
  expect(butInShort('It did not suit everybody.', 0)).toBe('But: It did not suit everybody.')
  expect(butInShort('But we chose them.', 1)).toBe('But we chose them. One more piece speaks against it.')
  expect(butInShort('Against it stands the hall.', 0)).toBe('Against it stands the hall.')
  expect(butInShort('One piece of evidence speaks against it.', 0)).toBe('One piece of evidence speaks against it.')
})

test('on a slide an objection that has a column of its own stands there under its name', () => {
  const document = {
    ...whole,
    parts: part(
      'What we found',
      '**A telling changes what the others ask for.** We are sure. Two asked. But one would not.',
    ),
  }
  expect(textOf(slidesOf(document).document)).toMatch(/The strongest objection\s+But one would not\./)
})
