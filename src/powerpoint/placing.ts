import type { Block, Table } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { text } from '../documents/making-blocks.js'
import { textOfBlocks } from '../documents/to-text.js'
import { inks } from '../look/stage-shapes.js'
import type { WordPicture } from '../word/pictures.js'
import { type Box, heightOfWords, inInches, sizes } from './grid.js'
import type { Slide } from './library.js'
import { faces, wordsOf } from './words.js'

/** The pictures of a document by what they are of, as they are put onto slides. */
export type PicturesOnSlides = Map<string, WordPicture>

interface Part {
  /** How high it wants to stand; a picture takes what is left. */
  height: number | undefined
  place(slide: Slide, box: Box): void
}

const GAP = 14

/** Puts blocks one beneath another: words as text boxes, tables as tables, pictures and charts as pictures with their words. */
export function placeBlocks(
  slide: Slide,
  blocks: Block[],
  box: Box,
  pictures: PicturesOnSlides,
  language: string,
): void {
  const parts = partsOf(blocks, box.width, pictures, language)
  const wanted = parts.reduce((sum, { height = 0 }) => sum + height, 0)
  const free = box.height - GAP * (parts.length - 1)
  const pictured = parts.filter(({ height }) => height === undefined).length
  const each = pictured > 0 ? Math.max(60, (free - wanted) / pictured) : 0
  const alone = parts.length === 1
  let y = box.y
  for (const { height = each, place } of parts) {
    const own = alone ? box.height : Math.min(height, box.y + box.height - y)
    place(slide, { ...box, y, height: Math.max(20, own) })
    y += own + GAP
  }
}

function partsOf(blocks: Block[], width: number, pictures: PicturesOnSlides, language: string): Part[] {
  const parts: Part[] = []
  let waiting: Block[] = []
  const endWords = () => {
    if (waiting.length > 0) parts.push(wordsPart(waiting, width, language))
    waiting = []
  }
  for (const block of blocks) {
    const part = partOf(block, pictures, language)
    if (!part) waiting.push(block)
    else {
      endWords()
      parts.push(part)
      const caption = block.kind === 'figure' ? block.caption : block.kind === 'chart' ? text(block.sentence) : []
      if (caption.length > 0) waiting.push({ kind: 'paragraph', manner: 'quiet', inlines: caption })
    }
  }
  endWords()
  return parts
}

function partOf(block: Block, pictures: PicturesOnSlides, language: string): Part | undefined {
  if (block.kind === 'table') return tablePart(block, language)
  if (block.kind === 'chart' && block.bars) return tablePart(block.table, language)
  if (block.kind === 'chart' || block.kind === 'drawing' || block.kind === 'figure') {
    const picture = pictures.get(block.kind === 'figure' ? block.picture.id : block.svg)
    const alt = block.kind === 'chart' ? block.sentence : block.alt
    return picture && picturePart(picture, alt)
  }
  return undefined
}

function wordsPart(blocks: Block[], width: number, language: string): Part {
  const words = wordsOf(blocks, language)
  const size = Math.max(sizes.small, ...words.map(one => one.options?.fontSize ?? 0))
  return {
    height: heightOfWords(textOfBlocks(blocks), size, width) + 8,
    place: (slide, box) =>
      slide.addText(words, { ...inInches(box), margin: 0, valign: 'top', fit: 'shrink', objectName: 'Words' }),
  }
}

/** As large as its place allows, from the upper left. */
function picturePart({ data, type, width, height }: WordPicture, alt: string): Part {
  return {
    height: undefined,
    place: (slide, box) => {
      const scale = Math.min(box.width / width, box.height / height)
      const place = inInches({ ...box, width: width * scale, height: height * scale })
      const mime = type === 'jpg' ? 'image/jpeg' : 'image/png'
      slide.addImage({ ...place, data: `data:${mime};base64,${data.toString('base64')}`, altText: alt })
    },
  }
}

function tablePart({ head, rows }: Table, language: string): Part {
  const cell = (words: string, bold: boolean) => ({
    text: words,
    options: { bold, lang: language, ...(bold && { color: inks.teal.slice(1) }) },
  })
  const said = [
    head.map(one => cell(inlineText(one), true)),
    ...rows.map(row => row.map((one, at) => cell(inlineText(one), at === 0))),
  ]
  return {
    height: (rows.length + 1) * sizes.small * 2.4,
    place: (slide, box) => {
      const { x, y, w } = inInches(box)
      const border = { type: 'solid' as const, pt: 0.75, color: inks.line.slice(1) }
      slide.addTable(said, {
        ...{ x, y, w, fontSize: sizes.small, fontFace: faces.text, color: inks.ink.slice(1) },
        ...{ border, margin: 0.06, valign: 'top', objectName: 'Table' },
      })
    },
  }
}
