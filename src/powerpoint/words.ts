import type { Block, Inline, Manner } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { readsFromTheRight } from '../documents/letters/direction.js'
import { withoutMarks } from '../documents/notes.js'
import { inks } from '../look/stage-shapes.js'
import { sizes } from './grid.js'
import type { Bullet, Words } from './library.js'

/** Faces that stand on nearly every computer: what is not there is replaced by a face of other widths. */
export const faces = { heading: 'Georgia', text: 'Verdana' }

interface Look {
  size: number
  bold?: boolean
  italic?: boolean
  colour: string
  face?: string
  bullet?: Bullet
}

const looks: Record<Manner | 'words' | 'quotation', Look> = {
  words: { size: sizes.words, colour: inks.ink },
  lead: { size: sizes.words, colour: inks.ink, face: faces.heading },
  claim: { size: sizes.words, bold: true, colour: inks.ink, face: faces.heading },
  sure: { size: sizes.small, bold: true, colour: inks.teal },
  quiet: { size: sizes.small, colour: inks.soft },
  quotation: { size: sizes.words, italic: true, colour: inks.ink, face: faces.heading },
}

/** Blocks of words as paragraphs of a text box; what is no words is left out. */
export function wordsOf(blocks: Block[], language: string): Words[] {
  return blocks.flatMap((block): Words[] => {
    switch (block.kind) {
      case 'heading':
        return paragraph(block.inlines, looks.claim, language)
      case 'paragraph':
        return paragraph(block.inlines, looks[block.manner ?? 'words'], block.language ?? language)
      case 'quotation':
        return block.blocks.flatMap(inner =>
          inner.kind === 'paragraph'
            ? paragraph(inner.inlines, looks.quotation, block.language ?? language)
            : wordsOf([inner], language),
        )
      case 'list':
        return block.items.flatMap(({ blocks: own }, at) => {
          const bullet = block.ordered ? { type: 'number' as const, numberStartAt: (block.start ?? 1) + at } : true
          return own.flatMap((inner, place) =>
            inner.kind === 'paragraph'
              ? paragraph(
                  inner.inlines,
                  { ...looks[inner.manner ?? 'words'], ...(place === 0 && { bullet }) },
                  language,
                )
              : wordsOf([inner], language),
          )
        })
      default:
        return []
    }
  })
}

/** One paragraph, its links led on, its side that of most of its letters. */
function paragraph(inlines: Inline[], look: Look, language: string): Words[] {
  const whole = inlineText(withoutMarks(inlines)).trim()
  if (whole === '') return []
  const rtl = readsFromTheRight(whole)
  const runs = withoutMarks(inlines).flatMap(inline => {
    const text = inlineText([inline])
    const link = inline.kind === 'link' && /^https?:/.test(inline.href) ? { hyperlink: { url: inline.href } } : {}
    return text === '' ? [] : [{ text, link }]
  })
  return runs.map(({ text, link }, at) => ({
    text,
    options: {
      ...{ fontSize: look.size, bold: look.bold ?? false, italic: look.italic ?? false, lang: language, ...link },
      ...{ color: look.colour.slice(1), fontFace: look.face ?? faces.text, paraSpaceAfter: 6 },
      ...(rtl && { rtlMode: true, align: 'right' as const }),
      ...(look.bullet && at === 0 && { bullet: look.bullet }),
      ...(at === runs.length - 1 && { breakLine: true }),
    },
  }))
}
