import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { drawChart } from '../../src/charts/draw.js'
import type { ChartTable } from '../../src/charts/chart.js'
import type { Block, Document, Inline, Table } from '../../src/documents/document.js'
import { htmlOf } from '../../src/documents/to-html.js'
import { pdfOf } from '../../src/pdf/draw.js'
import { restHeavyWork } from '../../src/heavy/resting.js'
import { samples } from '../charts/samples.js'
import { sample } from '../documents/sample.js'

// Prints how quickly PDFs are drawn in their threads, as medians of one run: a write-up of about 40 pages with 10
// photographs and 6 charts, a report of about 400 pages, how pages answer meanwhile, and headless Chromium printing the
// same words where it is installed. Each round draws new words, so that none is found finished. Nothing is asserted:
// machines differ.
let round = 0
const folder = mkdtempSync(join(tmpdir(), 'workbench-pdf-bench-'))
const to = join(folder, 'kept')
const picturePath = await photographs(10)
const charts = await sixCharts()
const writeUp = documentOf(7, Object.keys(picturePath), charts)
const report = documentOf(67, [], charts)

const first = await timed(() => drawn(writeUp))
const warm: number[] = []
for (let round = 0; round < 7; round++) warm.push(await timed(() => drawn(writeUp)))
say(`write-up of ${await pagesOf(writeUp)} pages, 10 photographs, 6 charts, first`, first)
say('the same in other words, warm', median(warm))

const before = process.memoryUsage.rss()
let peak = before
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
const took = await timed(() => drawn(report))
clearInterval(watch)
say(`report of ${await pagesOf(report)} pages, tagged`, took)
process.stdout.write(
  `${'memory of the whole program, before and at most'.padEnd(56)} ${mebibytes(before)} and ${mebibytes(peak)} MiB\n`,
)

const server = createServer((_req, res) => res.end('a page'.repeat(2000)))
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
sayPages('a page answers, nothing else going on', await answers(Promise.resolve(), 300))
const ten = Promise.all(Array.from({ length: 10 }, () => drawn(writeUp)))
sayPages('a page answers, ten PDFs being drawn', await answers(ten, 0))
server.close()

const installed = '/usr/bin/chromium'
if (existsSync(installed)) {
  const page = join(folder, 'page.html')
  writeFileSync(
    page,
    `<meta charset=utf-8>${htmlOf(writeUp.parts, { pictureAddress: id => `file://${picturePath[id]}` })}`,
  )
  const browser = await chromium.launch({ executablePath: installed, args: ['--no-sandbox'] })
  const printed: number[] = []
  for (let round = 0; round < 4; round++) {
    const tab = await browser.newPage()
    printed.push(
      await timed(async () => {
        await tab.goto(`file://${page}`)
        await tab.pdf({ tagged: true, outline: true, format: 'A4' })
      }),
    )
    await tab.close()
  }
  await browser.close()
  say('headless Chromium printing the write-up, warm', median(printed.slice(1)))
}
await restHeavyWork()
rmSync(folder, { recursive: true, force: true })

/** Draws a document whose last words nobody has drawn before. */
function drawn(document: Document): Promise<string> {
  const last: Block = { kind: 'paragraph', inlines: [{ kind: 'text', text: `Round ${++round}.` }] }
  return pdfOf({ ...document, parts: [...document.parts, last] }, { picturePath, to })
}

/** The numbers of a chart as a table of a document. */
function tableOf({ head, rows }: ChartTable): Table {
  const cell = (text: string): Inline[] => [{ kind: 'text', text }]
  return {
    kind: 'table',
    head: head.map(cell),
    rows: rows.map(row => row.map(cell)),
    alignment: head.map(() => null),
    rowHeads: true,
  }
}

function documentOf(times: number, pictures: string[], figures: Block[]): Document {
  const words = sample.parts.filter(({ kind }) => kind !== 'figure' && kind !== 'chart')
  const parts = Array.from({ length: times }, (_, at): Block[] => [
    ...words,
    ...figures.slice(at, at + 1),
    ...pictures.slice(at * 2, at * 2 + 2).map(pictureOf),
  ]).flat()
  return { ...sample, contents: true, parts }
}

function pictureOf(id: string): Block {
  return {
    kind: 'figure',
    picture: { id, width: 1600, height: 1200 },
    alt: `Photograph ${id}`,
    caption: [{ kind: 'text', text: `What we saw, ${id}.` }],
  }
}

async function photographs(count: number): Promise<Record<string, string>> {
  const paths: Record<string, string> = {}
  for (let at = 0; at < count; at++) {
    const path = join(folder, `photo-${at}.jpg`)
    const noise = { type: 'gaussian' as const, mean: 120 + at, sigma: 30 }
    const image = sharp({ create: { width: 400, height: 300, channels: 3, background: '#888', noise } })
    await image.resize(1600, 1200).jpeg({ quality: 78 }).toFile(path)
    paths[`photo-${at}`] = path
  }
  return paths
}

async function sixCharts(): Promise<Block[]> {
  const asked = Object.values(samples)
  const found = await Promise.all(Array.from({ length: 6 }, (_, at) => drawChart(asked[at % asked.length]! as never)))
  return found.map(({ title, sentence, table, svg }) => ({
    kind: 'chart',
    title,
    sentence,
    table: tableOf(table),
    svg,
  }))
}

async function answers(until: Promise<unknown>, least: number): Promise<number[]> {
  const times: number[] = []
  let going = true
  void until.finally(() => (going = false))
  while (going || times.length < least) {
    times.push(await timed(() => new Promise<void>((resolve, reject) => asked(resolve, reject))))
    await new Promise(resolve => setTimeout(resolve, 3))
  }
  return times
}

function asked(resolve: () => void, reject: (error: Error) => void): void {
  get(address, answer => answer.resume().on('end', resolve)).on('error', reject)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function pagesOf(document: Document): Promise<number> {
  return (await readFile(await drawn(document))).toString('latin1').match(/\/Type \/Page\b(?!s)/g)!.length
}

function median(numbers: number[]): number {
  return share(numbers, 0.5)
}

function share(numbers: number[], part: number): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor((numbers.length - 1) * part)]!
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}

function say(what: string, milliseconds: number): void {
  process.stdout.write(`${what.padEnd(56)} ${milliseconds.toFixed(0)} ms\n`)
}

function sayPages(what: string, times: number[]): void {
  const [half, most] = [share(times, 0.5), share(times, 0.99)].map(time => time.toFixed(1))
  process.stdout.write(`${what.padEnd(56)} ${half} ms, 99 of 100 within ${most} ms\n`)
}
