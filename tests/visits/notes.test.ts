import { describe, expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { brought } from '../../src/rooms.js'
import { daysAfter, now, today } from '../../src/web/now.js'
import { partsBeside } from '../../src/networks/year.js'
import { findNetwork } from '../../src/networks/networks.js'
import { textOf } from '../../src/documents/to-text.js'
import type { Document } from '../../src/documents/document.js'
import { newWorld } from '../world.js'
import { at, comes, letPass, offered } from './visiting.js'

const world = newWorld()
const evening = { starts: '16:00', ends: '17:30', places: '6' }
const year = brought.inTheYear
const span = { from: daysAfter(today(), -60) + 'T00:00:00.000Z', until: daysAfter(today(), 2) + 'T00:00:00.000Z' }

const visit = await offered(world, 'sam', { title: 'The jar of questions', ...evening })
for (const person of ['huw', 'eleri', 'kasia']) await world.as(person).post(`${visit.slotAddress}/booking`, comes)
await letPass(world, visit.id, 3)
const notes = `${visit.address}/notes`

const write = (person: string, box: string, body: string, version = 0) =>
  world.as(person).post(`/texts/visit-note/${visit.id}~${person}/${box}`, { body, version })
const show = (person: string, box: string, audience: string) =>
  world.as(person).post(`${notes}/${box}/audience`, { audience })
const reads = async (person: string, words: string) => (await world.as(person).get(visit.address)).text.includes(words)
const found = async (person: string, words: string) => {
  await world.posted()
  return (await world.as(person).get(`/search?q=${words}`)).text.includes(`<mark>${words}</mark> children`)
}

describe('a visitor writes four notes', () => {
  test('asked for once after the visit, until one word is there', async () => {
    expect((await world.as('huw').get('/')).text).toContain('Write your note')
    expect((await write('huw', 'best', 'Quokka children asked each other before they asked Sam.')).status).toBe(303)
    expect((await world.as('huw').get('/')).text).not.toContain('Write your note')
    expect((await world.as('kasia').post(`${notes}/settled`)).status).toBe(303)
    expect((await world.as('kasia').get('/')).text).not.toContain('Write your note')
  })

  test('nobody else writes in them, and a host has another box', async () => {
    for (const person of ['sam', 'nia', 'mair', 'eleri', 'ruth'])
      expect(
        (await world.as(person).post(`/texts/visit-note/${visit.id}~huw/best`, { body: 'x', version: 0 })).status,
      ).toBe(404)
    expect((await write('huw', 'learned', 'x')).status).toBe(404)
    expect((await write('huw', 'nothing', 'x')).status).toBe(404)
    expect((await write('sam', 'learned', 'We found that we had never timed it.')).status).toBe(303)
    expect((await write('sam', 'best', 'x')).status).toBe(404)
    expect((await world.as('mair').get(notes)).status).toBe(403)
  })

  test('it stays with its author, then goes to the host, then to the network, and back again everywhere', async () => {
    const words = 'Quokka'
    for (const person of ['sam', 'eleri', 'imran', 'nia']) expect(await reads(person, words)).toBe(false)
    await show('huw', 'best', 'host')
    for (const person of ['sam', 'imran']) expect(await reads(person, words)).toBe(true)
    for (const person of ['eleri', 'nia', 'mair']) expect(await reads(person, words)).toBe(false)
    expect(await found('nia', 'Quokka')).toBe(false)
    await show('huw', 'best', 'network')
    for (const person of ['sam', 'eleri', 'nia', 'tomasz']) expect(await reads(person, words)).toBe(true)
    expect(await found('nia', 'Quokka')).toBe(true)
    expect((await world.as('ruth').get('/search?q=Quokka')).text).not.toContain('Quokka children')
    const nia = await world.person('nia')
    const network = await findNetwork(world.db, nia, 'hafren')
    const news = async () =>
      (await Promise.all(year.news.map(of => of(world.db, nia, network, span.from))))
        .flat()
        .map(one => one.text)
        .join()
    expect(await news()).toContain('Huw ap Siôn wrote after a visit')
    await show('huw', 'best', 'me')
    for (const person of ['sam', 'eleri', 'nia']) expect(await reads(person, words)).toBe(false)
    expect(await found('nia', 'Quokka')).toBe(false)
    expect(await news()).not.toContain('Huw ap Siôn wrote')
  })

  test('an audience that there is not is refused', async () => {
    expect((await show('huw', 'best', 'everybody')).status).toBe(422)
    expect((await show('mair', 'best', 'network')).status).toBe(404)
  })
})

describe('what is taken home', () => {
  test('is a move from school to school only once the network reads it, and says later what came of it', async () => {
    const nia = await world.person('nia')
    const network = await findNetwork(world.db, nia, 'hafren')
    const moves = async () =>
      (await Promise.all(year.moves.map(of => of(world.db, nia, network, span))))
        .flat()
        .filter(one => one.how === 'saw it')
    await write('huw', 'takeHome', 'A jar on my table, too.')
    expect(await moves()).toEqual([])
    await show('huw', 'takeHome', 'network')
    expect(await moves()).toMatchObject([
      {
        from: { id: 'weir', kind: 'school' },
        to: { id: 'bryn' },
        what: 'The jar of questions',
        madeOfIt: 'A jar on my table, too.',
        isPublic: false,
      },
    ])
    expect((await world.as('huw').get('/')).text).not.toContain('What came of it?')
    await letPass(world, visit.id, 50)
    expect((await world.as('huw').get('/')).text).toContain('Say what came of it')
    await write('huw', 'cameOfIt', 'Three classes keep one now.')
    expect((await world.as('huw').get('/')).text).not.toContain('Say what came of it')
    expect((await moves())[0]!.madeOfIt).toBe('A jar on my table, too.')
    await show('huw', 'cameOfIt', 'network')
    expect((await moves())[0]!.madeOfIt).toBe('Three classes keep one now.')
    await letPass(world, visit.id, 3)
  })

  test('the termly report tells what schools saw in each other, without the names of the authors', async () => {
    const nia = await world.person('nia')
    const network = await findNetwork(world.db, nia, 'hafren')
    const term = await world.db
      .selectFrom('terms')
      .selectAll()
      .where('networkId', '=', 'hafren')
      .where('slug', '=', 'autumn-2026')
      .executeTakeFirstOrThrow()
    const part = year.reportParts.find(one => one.part === 'visits')!
    const text = async () =>
      textOf({
        title: '',
        language: 'en-GB',
        kindOfDocument: '',
        contents: false,
        titlePage: { heading: '', lines: [] },
        parts: await part.blocks(world.db, network, term, span),
      } as unknown as Document)
    expect(await text()).toContain('A jar on my table, too.')
    expect(await text()).toContain('Weir Lane Primary')
    expect(await text()).not.toContain('Huw')
    await show('huw', 'takeHome', 'host')
    expect(await text()).not.toContain('A jar on my table, too.')
    await show('huw', 'takeHome', 'network')
  })
})

describe('a note becomes evidence by one press', () => {
  test('in a group that its author is in, with place, school and day, under the rules of evidence', async () => {
    const page = await world.as('huw').get(notes)
    expect(page.text).toMatch(/action="[^"]+\/best\/evidence"[^]*?Learning outdoors[^]*?Make it evidence/)
    const fields = { group: 'outdoors', audience: 'group' }
    expect((await world.as('huw').post(`${notes}/best/evidence`, fields)).status).toBe(303)
    const piece = await world.db
      .selectFrom('evidence')
      .innerJoin('visitNoteEvidence', 'visitNoteEvidence.evidenceId', 'evidence.id')
      .selectAll('evidence')
      .executeTakeFirstOrThrow()
    expect(piece).toMatchObject({
      groupId: 'outdoors',
      kind: 'observation',
      gatheredOn: daysAfter(today(), -3),
      loggedBy: 'huw',
    })
    await world.as('huw').post(`${notes}/best/evidence`, fields)
    expect(await world.db.selectFrom('visitNoteEvidence').select('id').execute()).toHaveLength(1)
    const schools = await world.db
      .selectFrom('evidenceSchools')
      .select('schoolId')
      .where('evidenceId', '=', piece.id)
      .execute()
    expect(schools).toEqual([{ schoolId: 'weir' }])
    const shown = (await world.as('kasia').get(`/evidence/${piece.id}`)).text
    expect(shown).toContain('Quokka children')
    expect(shown).toContain('on a visit to Weir Lane Primary')
    for (const person of ['sadia', 'ruth', 'dilys'])
      expect((await world.as(person).get(`/evidence/${piece.id}`)).status).toBe(404)
    expect((await world.as('huw').get(notes)).text).toContain(`E${piece.number} of Learning outdoors`)
  })

  test('one visit serves several groups, and none that the author is not in', async () => {
    const fields = { audience: 'author' }
    expect((await world.as('huw').post(`${notes}/best/evidence`, { ...fields, group: 'reading' })).status).toBe(303)
    const page = await world.as('huw').post(`${notes}/best/evidence`, { ...fields, group: 'marking' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Choose a group that you are in')
    expect((await world.as('huw').get(notes)).text).not.toContain('/best/evidence"')
    const empty = await world.as('huw').led(`${notes}/question/evidence`, { ...fields, group: 'reading' })
    expect(empty.text).toContain('Nothing is written in “A question I leave” yet')
    expect((await world.as('sadia').post(`${notes}/best/evidence`, { ...fields, group: 'reading' })).status).toBe(404)
  })
})

test('hours are counted from days that were, times those who came', async () => {
  const hours = async () =>
    (await Promise.all(year.hours.map(of => of(world.db, 'hafren', span)))).flat().filter(one => one.of === 'visits')
  expect(await hours()).toEqual([{ of: 'visits', hours: 4.5, times: 1 }])
  const own = await world.db
    .selectFrom('visitBookings')
    .select(['id', 'personId'])
    .where('visitId', '=', visit.id)
    .execute()
  const came = own.filter(one => one.personId !== 'kasia').map(one => one.id)
  await world.as('sam').post(`${visit.slotAddress}/attendance`, { came })
  expect(await hours()).toEqual([{ of: 'visits', hours: 3, times: 1 }])
})

test('whoever offers knows how, and a list is taken away only by those who work there', async () => {
  const network = await findNetwork(world.db, await world.person('nia'), 'hafren')
  const knows = (
    await Promise.all(year.knowsHow.map(async of => of(world.db, await world.person('nia'), network)))
  ).flat()
  expect(knows).toContainEqual(
    expect.objectContaining({ personId: 'sam', what: 'The jar of questions', because: 'shows it on a visit' }),
  )
  const list = year.lists.find(one => one.name === 'visits')!
  expect(await list.csv(world.db, await world.person('nia'), network)).toContain('The jar of questions')
  expect(await list.csv(world.db, await world.person('ruth'), network)).not.toContain('The jar of questions')
})

test('dates are in the calendar: a visitor’s and a host’s own, everybody’s to see, cancelled ones as long as they lie ahead', async () => {
  const next = await offered(world, 'sam', { title: 'Once more', ...evening })
  await world.as('huw').post(`${next.slotAddress}/booking`, comes)
  const days = { from: today(), until: daysAfter(today(), 60) }
  const of = async (person: string) => {
    const who = await world.person(person)
    const all = await datesOfAll(year.dates, { db: world.db, person: who, networkIds: ['hafren'], ...days })
    return all.flat().find(one => one.uid === `visit-${next.slot.id}`)
  }
  expect(await of('huw')).toMatchObject({
    mine: true,
    title: 'Once more',
    where: 'Weir Lane Primary, Office in Lane End',
  })
  expect(await of('sam')).toMatchObject({ mine: true })
  expect(await of('kasia')).toMatchObject({ mine: false, cancelledAt: null })
  for (const person of ['ruth', 'dilys', 'alex']) expect(await of(person)).toBeUndefined()
  await world.as('sam').post(`${next.slotAddress}/cancellation`, { because: 'Snow.' })
  expect((await of('huw'))!.cancelledAt).not.toBeNull()
  expect((await of('huw'))!.sequence).toBe(1)
  expect(now() > span.from).toBe(true)
})

test('it stands beside its school, and beside a group that it serves, for those who work there', async () => {
  await offered(world, 'sam', { title: 'For readers', groups: 'reading', ...evening })
  const beside = async (person: string, of: 'school' | 'group', id: string) =>
    JSON.stringify(await partsBeside(year.beside, of, world.db, await world.person(person), id))
  expect(await beside('kasia', 'school', 'weir')).toContain('For readers')
  expect(await beside('kasia', 'group', 'reading')).toContain('For readers')
  expect(await beside('kasia', 'group', 'marking')).not.toContain('For readers')
  for (const person of ['ruth', 'dilys']) expect(await beside(person, 'school', 'weir')).not.toContain('For readers')
})

test('pupils’ names are noticed in the notes of hosts and visitors', async () => {
  const kind = brought.texts.find(one => one.kind === 'visit-note')!
  expect(await kind.whose(world.db, `${visit.id}~huw`)).toEqual({ network: 'hafren' })
  expect((await world.as('sam').get(`${at}/${visit.id}`)).text).toContain('No names of pupils')
})
