import { afterAll, beforeAll, expect, test } from 'vitest'
import { all, readBack, wordsIn, type Reading } from '../pdf/reading.js'
import { bare, wordsOnPage } from '../write-ups/page-text.js'
import { openDemo, type DemoHouse } from './demo-house.js'

// Every document that the demo has published: its page and its PDF say the same, and the PDF says what it shows.

let demo: DemoHouse
beforeAll(async () => void (demo = await openDemo()), 120_000)
afterAll(() => demo.close())

test('every published document says the same on its page and in its PDF, and describes what it shows', async () => {
  const map = await (await demo.ask('/sitemap.xml')).text()
  const addresses = [...map.matchAll(/<loc>https?:\/\/[^/<]+(\/published\/[^<]+)<\/loc>/g)].map(
    ([, address]) => address!,
  )
  let read = 0
  for (const address of addresses) {
    const answer = await demo.ask(address)
    const html = await answer.text()
    const pdf = /href="([^"]+\.pdf)"/.exec(html)?.[1]
    if (!html.includes('<article class="document"') || !pdf) continue
    const drawn = await demo.ask(pdf)
    expect(drawn.status, pdf).toBe(200)
    const reading = await readBack(Buffer.from(await drawn.arrayBuffer()))
    expect(bare(inPdf(reading)), address).toBe(bare(wordsOnPage(withoutDrawings(html))))
    for (const figure of all(reading, 'Figure')) expect(figure.alt, address).toBeTruthy()
    const headings = ['H2', 'H3', 'H4'].flatMap(role => all(reading, role)).length
    expect(bookmarks(reading.bookmarks), address).toBe(headings)
    read++
  }
  expect(read).toBeGreaterThan(1)
}, 300_000)

/** Notes stand at the feet of pages in one and below the text in the other. */
function inPdf(reading: Reading): string {
  const notes = all(reading, 'Note').map(note => wordsIn(reading, note))
  const words = reading.trees.map(tree => wordsIn(reading, tree, ['TOC', 'Figure', 'Note'])).join('\n')
  return [words.replace(/^Contents$/m, ''), ...(notes.length ? ['Notes', ...notes] : [])].join('\n')
}

function withoutDrawings(html: string): string {
  return html.replace(/<svg[\s\S]*?<\/svg>/g, ' ')
}

function bookmarks(items: { items: unknown[] }[]): number {
  return items.reduce((sum, { items: below }) => sum + 1 + bookmarks(below as { items: unknown[] }[]), 0)
}
