import type { Block, Document } from '../documents/document.js'
import { inks } from '../look/stage-shapes.js'
import { picturesOf } from '../word/pictures.js'
import { columns, foot, inInches, margin, screen, sizes, title } from './grid.js'
import { Deck } from './library.js'
import { type PicturesOnSlides, placeBlocks } from './placing.js'
import { faces } from './words.js'

const maker = 'Enquiry Workbench'
const white = 'FFFFFF'

/** One slide of a deck: what stands on it, and what is said to it. */
export interface SlideSaid {
  title: string
  left: Block[]
  right: Block[]
  shares: [number, number]
  notes: string[]
}

/**
 * Slides as a PowerPoint file, for those who must edit them: titles that are titles, words in text boxes, tables as tables,
 * pictures and charts with their alternative text, notes for whoever speaks. Its properties name the workbench and nobody.
 *
 * @param document what the slides are of: its title page is the first one, its foot stands on the others
 * @param pictures the file of each picture by its id: JPEG or PNG, by absolute path
 */
export async function toPowerpoint(
  document: Document,
  slides: SlideSaid[],
  pictures: Record<string, string>,
): Promise<Buffer> {
  const deck = newDeck(document)
  const shown = await picturesOf(document, pictures)
  putCover(deck, document)
  for (const said of slides) putSlide(deck, said, shown, document.language)
  return (await deck.write({ outputType: 'nodebuffer', compression: true })) as Buffer
}

function newDeck({ title: called, kindOfDocument, foot: edition }: Document): Deck {
  const deck = new Deck()
  deck.defineLayout({ name: 'SCREEN', width: screen.width / 72, height: screen.height / 72 })
  deck.layout = 'SCREEN'
  deck.title = called
  deck.author = maker
  deck.company = maker
  deck.subject = kindOfDocument
  deck.theme = { headFontFace: faces.heading, bodyFontFace: faces.text }
  const heading = { fontFace: faces.heading, fontSize: sizes.title, bold: true, margin: 0, fit: 'shrink' as const }
  const small = { fontFace: faces.text, fontSize: sizes.small, color: inks.soft.slice(1) }
  deck.defineSlideMaster({
    title: 'IDEA',
    background: { color: white },
    objects: [
      { rect: { ...inInches({ x: margin, y: 30, width: 96, height: 7 }), fill: { color: inks.teal.slice(1) } } },
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title', ...inInches(title), ...heading },
            ...{ color: inks.ink.slice(1), valign: 'top', align: 'left' },
          },
          text: '',
        },
      },
      {
        text: {
          text: [kindOfDocument, edition].filter(Boolean).join(' · '),
          options: { ...inInches({ x: margin, y: foot.y, width: 740, height: foot.height }), ...small, margin: 0 },
        },
      },
    ],
    slideNumber: { ...inInches({ x: 852, y: foot.y, width: 60, height: foot.height }), ...small, align: 'right' },
  })
  deck.defineSlideMaster({
    title: 'COVER',
    background: { color: inks.teal.slice(1) },
    objects: [
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title', ...inInches({ ...title, y: 132, height: 190 }), ...heading },
            ...{ color: white, valign: 'bottom', align: 'left' },
          },
          text: '',
        },
      },
    ],
  })
  return deck
}

function putCover(deck: Deck, { kindOfDocument, titlePage, language }: Document): void {
  const slide = deck.addSlide({ masterName: 'COVER' })
  slide.addText(titlePage.heading, { placeholder: 'title', lang: language })
  const line = (text: string, fontSize: number) => ({
    text,
    options: { fontSize, color: white, fontFace: faces.text, lang: language, breakLine: true, paraSpaceAfter: 4 },
  })
  slide.addText([line(kindOfDocument, sizes.small)], {
    ...inInches({ x: margin, y: 84, width: title.width, height: 34 }),
    margin: 0,
  })
  const { subtitle, lines } = titlePage
  slide.addText([...(subtitle ? [line(subtitle, sizes.words)] : []), ...lines.map(one => line(one, sizes.small))], {
    ...inInches({ x: margin, y: 346, width: title.width, height: 160 }),
    ...{ margin: 0, valign: 'top', fit: 'shrink' },
  })
}

function putSlide(deck: Deck, said: SlideSaid, pictures: PicturesOnSlides, language: string): void {
  const slide = deck.addSlide({ masterName: 'IDEA' })
  slide.addText(said.title, { placeholder: 'title', lang: language })
  const both = said.left.length > 0 && said.right.length > 0
  const [left, right] = columns(said.shares, both)
  placeBlocks(slide, said.left, left, pictures, language)
  placeBlocks(slide, said.right, both ? right : left, pictures, language)
  if (said.notes.length > 0) slide.addNotes(said.notes.join('\n\n'))
}
