import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBack } from '../pdf/reading.js'
import { wordsAndOrderFaults } from '../pdf/layout-faults.js'
import { openDemo, type DemoHouse } from './demo-house.js'

// One of each form that the demo brings to paper, drawn as its readers get it.

let demo: DemoHouse
beforeAll(async () => void (demo = await openDemo()), 120_000)
afterAll(() => demo.close())

const writeUp = '/published/write-ups/polish-is-for-the-car'

const forms = {
  'a write-up': `${writeUp}.pdf`,
  'a termly report': '/published/reports/hafren-summer-2026.pdf',
  'a summary': `${writeUp}/summary.pdf`,
  slides: `${writeUp}/slides.pdf`,
  'a poster': `${writeUp}/poster-a1.pdf`,
  'a dossier': '/networks/hafren/dossiers/weir.pdf',
}

/** What is read from afar is set larger. */
const SMALLEST: Partial<Record<keyof typeof forms, number>> = { slides: 18, 'a poster': 35.5, 'a summary': 7.5 }

test.each(Object.entries(forms))(
  '%s has no fault that a printer would send back',
  async (form, address) => {
    const answer = await demo.ask(address, await demo.signInAs('nia'))
    expect(answer.status).toBe(200)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const type = SMALLEST[form as keyof typeof forms]
    expect(await wordsAndOrderFaults(bytes, type ? { type } : {})).toEqual([])
  },
  60_000,
)

test('a head’s dossier is one sheet, the slip on its back', async () => {
  const answer = await demo.ask(forms['a dossier'], await demo.signInAs('nia'))
  const { pages } = await readBack(new Uint8Array(await answer.arrayBuffer()))
  expect(pages).toBe(2)
})

test('the booklet of a conference has none either', async () => {
  const nia = await demo.signInAs('nia')
  const list = await (await demo.ask('/networks/hafren/conferences', nia)).text()
  const address = /href="(\/networks\/hafren\/conferences\/[a-z0-9]+)"/.exec(list)![1]!
  const answer = await demo.ask(`${address}/booklet.pdf`, nia)
  expect(await wordsAndOrderFaults(new Uint8Array(await answer.arrayBuffer()))).toEqual([])
}, 60_000)
