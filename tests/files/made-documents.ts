import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXCEL, type Parts, WORD, zip } from './made-files.js'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  `xmlns:r="${RELATIONSHIPS}"`,
].join(' ')

/** What one part leads to, by the last word of its kind. */
const relations = (to: [type: string, target: string][]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${to.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const types = (part: string, type: string, prefix = '') =>
  `<?xml version="1.0"?><${prefix}Types xmlns${prefix && `:${prefix.slice(0, -1)}`}="${PACKAGE}/content-types"><${prefix}Default Extension="xml" ContentType="application/xml"/><${prefix}Override ContentType="${type}" PartName="/${part}"/></${prefix}Types>`

export interface WordParts {
  /** What its main part is called. */
  main?: string
  numbering?: string
  styles?: string
  footnotes?: string
  comments?: string
  header?: string
}

/** A Word document as Word lays it out, with this as its body. */
export function wordFile(body: string, { main = 'document.xml', ...others }: WordParts = {}): Buffer {
  const named = Object.entries<string>(others as Record<string, string>)
  const root: Record<string, string> = {
    numbering: 'numbering',
    styles: 'styles',
    footnotes: 'footnotes',
    comments: 'comments',
    header: 'hdr',
  }
  return zip({
    '[Content_Types].xml': types(`word/${main}`, WORD),
    '_rels/.rels': relations([['officeDocument', `word/${main}`]]),
    [`word/_rels/${main}.rels`]: relations(named.map(([type]) => [type, `${type}.xml`])),
    [`word/${main}`]: `<w:document ${spaces}><w:body>${body}</w:body></w:document>`,
    ...(Object.fromEntries(
      named.map(([type, inside]) => [`word/${type}.xml`, `<w:${root[type]} ${spaces}>${inside}</w:${root[type]}>`]),
    ) as Parts),
  })
}

export const p = (words: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${words.startsWith('<') ? words : run(words)}</w:p>`
export const run = (words: string, properties = '') =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${words}</w:t></w:r>`

export interface SheetParts {
  name: string
  state?: 'hidden' | 'veryHidden'
  /** What stands in it: rows, and what comes before them. */
  rows: string
  cols?: string
  /** It holds nothing but a chart. */
  isChart?: boolean
}

/** An Excel workbook as Excel lays it out. @param formats of the cells, by their style from 0 on */
export function excelFile(
  sheets: SheetParts[],
  {
    main = 'workbook.xml',
    formats = [],
    more = {},
    shared,
    typesPart = '[Content_Types].xml',
    prefix,
  }: { main?: string; formats?: string[]; more?: Parts; shared?: string; typesPart?: string; prefix?: string } = {},
): Buffer {
  const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const place = ({ isChart }: SheetParts, at: number) => `${isChart ? 'chartsheets' : 'worksheets'}/sheet${at + 1}.xml`
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  )
  const escaped = (code: string) => code.replace(/&/g, '&amp;').replace(/"/g, '&quot;')
  const styles = `<styleSheet ${SHEET}><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellXfs>${formats.map((_code, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`
  return zip({
    [typesPart]: types(`xl/${main}`, EXCEL, prefix),
    '_rels/.rels': relations([['officeDocument', `/xl/${main}`]]),
    [`xl/${main}`]: `<workbook ${SHEET} xmlns:r="${RELATIONSHIPS}"><sheets>${listed.join('')}</sheets></workbook>`,
    [`xl/_rels/${main}.rels`]: relations([
      ...sheets.map((sheet, at): [string, string] => [sheet.isChart ? 'chartsheet' : 'worksheet', place(sheet, at)]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `<sst ${SHEET}>${shared ?? ''}</sst>`,
    ...(Object.fromEntries(
      sheets.map((sheet, at) => [
        `xl/${place(sheet, at)}`,
        sheet.isChart
          ? `<chartsheet ${SHEET}><sheetViews/></chartsheet>`
          : `<worksheet ${SHEET}>${sheet.cols ?? ''}<sheetData>${sheet.rows}</sheetData></worksheet>`,
      ]),
    ) as Parts),
    ...more,
  })
}

/** Cells of one row: words as they are, numbers with a style as `[0.5, 1]`. */
export function row(number: number, cells: (string | number | [number, number])[], properties = ''): string {
  const written = cells.map((cell, at) => {
    const place = `${String.fromCharCode(65 + at)}${number}`
    if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
    const [value, style] = typeof cell === 'number' ? [cell, 0] : cell
    return `<c r="${place}" s="${style}"><v>${value}</v></c>`
  })
  return `<row r="${number}"${properties}>${written.join('')}</row>`
}

const folder = mkdtempSync(join(tmpdir(), 'made-'))
let made = 0

/** The file on the disk, where a reader finds it. */
export function onDisk(bytes: Buffer | string): string {
  const path = join(folder, String((made += 1)))
  writeFileSync(path, bytes)
  return path
}
