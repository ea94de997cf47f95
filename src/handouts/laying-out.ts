import type { Block, Document, Figure, Manner } from '../documents/document.js'
import { paragraph } from '../documents/making-blocks.js'
import type { Column, Form, Row, Sheets } from '../pdf/form.js'
import { paperOf } from '../pdf/paper.js'

/** A document together with the way it comes onto paper. */
export interface Handout {
  document: Document
  form: Form
  /** What it is called in the name of a file: `poster-a3`. */
  name: string
}

export interface Given extends Omit<Column, 'blocks'> {
  blocks: Block[]
}

/** Lays blocks out on pages, in rows and columns, and keeps both in step: the order on paper is the order of reading. */
export class Layout {
  readonly parts: Block[] = []
  readonly pages: Row[][] = []

  page(): this {
    this.pages.push([])
    return this
  }

  /** Columns side by side; those that are empty are left out, and with them a row of nothing else. */
  row(columns: Given[], more: Omit<Row, 'columns'> = {}): this {
    const filled = columns.filter(({ blocks }) => blocks.length > 0)
    if (filled.length === 0) return this
    this.parts.push(...filled.flatMap(({ blocks }) => blocks))
    this.pages.at(-1)!.push({ columns: filled.map(column => ({ ...column, blocks: column.blocks.length })), ...more })
    return this
  }

  /** One picture from edge to edge, as high as the rest of the page leaves room for. */
  bleeding(figure: Figure): this {
    this.parts.push(figure)
    this.pages.at(-1)!.push({ columns: [{ share: 1, blocks: 1 }], bleeds: true })
    return this
  }

  sheets(how: Omit<Sheets, 'pages'>): Sheets {
    return { ...how, pages: this.pages }
  }
}

/** Millimetres as points. */
export function sheetOf(width: number, height: number) {
  const points = (length: number) => Math.round((length / 25.4) * 7200) / 100
  return paperOf({ width: points(width), height: points(height), left: 36, right: 36, top: 36, bottom: 50 })
}

/** Nothing where there are no words. */
export function paragraphs(words: string, manner?: Manner): Block[] {
  return words === '' ? [] : [paragraph(words, manner)]
}
