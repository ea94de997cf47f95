import { hex } from 'dingbat-to-unicode'
import { type Attributes, isOn, type Walking } from '../office/xml.js'
import { inOneLine, type Part } from './equations.js'
import type { Numbering } from './numbering.js'
import { Paragraphs } from './paragraphs.js'
import type { Styles } from './styles.js'

/** What a document refers to, in the order in which it does: notes beneath the text, and what colleagues wrote beside it. */
export interface Mark {
  kind: 'footnote' | 'endnote' | 'comment'
  id: string
  /** The words that a comment is on. */
  on: string
}

/** What is not read, counted. */
export interface Unread {
  pictures: number
  charts: number
  objects: number
  deleted: number
  hidden: number
}

const MOST_MARKS = 2000
const LONGEST_ON = 160

/**
 * Reads the words of a document, or of its notes, as a reader sees them: numbers of lists, what fields came to, boxes that are
 * ticked, equations in one line (ECMA-376 part 1, 17).
 */
export class Body implements Walking {
  readonly paragraphs = new Paragraphs()
  readonly marks: Mark[] = []
  readonly unread: Unread = { pictures: 0, charts: 0, objects: 0, deleted: 0, hidden: 0 }
  /** Notes and comments by their ids, where that is what this part holds. */
  readonly notes = new Map<string, { words: string; by: string }>()

  private passedOver = 0
  private equation: Part[] = []
  private boxes: { ticked?: boolean; before: number }[] = []
  private choices: number[] = []
  private field: { ticked?: boolean; entries: string[]; chosen: number } | undefined
  private above = 0
  private smallWords = ''
  private run = { hidden: false, raised: '', font: '' }
  private openComments = new Map<string, Mark>()

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {}

  opens(tag: string, at: Attributes, within: readonly string[]): void {
    if (this.passedOver > 0 || this.isPassedOver(tag, within)) {
      this.passedOver += 1
      return
    }
    if (this.equation.length > 0 || tag === 'oMath') return this.opensInEquation(tag, at)
    this.opensLayout(tag, at, within)
    this.opensSign(tag, at)
    this.opensForm(tag, at, within)
    this.opensMark(tag, at)
    this.opensPicture(tag, at)
  }

  says(words: string, within: readonly string[]): void {
    const tag = within.at(-1)
    if (this.passedOver > 0) return
    if (this.equation.length > 0) {
      if (tag === 't') this.equation.at(-1)!.inside.push(words)
    } else if (tag === 't') this.say(words)
    else if (tag === 'delText') this.unread.deleted += 1
  }

  closes(tag: string): void {
    if (this.passedOver > 0) {
      this.passedOver -= 1
      return
    }
    if (this.equation.length > 0) {
      const whole = this.equation.pop()!
      if (this.equation.length === 0) this.say(inOneLine(whole))
      return
    }
    if (tag === 'r') this.run = { hidden: false, raised: '', font: '' }
    else if (tag === 'p') this.paragraphs.end(place => this.lead(place))
    else if (tag === 'tc') this.paragraphs.endCell()
    else if (tag === 'tr') this.paragraphs.endRow()
    else if (tag === 'tbl') this.paragraphs.endTable()
    else if (tag === 'txbxContent') this.paragraphs.endBox()
    else if (tag === 'footnote' || tag === 'endnote' || tag === 'comment') this.endNote()
    else if (tag === 'sdt') this.endBox()
    else if (tag === 'ffData') this.endField()
    else if (tag === 'AlternateContent') this.choices.pop()
    else if (tag === 'rt') this.smallWords = this.paragraphs.cutFrom(this.above)
    else if (tag === 'ruby' && this.smallWords) this.say(` (${this.smallWords})`)
  }

  /** Words that were moved away stand where they were moved to; of two ways to say the same, the first that says anything is read. */
  private isPassedOver(tag: string, within: readonly string[]): boolean {
    if (tag === 'AlternateContent') this.choices.push(this.saidSoFar())
    if (tag === 'Fallback' && within.at(-1) === 'AlternateContent') return this.saidSoFar() > this.choices.at(-1)!
    return tag === 'moveFrom' || tag === 'rPrChange' || tag === 'pPrChange'
  }

  private saidSoFar(): number {
    const { pictures, charts, objects, hidden } = this.unread
    return this.paragraphs.letters + pictures + charts + objects + hidden
  }

  private opensInEquation(tag: string, attributes: Attributes): void {
    const part: Part = { tag, attributes, inside: [] }
    this.equation.at(-1)?.inside.push(part)
    this.equation.push(part)
  }

  private opensLayout(tag: string, at: Attributes, within: readonly string[]): void {
    const inRun = within.at(-1) === 'rPr' && within.at(-2) === 'r'
    if (tag === 'p') this.paragraphs.begin()
    else if (tag === 'tbl') this.paragraphs.beginTable()
    else if (tag === 'tr') this.paragraphs.beginRow()
    else if (tag === 'tc') this.paragraphs.beginCell()
    else if (tag === 'txbxContent') this.paragraphs.beginBox()
    else if (tag === 'pStyle') this.paragraphs.set({ style: at.val ?? '' })
    else if (tag === 'numId' && within.at(-1) === 'numPr') this.paragraphs.set({ numId: at.val ?? '' })
    else if (tag === 'ilvl' && within.at(-1) === 'numPr') this.paragraphs.set({ level: Number(at.val) || 0 })
    else if (tag === 'r') this.run = { hidden: false, raised: '', font: '' }
    else if (tag === 'rStyle' && inRun) this.run.hidden = this.styles.hides(at.val ?? '')
    else if ((tag === 'vanish' || tag === 'webHidden') && inRun) this.run.hidden = tag === 'vanish' && isOn(at)
    else if (tag === 'vertAlign' && inRun) this.run.raised = at.val ?? ''
    else if (tag === 'rFonts' && inRun) this.run.font = at.ascii ?? at.hAnsi ?? ''
  }

  private opensSign(tag: string, at: Attributes): void {
    if (tag === 'ptab' || (tag === 'tab' && at.val === undefined)) this.say('\t')
    else if (tag === 'br') this.say(at.type === 'page' ? '\f' : '\n')
    else if (tag === 'cr') this.say('\n')
    else if (tag === 'noBreakHyphen') this.say('\u2011')
    else if (tag === 'sym') this.say(signOf(at.font ?? '', at.char ?? ''))
    else if (tag === 'rt') this.above = this.paragraphs.here
    else if (tag === 'ruby') this.smallWords = ''
  }

  /** Boxes to tick and lists to choose from: Word’s own, and those of its older forms. */
  private opensForm(tag: string, at: Attributes, within: readonly string[]): void {
    if (tag === 'sdt') this.boxes.push({ before: this.paragraphs.letters })
    else if (tag === 'checkbox' && within.at(-1) === 'sdtPr') this.boxes.at(-1)!.ticked ??= false
    else if (tag === 'checked' && within.at(-1) === 'checkbox') this.boxes.at(-1)!.ticked = isOn(at)
    else if (tag === 'ffData') this.field = { entries: [], chosen: 0 }
    else if (!this.field) return
    else if (tag === 'checkBox') this.field.ticked = false
    else if (tag === 'default' && within.at(-1) === 'checkBox') this.field.ticked = isOn(at)
    else if (tag === 'checked') this.field.ticked = isOn(at)
    else if (tag === 'listEntry') this.field.entries.push(at.val ?? '')
    else if (tag === 'result' || (tag === 'default' && within.at(-1) === 'ddList'))
      this.field.chosen = Number(at.val) || 0
  }

  private opensMark(tag: string, at: Attributes): void {
    const id = at.id ?? ''
    if (tag === 'footnoteReference' || tag === 'endnoteReference') {
      if (this.marks.length >= MOST_MARKS) return
      const kind = tag === 'footnoteReference' ? 'footnote' : 'endnote'
      this.marks.push({ kind, id, on: '' })
      this.say(`[${this.marks.filter(mark => mark.kind !== 'comment').length}]`)
    } else if (tag === 'commentRangeStart' && this.openComments.size < 50)
      this.openComments.set(id, { kind: 'comment', id, on: '' })
    else if (tag === 'commentReference' && this.marks.length < MOST_MARKS) {
      this.marks.push(this.openComments.get(id) ?? { kind: 'comment', id, on: '' })
      this.openComments.delete(id)
    } else if (tag === 'footnote' || tag === 'endnote' || tag === 'comment') {
      this.noteOpen = { id: at.type && at.type !== 'normal' ? '' : id, by: at.author ?? '' }
      this.paragraphs.beginCell()
    }
  }

  private noteOpen = { id: '', by: '' }

  private opensPicture(tag: string, at: Attributes): void {
    if (tag === 'blip' || tag === 'imagedata') this.unread.pictures += 1
    else if (tag === 'chart' || tag === 'relIds') this.unread.charts += 1
    else if (tag === 'OLEObject' || tag === 'altChunk' || tag === 'control') this.unread.objects += 1
    else if (tag === 'textpath' && at.string) this.say(at.string)
  }

  private say(words: string): void {
    const { hidden, raised, font } = this.run
    if (hidden || this.styles.hides(this.paragraphs.style)) {
      if (words.trim()) this.unread.hidden += 1
      return
    }
    const seen = inItsFont(raised ? asRaised(words, raised) : words, font)
    this.paragraphs.say(seen)
    for (const comment of this.openComments.values())
      if (comment.on.length < LONGEST_ON) comment.on += seen.slice(0, LONGEST_ON)
  }

  private lead({ style, numId, level }: { style: string; numId?: string; level?: number }): string | undefined {
    const list = numId === undefined ? this.styles.listOf(style) : { numId, level, style: '' }
    if (!list || list.numId === '0') return undefined
    const at = Math.min(8, level ?? list.level ?? (list.style ? this.numbering.levelOf(list.numId, list.style) : 0))
    const sign = this.numbering.next(list.numId, at)
    return sign === undefined ? undefined : `${'  '.repeat(at)}${sign ? `${sign} ` : ''}`
  }

  private endNote(): void {
    const words = this.paragraphs.endBlock()
    if (this.noteOpen.id) this.notes.set(this.noteOpen.id, { words, by: this.noteOpen.by })
  }

  /** A box says itself how it looks; one that does not is shown as it is ticked. */
  private endBox(): void {
    const box = this.boxes.pop()
    if (box?.ticked !== undefined && this.paragraphs.letters === box.before) this.say(box.ticked ? '☒' : '☐')
  }

  private endField(): void {
    const { ticked, entries, chosen } = this.field!
    this.field = undefined
    if (ticked !== undefined) this.say(ticked ? '☒' : '☐')
    else if (entries.length > 0) this.say(entries[chosen] ?? '')
  }
}

function signOf(font: string, char: string): string {
  const found = hex(font, char) ?? (/^F0..$/i.test(char) ? hex(font, char.slice(2)) : undefined)
  return RARE[found?.string ?? ''] ?? found?.string ?? '□'
}

/** Signs that hardly any font has, and those that say the same. */
const RARE: Record<string, string> = { '🗹': '☑', '🗷': '☒', '🞎': '☐', '🞏': '☐', '🗸': '✓', '🗴': '✗', '🗵': '☒' }

/** Signs of a font of signs that are typed as letters of no meaning of their own. */
function inItsFont(words: string, font: string): string {
  return words.replace(/[\uf020-\uf0ff]/g, sign =>
    signOf(
      /wing|webd|symbol/i.test(font) ? font : 'Wingdings',
      (sign.charCodeAt(0) & 0xff).toString(16).padStart(2, '0').toUpperCase(),
    ),
  )
}

const RAISED: Record<string, string> = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹', subscript: '₀₁₂₃₄₅₆₇₈₉' }

/** `m2` with a raised 2 is `m²`; letters have no such form and stay. */
function asRaised(words: string, how: string): string {
  const figures = RAISED[how]
  return figures && /^\d+$/.test(words) ? words.replace(/\d/g, figure => figures[Number(figure)]!) : words
}
