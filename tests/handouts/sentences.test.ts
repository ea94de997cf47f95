import { expect, test } from 'vitest'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { textOf } from '../../src/documents/to-text.js'
import type { Block, Document } from '../../src/documents/document.js'
import { idFrom } from '../../src/documents/headings.js'
import { posterOf } from '../../src/handouts/poster.js'
import { butInShort, sureInShort } from '../../src/handouts/sentences.js'
import { slidesOf } from '../../src/handouts/slides.js'
import { summaryOf } from '../../src/handouts/summary.js'
import { whatItSays } from '../../src/handouts/what-it-says.js'

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

test('a heading that claims nothing and what would change minds are no claims', () => {
  expect(whatItSays(whole).found.map(one => one.claim)).toEqual([
    'Shelves must face outwards',
    'Children read what a friend has read',
  ])
})

test.each([
  ['the summary', summaryOf(whole)],
  ['the poster', posterOf(whole, 'A3')],
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

test.each([
  [sureInShort('', 'something'), 'How sure the group is, it does not say.'],
  [sureInShort('We are sure', 'E4'), 'We are sure.'],
  [butInShort('', 0), ''],
  [butInShort('They stopped', 3), 'But: They stopped. 3 more pieces speak against it.'],
])('%s', (said, expected) => expect(said).toBe(expected))
