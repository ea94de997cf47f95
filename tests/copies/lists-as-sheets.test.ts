import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { log } from '../evidence/real-files.js'
import { newWorld } from '../world.js'

const world = newWorld()
const formula = '=1+1 is what Jac wrote'
/** Longer than a cell, with a letter of two places where the cell ends. */
const long = `${'x'.repeat(31_999)}🙂${'y'.repeat(9000)} the end`

type Rows = (string | number | Date | null)[][]
let sheets: Map<string, Rows>

beforeAll(async () => {
  await log(world.as('sam'), { audience: 'group', whatWeSaw: formula, gatheredOn: '2026-03-29' })
  await log(world.as('sam'), { audience: 'group', whatWeSaw: long })
  await world.as('sadia').post('/groups/reading/claims', { claim: '- Friends lead to books.', strength: 'a hunch' })
  const posted = await world.as('sadia').post('/groups/reading/copies', { form: 'workbook', audience: 'group' })
  const page = await world.as('sadia').get(posted.get('location')!)
  const answer = await world
    .as('sadia')
    .get(/href="(\/copies\/[^"]+\/[^"]+)"/.exec(page.text)![1]!)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => done(null, Buffer.concat(parts)))
    })
  const read = await readXlsxFile(answer.body as Buffer)
  sheets = new Map(read.map(({ sheet, data }) => [sheet, data as Rows]))
})

async function csv(address: string): Promise<string[][]> {
  return parse((await world.as('sadia').get(address)).text, { bom: true })
}

test.each([
  ['Evidence', '/groups/reading/evidence.csv'],
  ['Claims', '/groups/reading/claims.csv'],
  ['Codes', '/groups/reading/codes.csv'],
  ['Codings', '/groups/reading/coding.csv'],
  ['Measures', '/groups/reading/measures.csv'],
])('the sheet of %s has the columns of its page’s file', async (sheet, address) => {
  expect(sheets.get(sheet)![0]).toEqual((await csv(address))[0])
})

function cell(sheet: string, row: number, heading: string) {
  const [head, ...rows] = sheets.get(sheet)!
  return rows[row]![head!.indexOf(heading)]
}

test('a day in a sheet is a date, and in a file it is written one way', async () => {
  const gathered = cell('Evidence', 0, 'Gathered on')
  expect(gathered instanceof Date && gathered.toISOString().slice(0, 10)).toBe('2026-03-29')
  expect(cell('Claims', 0, 'Made on')).toBeInstanceOf(Date)
  for (const [address, heading] of [
    ['/groups/reading/evidence.csv', 'Gathered on'],
    ['/groups/reading/claims.csv', 'Made on'],
    ['/groups/reading/history.csv', 'Date'],
  ] as const) {
    const [head, ...rows] = await csv(address)
    for (const row of rows)
      expect([address, row[head!.indexOf(heading)]]).toEqual([address, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
  }
})

test('words in a sheet stand as they were typed, and are no formula', () => {
  expect(cell('Evidence', 0, 'What we saw')).toBe(formula)
  expect(cell('Claims', 0, 'Claim')).toBe('- Friends lead to books.')
})

test('words that are too long for a cell go on below, with nothing lost, and the copy says so', () => {
  const parts = [1, 2].map(row => String(cell('Evidence', row, 'What we saw')))
  expect(parts[0]).toMatch(/\(goes on in the next row\)$/)
  expect(parts.join('').replace('\n(goes on in the next row)', '')).toBe(long)
  expect([cell('Evidence', 2, 'Number'), cell('Evidence', 2, 'Title')]).toEqual([cell('Evidence', 1, 'Number'), null])
  const about = sheets.get('About this copy')!.flat().join('\n')
  expect(about).toContain('Evidence, E2: “What we saw” stands in 2 rows.')
  expect(about).toContain('A cell of a workbook holds 32,000 letters.')
})
