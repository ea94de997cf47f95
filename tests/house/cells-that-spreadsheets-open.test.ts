import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { number, text } from '../../src/web/columns.js'
import { asCsv } from '../../src/web/csv.js'
import { log } from '../evidence/real-files.js'
import { newWorld } from '../world.js'

const world = newWorld()

const rowsOf = (csv: string): string[][] => parse(csv, { bom: true })
const cellsOf = (...cells: string[]) => rowsOf(asCsv<string>([text('Said', 10, cell => cell)], cells)).slice(1)

test('a note of several lines comes out of a list as one cell, and no line of it is a formula', async () => {
  for (const newLine of ['\n', '\r', '\r\n'])
    await log(world.as('sam'), { audience: 'group', whatWeSaw: `Nice${newLine}=1+1${newLine}=cmd` })
  const { text: csv } = await world.as('sam').get('/groups/reading/evidence.csv')
  expect(rowsOf(csv)).toHaveLength(4)
  expect(csv.split(/[\r\n]+/).filter(line => /^"?[=+\-@\t＝＋－＠]/.test(line))).toEqual([])
  expect(csv).toContain("Nice\n'=1+1\n'=cmd")
})

test.each(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'])(
  'a line that begins with %j is kept from being run',
  sign => {
    expect(cellsOf(`${sign}cmd`, `Nice\r${sign}cmd\n${sign}cmd`)).toEqual([
      [`'${sign}cmd`],
      [`Nice\r'${sign}cmd\n'${sign}cmd`],
    ])
  },
)

test('a cell that begins with a line of nothing begins with an apostrophe', () => {
  expect(cellsOf('\r=cmd', '\n', '\r\nNice')).toEqual([["'\r'=cmd"], ["'\n"], ["'\r\nNice"]])
})

test('numbers stay numbers, a negative one too, and every text stands between quotation marks', () => {
  const rows: [number | null, string][] = [
    [-0.2, '-0.2'],
    [null, ''],
    [3, '-1+2'],
    [4, 'Nice\n-3'],
  ]
  const body = asCsv<(typeof rows)[number]>(
    [number('Value', 10, ([value]) => value), text('Said', 10, ([, said]) => said)],
    rows,
  )
  expect(body).toBe('\uFEFF"Value","Said"\r\n-0.2,"-0.2"\r\n"",""\r\n3,"\'-1+2"\r\n4,"Nice\n-3"\r\n')
})

test('a mark and a quotation stand as they were typed', () => {
  expect(cellsOf('5 < 6, “so” she said "no"; a-b', 'Tŷ bach\n\nłódź')).toEqual([
    ['5 < 6, “so” she said "no"; a-b'],
    ['Tŷ bach\n\nłódź'],
  ])
})

test('there is one place where such files are written', () => {
  const source = join(import.meta.dirname, '../../src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
  const writing = files.filter(name =>
    /csv-stringify|text\/csv; charset/.test(readFileSync(join(source, name), 'utf8')),
  )
  expect(writing).toEqual(['web/csv.ts'])
})
