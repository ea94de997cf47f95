import { plural } from '../../../words/words.js'
import { openOffice, type Relation } from '../office/package.js'
import { walkXml } from '../office/xml.js'
import { CellCounter } from './cell-counter.js'
import { formatsIn } from './formats.js'
import { sharedTextsIn } from './shared-texts.js'
import { readSheet, type SheetRead } from './sheet.js'

export interface Workbook {
  sheets: { name: string; rows: string[][] }[]
  /** The cell at which reading stopped, when the sheets go on farther than may be read. */
  stoppedAt?: string
  /** What stands in the workbook and was not read, each as it is said in a list: `2 hidden rows`. */
  leftOut: string[]
}

/** Beyond this the tables of all sheets together would not be held in memory: rows from the first one, times columns. */
const MOST_CELLS = 1_500_000
/** A text that many cells share is written out for each of them. */
const MOST_LETTERS = 20_000_000
const MOST_SHEETS = 100

/**
 * The cells of an xlsx file as somebody sees them who opens it: days as 2025-10-07, times as 8:11, formulas as the values that
 * they last had. What is hidden in it stays hidden. Cells are counted as they are read.
 * @throws Error when it cannot be read
 */
export async function readCells(path: string): Promise<Workbook> {
  const file = await openOffice(path, 'xlsx')
  try {
    const relations = await file.relationsOf(file.main)
    const partOf = async (type: string) => {
      const relation = relations.find(one => one.type === type)
      return relation && (await file.read(relation.part))
    }
    const { sheets, from1904 } = sheetsIn((await file.read(file.main))!, relations)
    const around = {
      texts: sharedTextsIn(await partOf('sharedStrings')),
      formats: formatsIn(await partOf('styles')),
      from1904,
    }
    const counter = new CellCounter(MOST_CELLS)
    const read: (SheetRead & { name: string })[] = []
    const tables = sheets.filter(sheet => sheet.seen && sheet.isTable)
    for (const { name, part } of tables.slice(0, MOST_SHEETS)) {
      const bytes = await file.read(part)
      if (bytes) read.push({ name, ...readSheet(bytes, counter, around) })
    }
    stopAtTooMuchText(read)
    return {
      sheets: read.map(({ name, rows }) => ({ name, rows })),
      ...(counter.stoppedAt ? { stoppedAt: counter.stoppedAt } : {}),
      leftOut: unread(sheets, read, file.names),
    }
  } finally {
    file.close()
  }
}

interface Listed {
  name: string
  part: string
  seen: boolean
  /** It holds cells; one that holds nothing but a chart does not. */
  isTable: boolean
}

function sheetsIn(part: Buffer, relations: Relation[]): { sheets: Listed[]; from1904: boolean } {
  const to = new Map(relations.map(relation => [relation.id, relation]))
  const sheets: Listed[] = []
  let from1904 = false
  walkXml(part, {
    opens(tag, at, within) {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(at.date1904 ?? '')
      if (tag !== 'sheet' || within.at(-1) !== 'sheets') return
      const relation = to.get(at.id ?? '')
      if (!relation) return
      const seen = !/hidden$/i.test(at.state ?? '')
      sheets.push({ name: at.name ?? '', part: relation.part, seen, isTable: relation.type === 'worksheet' })
    },
  })
  return { sheets, from1904 }
}

function stopAtTooMuchText(sheets: SheetRead[]): void {
  let letters = 0
  for (const { rows } of sheets) for (const row of rows) for (const cell of row) letters += cell.length
  if (letters > MOST_LETTERS) throw new Error('There is more text in this workbook than can be read')
}

function unread(sheets: Listed[], read: SheetRead[], names: string[]): string[] {
  const sum = (of: (sheet: SheetRead) => number) => read.reduce((all, sheet) => all + of(sheet), 0)
  const has = (pattern: RegExp) => names.some(name => pattern.test(name))
  const count = (number: number, one: string, many: string) => number > 0 && plural(number, one, many)
  return [
    count(sheets.filter(sheet => !sheet.seen).length, 'hidden sheet', 'hidden sheets'),
    count(
      sum(sheet => sheet.hiddenRows),
      'hidden row',
      'hidden rows',
    ),
    count(
      sum(sheet => sheet.hiddenColumns),
      'hidden column',
      'hidden columns',
    ),
    count(
      sum(sheet => sheet.unreckoned),
      'formula without a result',
      'formulas without a result',
    ),
    count(
      sheets.filter(sheet => sheet.seen && !sheet.isTable).length,
      'sheet that is a chart',
      'sheets that are charts',
    ),
    has(/(^|\/)charts\/[^/]+\.xml$/i) && 'charts',
    has(/(^|\/)media\/[^/]+$/i) && 'pictures',
    has(/(^|\/)(comments|threadedComments)[^/]*\/?[^/]*\.xml$/i) && 'comments on cells',
  ].filter(one => typeof one === 'string')
}
