import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { inlineText } from '../../src/documents/inline-text.js'
import { folded } from '../../src/pdf/pages/folding.js'
import { paragraph } from '../../src/documents/making-blocks.js'
import { textOf } from '../../src/documents/to-text.js'
import { booklet, documentOfBooklet } from '../../src/conferences/booklet.js'
import { findConference } from '../../src/conferences/conferences.js'
import { findNetwork } from '../../src/networks/networks.js'
import { compose } from '../../src/pdf/compose.js'
import { all, allWords, readBack, wordsIn } from '../pdf/reading.js'
import { newWorld } from '../world.js'

const world = newWorld()
const all_ = '/networks/hafren/conferences'
const words = { title: 'What we saw', heldOn: '2027-03-19', place: 'Weir Lane', welcome: 'Croeso, **all**.' }
const session = {
  title: 'The chart that came down',
  starts: '9.30',
  ends: '10:15',
  room: 'Class 3',
  group: 'reading',
  people: '',
}

const made = await world.as('nia').post(all_, words)
const address = made.headers.location!
await world.as('nia').post(`${address}/sessions`, session)
await world
  .as('nia')
  .post(`${address}/sessions`, { ...session, title: 'Lunch', starts: '12:30', ends: '13:15', group: '' })

describe('the programme', () => {
  test('is entered by the network leader, in the order of time', async () => {
    const { text } = await world.as('nia').get(address)
    expect(text.indexOf('The chart that came down')).toBeLessThan(text.indexOf('Lunch'))
    expect(text).toContain('09:30 to 10:15')
  })

  test('tells what is wrong and keeps the words', async () => {
    const page = await world.as('nia').post(`${address}/sessions`, { ...session, title: 'Backwards', ends: '08:00' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('It must end after it began')
    expect(page.text).toContain('Backwards')
  })

  test('is read by those who work in the network, changed by its leader, and unknown to others', async () => {
    for (const person of ['sam', 'imran', 'tomasz']) {
      expect((await world.as(person).get(address)).status).toBe(200)
      expect((await world.as(person).post(`${address}/sessions`, session)).status).toBe(403)
    }
    for (const person of ['ruth', 'fiona', 'dilys']) expect((await world.as(person).get(address)).status).toBe(404)
  })

  test('never lets a group of another network in', async () => {
    await world.as('nia').post(`${address}/sessions`, { ...session, title: 'From elsewhere', group: 'revision' })
    const row = await world.db
      .selectFrom('conferenceSessions')
      .selectAll()
      .where('title', '=', 'From elsewhere')
      .executeTakeFirstOrThrow()
    expect(row.groupId).toBeNull()
    await world.as('nia').post(`${address}/sessions/${row.id}/removal`)
    expect((await world.as('nia').get(address)).text).not.toContain('From elsewhere')
  })
})

describe('the booklet', () => {
  const document = async () => {
    const nia = await world.person('nia')
    const network = await findNetwork(world.db, nia, 'hafren')
    const conference = await findConference(world.db, nia, network, address.split('/').at(-1)!)
    return documentOfBooklet(world.db, network, conference, world.house.baseUrl)
  }

  test('has welcome, programme, abstracts, and where each school and theme is told', async () => {
    const text = textOf(await document())
    for (const words of ['Croeso, all.', 'Programme', 'Reading by choice', 'By school', 'Weir Lane Primary'])
      expect(text).toContain(words)
  })

  test('has contents and an index whose links lead to the abstract, with its page', async () => {
    const reading = await readBack(await compose(await document(), {}, booklet))
    expect(reading.pages).toBeGreaterThan(3)
    const lines = all(reading, 'TOCI').map(node => wordsIn(reading, node).replace(/\s+/g, ' ').trim())
    const group = lines.filter(line => line.startsWith('Reading by choice'))
    expect(group.length).toBeGreaterThan(2)
    expect(new Set(group.map(line => /(\d+)$/.exec(line)?.[1])).size).toBe(1)
    const { text } = await world.as('sam').get(`${address}/booklet`)
    expect(text).toContain('<a href="#group-reading-by-choice">')
  })

  test('fills whole sheets, and what is left over is lined for notes', async () => {
    const whole = await document()
    const longer = (lines: number) => Array.from({ length: lines }, () => paragraph('We looked again. '.repeat(12)))
    const read = async (lines: number) =>
      readBack(await compose({ ...whole, parts: [...whole.parts, ...longer(lines)] }, {}, booklet))
    const all = await Promise.all([0, 8, 16].map(read))
    expect(all.map(({ pages }) => pages % 4)).toEqual([0, 0, 0])
    expect(all.map(allWords).join(' ')).toContain('For your notes')
  })

  test('printed on both sides of A4 and folded, the booklet has its pages in their order', async () => {
    expect(folded(10)).toEqual([
      [undefined, 0],
      [1, undefined],
      [9, 2],
      [3, 8],
      [7, 4],
      [5, 6],
    ])
    const bytes = await compose(await document(), {}, { ...booklet, folded: true })
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false }).promise
    expect(pdf.numPages % 2).toBe(0)
    const first = await pdf.getPage(1)
    expect(first.view.slice(2).map(Math.round)).toEqual([839, 595])
    const { items } = await first.getTextContent()
    const title = items.find(item => 'str' in item && item.str.includes('What we saw'))
    expect((title as { transform: number[] }).transform[4]).toBeGreaterThan(419)
  })

  test('sets sessions that begin together side by side, with who speaks and where', async () => {
    const nia = world.as('nia')
    for (const title of ['First of two', 'Second of two'])
      await nia.led(`${address}/sessions`, { ...session, title, starts: '14:00', ends: '14:30', people: 'Sam Okoro' })
    const [table] = (await document()).parts.filter(block => block.kind === 'table')
    const row = table!.rows.find(cells => inlineText(cells[0]!) === '14:00 to 14:30')!
    expect(row.map(inlineText)).toEqual([
      '14:00 to 14:30',
      expect.stringContaining('First of two'),
      expect.stringContaining('Second of two'),
    ])
    expect(inlineText(row[1]!)).toContain('Sam Okoro · Class 3')
  })
})
