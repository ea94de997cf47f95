import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Block, Document } from '../../src/documents/document.js'
import { htmlOf } from '../../src/documents/to-html.js'
import { compose } from '../../src/pdf/compose.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'

// Prints how quickly PDFs are drawn, as medians of one run: a write-up of about 42 pages and a report of about 400, and
// headless Chromium printing the same words where it is installed. Nothing is asserted: machines differ.
const folder = mkdtempSync(join(tmpdir(), 'workbench-pdf-bench-'))
const picturePath = await paintPictures(folder)
const long = repeated(7)
const report = repeated(67)

const first = await timed(() => compose(long, picturePath))
const warm: number[] = []
for (let round = 0; round < 7; round++) warm.push(await timed(() => compose(long, picturePath)))
say(`write-up of ${pagesOf(await compose(long, picturePath))} pages, tagged, first`, first)
say('the same, warm', median(warm))

const before = process.memoryUsage.rss()
let peak = before
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
const took = await timed(() => compose(report, picturePath))
clearInterval(watch)
peak = Math.max(peak, process.memoryUsage.rss())
say(`report of ${pagesOf(await compose(report, picturePath))} pages, tagged`, took)
process.stdout.write(`${'memory of the whole program'.padEnd(48)} ${(peak / 2 ** 20).toFixed(0)} MiB\n`)

const chromium = '/usr/bin/chromium'
if (existsSync(chromium)) {
  const page = join(folder, 'page.html')
  writeFileSync(
    page,
    `<meta charset=utf-8>${htmlOf(long.parts, { pictureAddress: id => `file://${picturePath[id]}` })}`,
  )
  const flags = ['--headless', '--no-sandbox', '--disable-background-networking', '--disable-component-update']
  const print = () =>
    Promise.resolve(
      execFileSync(chromium, [...flags, `--print-to-pdf=${join(folder, 'page.pdf')}`, page], { stdio: 'ignore' }),
    )
  await print()
  say('Chromium, started anew, printing the write-up', await timed(print))
}
rmSync(folder, { recursive: true, force: true })

function repeated(times: number): Document {
  const parts = Array.from({ length: times }, (): Block[] => sample.parts).flat()
  return { ...sample, contents: false, parts }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function pagesOf(bytes: Buffer): number {
  return bytes.toString('latin1').match(/\/Type \/Page\b(?!s)/g)!.length
}

function median(numbers: number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)]!
}

function say(what: string, milliseconds: number): void {
  process.stdout.write(`${what.padEnd(48)} ${milliseconds.toFixed(0)} ms\n`)
}
