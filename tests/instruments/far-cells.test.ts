import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { restHeavyWork } from '../../src/heavy/resting.js'
import * as made from '../files/made-files.js'
import { newWorld } from '../world.js'

const world = newWorld()
afterAll(restHeavyWork)

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet, whose cells are written as given. */
function workbook(rows: string, more: made.Parts = {}): Buffer {
  return made.xlsx({
    'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Ages" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet(rows),
    ...more,
  })
}

const sheet = (rows: string) => `<worksheet xmlns="${SPREADSHEET}"><sheetData>${rows}</sheetData></worksheet>`

const words = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const table =
  `<row r="1">${words('A1', 'School')}${words('B1', 'Date')}${words('C1', 'Reading age')}</row>` +
  `<row r="2">${words('A2', 'Ysgol y Bryn')}${words('B2', '07/10/2025')}<c r="C2"><v>9.25</v></c></row>`

function send(bytes: Buffer) {
  return world.as('sadia').send('/groups/reading/measures/imports').attach('file', bytes, 'ages.xlsx')
}

/** Bytes in memory of this program and of those that it started. */
function memoryOfAll(): number {
  const parentOf = new Map<number, number>()
  for (const id of readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number))
    parentOf.set(id, Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${id}/status`))?.[1] ?? 0))
  const ours = (id: number): boolean => id === process.pid || (parentOf.has(id) && ours(parentOf.get(id)!))
  const pages = [...parentOf.keys()].filter(ours).map(id => Number(read(`/proc/${id}/statm`).split(' ')[1] ?? 0))
  return pages.reduce((sum, one) => sum + one, 0) * 4096
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

test('twelve small workbooks with a cell in the farthest corner are each refused in a sentence, without filling the memory', async () => {
  const far = workbook(`${table}<row r="1048576">${words('XFD1048576', 'far')}</row>`)
  expect(far.length).toBeLessThan(3000)
  const before = memoryOfAll()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, memoryOfAll())), 20)
  const answers = await Promise.all(Array.from({ length: 12 }, () => send(far)))
  clearInterval(watch)
  expect(answers.map(answer => answer.status)).toEqual(Array(12).fill(422))
  expect(answers[0]!.text).toContain('as far as XFD1048576')
  expect((most - before) / 1024 ** 2).toBeLessThan(700)
}, 120_000)

test.each([
  ['in a row that says another number', `<row r="3">${words('XFD1048576', 'far')}</row>`],
  [
    'in many rows that are far apart',
    Array.from(
      { length: 40 },
      (_, at) => `<row r="${at * 26_000 + 3}">${words(`CV${at * 26_000 + 3}`, 'x')}</row>`,
    ).join(''),
  ],
  ['above the first rows', `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="3">${words('A3', 'x')}</row>`],
])('cells that stand far away %s are refused as well', async (_how, rows) => {
  const answer = await send(workbook(table + rows))
  expect([answer.status, answer.text.includes('as far as')]).toEqual([422, true])
})

test('cells that are only formatted, down to the last row, cost nothing and hinder nothing', async () => {
  const formatted = Array.from(
    { length: 500 },
    (_, at) => `<row r="${at + 1_048_077}"><c r="C${at + 1_048_077}" s="0"/></row>`,
  )
  const answer = await send(workbook(table + formatted.join('')))
  expect(answer.status).toBe(303)
  expect((await world.as('sadia').get(answer.get('location')!)).text).toContain('9.25')
})

test('a part that unpacks to more than the archive’s list says, and a part that the list leaves out, are not read', async () => {
  const swelling = workbook('', {
    'xl/worksheets/sheet1.xml': { packed: made.millionsOfSpaces(400), instead: sheet(table) },
  })
  const answer = await send(swelling)
  expect([answer.status, answer.text.includes('could not be read')]).toEqual([422, true])
})

test('one long text that a hundred thousand cells share is not written out for each of them', async () => {
  const cells = Array.from(
    { length: 19_000 },
    (_, row) =>
      `<row r="${row + 3}">${['A', 'B', 'C', 'D', 'E'].map(at => `<c r="${at}${row + 3}" t="s"><v>0</v></c>`).join('')}</row>`,
  )
  const shared = `<sst xmlns="${SPREADSHEET}"><si><t>${'long '.repeat(200_000)}</t></si></sst>`
  const before = memoryOfAll()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, memoryOfAll())), 20)
  const answer = await send(workbook(table + cells.join(''), { 'xl/sharedStrings.xml': shared }))
  clearInterval(watch)
  expect([200, 303, 422]).toContain(answer.status)
  expect((most - before) / 1024 ** 2).toBeLessThan(900)
}, 60_000)
