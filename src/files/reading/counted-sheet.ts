import { SaxesParser } from 'saxes'

/** Counts the cells that a table from A1 to the farthest cell with something in it would have, over all sheets. */
export class CellCounter {
  /** The first cell for which there was no room. */
  stoppedAt: string | undefined
  private before = 0
  private rows = 0
  private columns = 0

  constructor(private readonly most: number) {}

  beginSheet(): void {
    this.before += this.rows * this.columns
    this.rows = this.columns = 0
  }

  /** Whether there is room for this cell too; once there is not, there is none for any other. */
  hasRoomFor(at: string): boolean {
    if (this.stoppedAt) return false
    const [, letters, figures] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(at) ?? []
    if (!letters || !figures) throw new Error('There is no such cell')
    const rows = Math.max(this.rows, Number(figures))
    const columns = Math.max(this.columns, columnOf(letters))
    if (this.before + rows * columns > this.most) this.stoppedAt = at
    else [this.rows, this.columns] = [rows, columns]
    return !this.stoppedAt
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

interface Cell {
  at: string
  type: string
  style: string
  value?: string
  words?: string
}

/**
 * A sheet of a workbook with nothing but its rows and the cells in which something stands, as far as there is room for
 * them (ECMA-376 part 1, 18.3.1). What is only formatted, formulas and everything else is left out.
 * @throws Error when it is not well-formed
 */
export function countedSheet(part: Buffer, counter: CellCounter): Buffer {
  const written: string[] = []
  const within: string[] = []
  let cell: Cell | undefined
  let row = ''
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('A sheet declares nothing')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const tag = plain(name)
    within.push(tag)
    if (tag === 'c') cell = { at: attributes.r ?? '', type: attributes.t ?? '', style: attributes.s ?? '' }
    else if (cell && tag === 'v') cell.value = ''
    else if (cell && tag === 'is') cell.words = ''
  })
  const text = (words: string) => {
    const tag = within.at(-1)
    if (cell && tag === 'v') cell.value += words
    else if (cell && tag === 't' && within.includes('is') && !within.includes('rPh')) cell.words += words
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', () => {
    if (within.pop() !== 'c' || !cell) return
    const hasSomething = cell.value !== undefined || cell.words !== undefined
    if (hasSomething && counter.hasRoomFor(cell.at)) {
      const number = cell.at.replace(/\D/g, '')
      if (number !== row) written.push(row ? '</row>' : '', `<row r="${number}">`)
      row = number
      written.push(asXml(cell))
    }
    cell = undefined
  })
  counter.beginSheet()
  parser.write(part.toString('utf8').replace(/^\uFEFF/, '')).close()
  return Buffer.from(`<worksheet><sheetData>${written.join('')}${row ? '</row>' : ''}</sheetData></worksheet>`)
}

function plain(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function asXml({ at, type, style, value, words }: Cell): string {
  const attributes = `r="${at}"${type ? ` t="${escaped(type)}"` : ''}${style ? ` s="${escaped(style)}"` : ''}`
  const inside = value === undefined ? `<is><t>${escaped(words!)}</t></is>` : `<v>${escaped(value)}</v>`
  return `<c ${attributes}>${inside}</c>`
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}
