import writeExcelFile from 'write-excel-file/node'
import type { Cell, Column } from '../web/columns.js'
import { looksLikeAFormula } from '../web/csv.js'

/** A sheet of a workbook: what stands in each cell, and what each column holds. */
export interface Sheet {
  name: string
  columns: Pick<Column<never>, 'heading' | 'kind' | 'width'>[]
  rows: Cell[][]
}

/** The sheets as an Excel workbook: words, numbers and real dates, never a formula. */
export function toExcel(sheets: Sheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        columns.map(({ heading }) => ({ value: heading, fontWeight: 'bold' as const })),
        ...rows.map(row => row.map((cell, at) => asCell(cell, columns[at]!.kind))),
      ],
    })),
    { features: [filtersOf(sheets)] },
  ).toBuffer()
}

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number]

/** Each column can be filtered by its heading, all rows of the sheet long. */
function filtersOf(sheets: Sheet[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // Its place is right behind the rows (ECMA-376, CT_Worksheet).
          transform: (xml, _options, { sheetIndex }) => {
            const { columns, rows } = sheets[sheetIndex]!
            const filter = `<autoFilter ref="A1:${columnNamed(columns.length)}${rows.length + 1}"/>`
            return columns.length > 0 ? xml.replace('</sheetData>', () => `</sheetData>${filter}`) : xml
          },
        },
      },
    },
  }
}

/** `A`, `Z`, `AA`: as Excel names its columns, from one. */
function columnNamed(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return `${before > 0 ? columnNamed(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}

function asCell(cell: Cell, kind: Column<never>['kind']) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (kind === 'day' && /^(19|20)\d\d-\d\d-\d\d$/.test(cell))
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  return {
    value: cell,
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    // Said to be text, so that it stays text when somebody opens the cell; of longer ones Excel would show only ####.
    ...(looksLikeAFormula(cell) && cell.length < 256 ? { format: '@' } : {}),
  }
}
