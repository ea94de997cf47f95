import { describe, expect, test } from 'vitest'
import { readCells } from '../../src/files/reading/workbook/cells.js'
import { lookInsideOffice } from '../../src/files/receiving/office.js'
import { excelFile, onDisk, row } from './made-documents.js'

const read = (bytes: Buffer) => readCells(onDisk(bytes))

describe('an Excel workbook', () => {
  test('whose list of sheets has a name of its own, as other programs give it, comes in and is read', async () => {
    const path = onDisk(excelFile([{ name: 'Ages', rows: row(1, ['School', 9.25]) }], { main: 'book2.xml' }))
    expect(await lookInsideOffice(path, 'xlsx')).toBe('fine')
    expect((await readCells(path)).sheets).toEqual([{ name: 'Ages', rows: [['School', '9.25']] }])
  })

  test.each([
    { says: 'its list of parts in small letters', typesPart: '[content_types].xml' },
    { says: 'a prefix with a figure before each tag of that list', prefix: 'ns0:' },
  ])('that has $says, as a few programs write it, comes in and is read', async ({ says: _, ...own }) => {
    const path = onDisk(excelFile([{ name: 'Ages', rows: row(1, ['School', 9.25]) }], own))
    expect(await lookInsideOffice(path, 'xlsx')).toBe('fine')
    expect((await readCells(path)).sheets).toEqual([{ name: 'Ages', rows: [['School', '9.25']] }])
  })

  test('reads days, times of day, lengths of time and days with a time as Excel shows them', async () => {
    const formats = [
      'General',
      'dd/mm/yyyy',
      'h:mm',
      '[h]:mm',
      'mm:ss',
      'd mmm yy h:mm',
      '0.00"days"',
      '[Red]0.0',
      '[$-809]d mmmm yyyy',
    ]
    const cells: [number, number][] = [
      [0.1, 0],
      [45_937, 1],
      [0.340_972_222_222_222_2, 2],
      [1.25, 3],
      [0.008_680_555_555_555_555, 4],
      [45_937.604_166_666_664, 5],
      [1.5, 6],
      [1.5, 7],
      [45_937, 8],
      [0.30000000000000004, 0],
    ]
    const { sheets } = await read(excelFile([{ name: 'A', rows: row(1, cells) }], { formats }))
    expect(sheets[0]!.rows[0]).toEqual([
      '0.1',
      '2025-10-07',
      '8:11',
      '30:00',
      '12:30',
      '2025-10-07 14:30',
      '1.5',
      '1.5',
      '2025-10-07',
      '0.3',
    ])
  })

  test('leaves hidden sheets, rows and columns hidden, and says so', async () => {
    const { sheets, leftOut } = await read(
      excelFile([
        {
          name: 'Seen',
          cols: '<cols><col min="2" max="2" hidden="1"/></cols>',
          rows:
            row(1, ['School', 'Name', 'Age']) +
            row(2, ['Bryn', 'Tilly', 9], ' hidden="1"') +
            row(3, ['Coed', 'Jac', 8]),
        },
        { name: 'Names', state: 'hidden', rows: row(1, ['Tilly']) },
        { name: 'Keys', state: 'veryHidden', rows: row(1, ['P01']) },
      ]),
    )
    expect(sheets).toEqual([{ name: 'Seen', rows: [['School', 'Age'], [], ['Coed', '8']] }])
    expect(leftOut).toEqual(['2 hidden sheets', '1 hidden row', '1 hidden column'])
  })

  test('is read although one of its sheets is a chart, and says that', async () => {
    const { sheets, leftOut } = await read(
      excelFile([
        { name: 'Chart', rows: '', isChart: true },
        { name: 'Ages', rows: row(1, ['Age', 9]) },
      ]),
    )
    expect(sheets.map(sheet => sheet.name)).toEqual(['Ages'])
    expect(leftOut).toEqual(['1 sheet that is a chart'])
  })

  test('keeps line breaks that Excel writes as _x000D_, and signs that only look like them', async () => {
    const { sheets } = await read(
      excelFile([{ name: 'A', rows: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>` }], {
        shared: '<si><t>one_x000D_\ntwo _x005F_x000D_</t><rPh><t>read aloud</t></rPh></si>',
      }),
    )
    expect(sheets[0]!.rows[0]).toEqual(['one\r\ntwo _x000D_'])
  })

  test('of a program that numbers neither rows nor cells is read in their order', async () => {
    const cells = (words: string[]) =>
      `<row>${words.map(one => `<c t="inlineStr"><is><t>${one}</t></is></c>`).join('')}</row>`
    const { sheets } = await read(excelFile([{ name: 'A', rows: cells(['School', 'Age']) + cells(['Bryn', '9']) }]))
    expect(sheets[0]!.rows).toEqual([
      ['School', 'Age'],
      ['Bryn', '9'],
    ])
  })
})
