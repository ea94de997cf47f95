import type { Block } from '../documents/document.js'
import { heading, paragraph, text } from '../documents/making-blocks.js'
import { type Recommended, recommendationCalled } from './recommended.js'

/** The page to tick, write and hand back: how, a part for each recommendation, and the signature. */
export function replySlip(baseUrl: string, parts: Block[]): Block[] {
  return [...slipOpening(baseUrl), ...parts, ...signature]
}

function slipOpening(baseUrl: string): Block[] {
  return [
    { kind: 'heading', level: 2, id: 'reply-slip', beginsPage: true, inlines: text('Reply slip') },
    paragraph(
      'Tick, write and hand it back to whoever gave it to you. A colleague of the network enters it in your name only after asking you.',
    ),
    {
      kind: 'paragraph',
      inlines: [
        ...text('If you have an account, answer in a minute at '),
        { kind: 'link', href: `${baseUrl}/`, inlines: text(`${baseUrl}/`) },
      ],
    },
  ]
}

/** The part for one recommendation. */
export function slipFor(code: string, one: Recommended): Block[] {
  return [
    heading(`${recommendationCalled(code)}: your answer`, 3),
    paragraph(one.recommendation),
    {
      kind: 'list',
      ordered: false,
      tight: true,
      items: ['We accept it', 'We accept it with changes', 'We decline it'].map(words => ({
        task: 'open' as const,
        blocks: [paragraph(words)],
      })),
    },
    { kind: 'blank', label: 'Because', lines: 3 },
    { kind: 'blank', label: 'We will look at it again on', lines: 1 },
  ]
}

const signature: Block[] = [
  { kind: 'blank', label: 'Name', lines: 1 },
  { kind: 'blank', label: 'Date', lines: 1 },
]
