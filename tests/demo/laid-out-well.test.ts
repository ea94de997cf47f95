import { afterAll, beforeAll, expect, test } from 'vitest'
import { all, allWords, readBack } from '../pdf/reading.js'
import { wordsAndOrderFaults } from '../pdf/layout-faults.js'
import { saying, takenApart } from '../pdf/objects.js'
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
const SMALLEST: Partial<Record<keyof typeof forms, number>> = { slides: 18, 'a poster': 36, 'a summary': 8 }

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

test('over half of the poster is its picture, and beneath it stand what speaks against the answer and what was tried', async () => {
  const answer = await demo.ask(forms['a poster'], await demo.signInAs('nia'))
  const bytes = Buffer.from(await answer.arrayBuffer())
  const sizes = saying(takenApart(bytes), /\/S \/Figure\n/).map(({ text }) => {
    const [left, top, right, bottom] = /\/BBox \[([-\d. ]+)\]/.exec(text)![1]!.split(' ').map(Number)
    return Math.abs((right! - left!) * (bottom! - top!))
  })
  const [wide, high] = [594, 841].map(length => (length / 25.4) * 72)
  expect(Math.max(...sizes) / (wide! * high!)).toBeGreaterThan(0.5)
  const reading = await readBack(bytes)
  expect(allWords(reading)).toContain('Against it stands the hall')
  expect(all(reading, 'Figure').map(figure => figure.alt)).toContainEqual(
    expect.stringMatching(/^What difference it made\. Listening and asking: .*Tests: Glan-wŷ, Made no difference/),
  )
})

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
