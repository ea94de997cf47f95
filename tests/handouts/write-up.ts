import { chartBlock } from '../../src/charts/in-documents.js'
import { evidenceByKindAndSchool } from '../../src/write-ups/document/charts.js'
import type { Block, Document } from '../../src/documents/document.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { idFrom } from '../../src/documents/headings.js'

const figure: Block = {
  kind: 'figure',
  picture: { id: 'talk-wall', width: 1600, height: 1200 },
  alt: 'A display board with paper speech bubbles, most of them filled in by hand',
  caption: [{ kind: 'text', text: 'The talk wall after three weeks' }],
}

const schools = [
  { id: 'weir', name: 'Weir Lane Primary' },
  { id: 'bryn', name: 'Ysgol y Bryn' },
]

/** A published write-up as a group would make it; `longer` says everything so many times over. */
export async function aWriteUp({ longer = 1, pictures = true, charts = true } = {}): Promise<Document> {
  const many = (words: string) => Array.from({ length: longer }, () => words).join(' ')
  const pieces = ['observation', 'observation', 'interview', 'survey', 'pupil-voice'].map((kind, at) => ({
    kind,
    schools: [schools[at % 2]!],
  }))
  const part = (heading: string, markdown: string): Block[] => [
    { kind: 'heading', level: 2, id: idFrom(heading), inlines: [{ kind: 'text', text: heading }] },
    ...blocksFrom(markdown, { headingLevel: 3 }),
  ]
  const claims = Array.from(
    { length: longer > 1 ? 6 : 3 },
    (_, at) =>
      `**${many(`Children who tell a partner first speak to the class more often, as we saw in place ${at + 1}.`)}** ${['We are fairly sure', 'This is a hunch', 'We are sure'][at % 3]}. ${many('Two colleagues counted voices in twelve lessons and found the same.')}`,
  )
  return {
    title: 'Telling a partner first',
    language: 'en-GB',
    kindOfDocument: 'Write-up',
    titlePage: {
      heading: many('What happens to quiet children when everybody tells a partner first?'),
      subtitle: 'Telling a partner first',
      lines: ['By Huw Prys and Zofia Nowak', 'Weir Lane Primary and Ysgol y Bryn', 'Talk, Hafren Learning Network'],
      stageTrack: [
        { stage: 'Context', state: 'done' },
        { stage: 'Purpose', state: 'here' },
      ],
    },
    contents: true,
    foot: 'Edition 2, 5 March 2027',
    address: 'https://workbench.example/published/write-ups/telling-a-partner-first',
    sections: { summary: 'short-and-sweet' },
    parts: [
      ...part(
        'Short and sweet',
        many('Between September and March, six colleagues asked who speaks and who does not.'),
      ),
      ...part('What we did to find out', many('We counted voices in forty lessons, and we asked the children.')),
      ...(charts ? [await chartBlock(evidenceByKindAndSchool(pieces)!)] : []),
      ...part('What we found', claims.join('\n\n')),
      ...(pictures ? [figure] : []),
      ...part(
        'What we recommend',
        `1. ${many('Let everybody tell a partner first.')}\n2. ${many('Count voices once a term.')}`,
      ),
    ],
  }
}
