import { AlignmentType, Document as WordDocument, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Document } from '../documents/document.js'
import { withOwnIds, withSteadyLevels } from '../documents/headings.js'
import { notesIn, withNumberedNotes } from '../documents/notes.js'
import { STATE_IN_WORDS } from '../documents/to-text.js'
import { blocksInWord } from './blocks.js'
import { contentsOf } from './contents.js'
import { runsOf, written } from './inlines.js'
import { picturesOf } from './pictures.js'
import { levelsOf, stylesFor } from './styles.js'
import { Writing } from './writing.js'

const maker = 'Enquiry Workbench'

/**
 * A document as a Word file, for those who must edit it: real headings, lists and tables with header rows, pictures and
 * charts with their alternative text, languages said. Its properties name the workbench and nobody.
 *
 * @param pictures the file of each picture by its id: JPEG or PNG, by absolute path
 */
export async function toWord(said: Document, pictures: Record<string, string>): Promise<Buffer> {
  const document = { ...said, parts: withNumberedNotes(withSteadyLevels(withOwnIds(said.parts))) }
  const writing = new Writing(document, await picturesOf(document, pictures))
  const children = [
    ...titleOf(document, writing),
    ...contentsOf(document, writing),
    ...blocksInWord(document.parts, writing),
  ]
  const word = new WordDocument({
    title: written(document.title),
    creator: maker,
    lastModifiedBy: maker,
    description: '',
    styles: stylesFor(document.language),
    numbering: {
      config: [
        { reference: 'bullets', levels: levelsOf('bullet') },
        ...writing.lists.map((start, at) => ({ reference: `numbers-${at + 1}`, levels: levelsOf('decimal', start) })),
      ],
    },
    footnotes: Object.fromEntries(
      notesIn(document.parts).map(({ number, blocks }) => [
        number,
        { children: blocksInWord(blocks, writing).filter(block => block instanceof Paragraph) },
      ]),
    ),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, right: 1300, bottom: 1300, left: 1500 } },
        },
        footers: { default: footOf(document) },
        children,
      },
    ],
  })
  return Packer.toBuffer(word)
}

function titleOf({ kindOfDocument, titlePage, address }: Document, writing: Writing): Paragraph[] {
  const { heading, subtitle, lines, stageTrack = [] } = titlePage
  const line = (words: string, style?: string) =>
    new Paragraph({ ...(style && { style }), children: [new TextRun(written(words))] })
  return [
    line(kindOfDocument, 'Kind'),
    new Paragraph({ heading: 'Title', children: [new TextRun(written(heading))] }),
    ...(subtitle ? [line(subtitle, 'Subtitle')] : []),
    ...lines.map(words => line(words)),
    ...(address
      ? [
          new Paragraph({
            children: runsOf([{ kind: 'link', href: address, inlines: [{ kind: 'text', text: address }] }], writing),
          }),
        ]
      : []),
    ...stageTrack.map(({ stage, state }) => line(`${stage}: ${STATE_IN_WORDS[state]}`, 'Caption')),
  ]
}

function footOf({ kindOfDocument, foot }: Document): Footer {
  const words = [kindOfDocument, foot].filter(Boolean).join(' · ')
  return new Footer({
    children: [
      new Paragraph({
        style: 'Caption',
        alignment: AlignmentType.LEFT,
        children: [
          new TextRun(`${written(words)} · page `),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(' of '),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}
