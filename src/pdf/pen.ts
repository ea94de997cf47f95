import { onPaper } from '../documents/letters/direction.js'
import type { Line } from './lettering/lines.js'
import { Lettering } from './lettering/lettering.js'
import type { Element, Press, Reference } from './file/inside-pdfkit.js'
import { inkOf } from './ink.js'
import type { Paper } from './paper.js'
import { round } from './rounding.js'
import { LetterOperators } from './lettering/operators.js'
import type { SpokenHere } from './lettering/spans.js'
import { tag, type Tag } from './file/tags.js'
import { widthOf, type Piece } from './lettering/words.js'

/**
 * What draws on the pages of one PDF. Everything drawn is said to belong to a tag, or to be decoration.
 * Lengths are points from the top left of the page.
 */
export class Pen {
  /** How many pages there are so far, the one being drawn among them. */
  pages = 0
  readonly root: Tag = { type: 'Document' }

  private readonly lettering: Lettering
  private readonly operators: LetterOperators
  private readonly elements = new Map<Tag, Element>()
  private readonly named = new Map<string, Element>()
  private readonly spokenTags = new WeakMap<SpokenHere, Tag>()
  private readonly endsWithPage = new Set<Tag>()
  private speaking: Tag | 'decoration' | undefined
  private colour = ''
  private magnified = 1

  constructor(readonly press: Press) {
    this.lettering = new Lettering(press)
    this.operators = new LetterOperators(this.lettering)
    const document = press.struct('Document')
    press.addStructure(document)
    this.elements.set(this.root, document)
  }

  newPage({ width, height, magnified }: Paper): void {
    this.finishPage()
    this.press.addPage({ size: [width * magnified, height * magnified], margin: 0 })
    if (magnified !== 1) this.press.scale(magnified)
    this.pages++
    this.magnified = magnified
    this.colour = ''
  }

  finish(): void {
    this.finishPage()
    this.lettering.end()
    this.nameThem()
    this.elements.get(this.root)!.end()
    this.press.end()
  }

  /** Draws what belongs to a tag. Several goes at the same tag, one after another, are one. */
  within(tag: Tag, draw: () => void): void {
    if (this.speaking === 'decoration') return draw()
    if (this.speaking !== tag) {
      this.pause()
      const element = this.begin(tag)
      element.add(this.press.markStructureContent(tag.type))
      this.speaking = tag
    }
    draw()
  }

  /** Draws what a screen reader should not hear: rules, grounds, feet of pages. */
  decorate(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    if (this.speaking === 'decoration') return draw()
    this.pause()
    this.press.markContent('Artifact', { type })
    this.speaking = 'decoration'
    draw()
    this.press.endMarkedContent()
    this.speaking = undefined
  }

  /** Whether what is drawn now is decoration, where nothing may be tagged or linked. */
  get decorating(): boolean {
    return this.speaking === 'decoration'
  }

  /** Makes sure that a tag is in the structure, in its place, even if nothing is ever drawn in it. */
  begin(tag: Tag): Element {
    const known = this.elements.get(tag)
    if (known) return known
    const parent = this.begin(tag.parent ?? this.root)
    const element = this.press.struct(tag.type, optionsOf(tag, this.magnified))
    if (tag.id) element.dictionary.data.ID = new String(tag.id)
    if (tag.id) this.named.set(tag.id, element)
    if (tag.numbering) element.dictionary.data.A = { O: 'List', ListNumbering: tag.numbering }
    parent.add(element)
    this.elements.set(tag, element)
    return element
  }

  /** The tag of words in another language: the same one for all their lines. */
  tagOf(spoken: SpokenHere, parent: Tag): Tag {
    let own = this.spokenTags.get(spoken)
    if (own?.parent !== parent) this.spokenTags.set(spoken, (own = tag('Span', parent, { language: spoken.language })))
    return own
  }

  /** A link belongs to the page it is drawn on: its tag ends there. */
  endWithPage(tag: Tag): void {
    this.endsWithPage.add(tag)
  }

  /** Draws pieces of one look, side by side from `x`, with their foot at `y`. */
  letters(pieces: Piece[], x: number, y: number): void {
    const first = pieces[0]!
    const { type, struck } = first.span
    if (type.raised) y -= type.raised
    this.fill(type.colour)
    const alone = mustBeSaid(first)
    if (alone) this.press.addContent(`/Span <</ActualText <${inUtf16(first.text)}>>> BDC`)
    this.press.addContent(this.operators.for(pieces, x, y))
    if (alone) this.press.addContent('EMC')
    if (struck) this.rule(x, y - type.size * 0.28, widthOf(pieces), 0.7, type.colour)
  }

  /** Says a piece without drawing it, as beneath a picture that stands for it. */
  unseen(piece: Piece, x: number, y: number): void {
    const natural = (piece.shaped.width * piece.size) / 1000
    this.press.addContent(`3 Tr ${round((piece.width / natural) * 100)} Tz`)
    this.press.addContent(this.operators.for([piece], x, y))
    this.press.addContent('0 Tr 100 Tz')
  }

  /** Draws with a measure, place and colours of its own, and comes back to those of the page. */
  apart(draw: () => void): void {
    this.press.save()
    draw()
    this.press.restore()
    this.colour = ''
  }

  /** Draws further to the right, as on the second page of a sheet that will be folded. */
  movedBy(x: number, draw: () => void): void {
    this.pause()
    this.apart(() => {
      this.colour = ''
      this.press.translate(x, 0)
      draw()
      this.pause()
    })
  }

  /** Draws a line of letters with its foot at `y`, from the left, without a tag of its own. */
  line(line: Line, x: number, y: number): void {
    let at = x
    for (const piece of onPaper(line.pieces)) {
      this.letters([piece], at, y)
      at += piece.width
    }
  }

  fill(colour: string): void {
    if (this.colour === colour) return
    this.press.addContent(inkOf(colour))
    this.colour = colour
  }

  /** A line that is filled rather than stroked, so that it is as thick on paper as on a screen. */
  rule(x: number, y: number, width: number, thickness: number, colour: string): void {
    this.box(x, y - thickness / 2, width, thickness, colour)
  }

  box(x: number, y: number, width: number, height: number, colour: string): void {
    this.fill(colour)
    this.press.rect(x, y, width, height).fill()
  }

  /** What has a name of its own can be found by it (ISO 32000-1, 14.7.2). */
  private nameThem(): void {
    const names = [...this.named].sort(([one], [other]) => (one < other ? -1 : 1))
    if (names.length === 0) return
    const root = this.press._root.data.StructTreeRoot as Reference
    root.data.IDTree = { Names: names.flatMap(([name, element]) => [new String(name), element.dictionary]) }
  }

  private pause(): void {
    if (this.speaking === undefined) return
    this.press.endMarkedContent()
    this.speaking = undefined
  }

  private finishPage(): void {
    this.pause()
    for (const tag of this.endsWithPage) {
      this.elements.get(tag)?.end()
      this.elements.delete(tag)
    }
    this.endsWithPage.clear()
  }
}

/** Whether a reading machine must be told what a piece says, because its shapes alone would say it wrongly. */
export function mustBeSaid(piece: Piece): boolean {
  return piece.level % 2 === 1 || !piece.shaped.faithful || piece.instead !== undefined
}

function optionsOf(tag: Tag, magnified: number): Record<string, unknown> {
  return {
    ...(tag.language && { lang: tag.language }),
    ...(tag.alt && { alt: tag.alt }),
    ...(tag.scope && { scope: tag.scope }),
    ...(tag.box && {
      bbox: tag.box.map(length => length * magnified),
      placement: tag.inLine ? 'Inline' : 'Block',
    }),
  }
}

function inUtf16(text: string): string {
  let hex = 'FEFF'
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0')
  return hex
}
