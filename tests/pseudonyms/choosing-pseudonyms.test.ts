import { expect, test } from 'vitest'
import { inOtherWords } from '../../src/documents/in-other-words.js'
import type { Document } from '../../src/documents/document.js'
import { mutated, renaming } from '../../src/names/renaming.js'
import { chosenBy } from '../../src/names/names.js'
import { newWorld } from '../world.js'
import { log } from '../evidence/real-files.js'

const world = newWorld()
const weir = { kind: 'school', school: 'weir', pseudonym: 'Rowan School' }
const choose = (fields: Record<string, string>) => world.as('sam').post('/groups/reading/pseudonyms', fields)

const words = renaming([
  { names: ['St David’s Church Primary', 'St David’s'], instead: 'Alder School' },
  { names: ['Ysgol Coed-y-dŵr', 'Coed-y-dŵr'], instead: 'Hazel School' },
  { names: ['Bryn'], instead: 'Place A' },
  { names: ['Elen Puw'], instead: 'Colleague A', isPerson: true },
  { names: ['Alder School'], instead: 'Wren School' },
])

test.each([
  ['At St David’s Church Primary’s gate', 'At Alder School’s gate'],
  ["ST DAVID'S and st. davids, Saint David’s", 'Alder School and Alder School, Alder School'],
  ['i Goed-y-dŵr, yng Nghoed-y-dwr', 'i Hazel School, yng Hazel School'],
  ['Ysgol Coed-y-dw\u0302r', 'Hazel School'],
  ['ysgol-coed-y-dwr-photo.jpg, YsgolCoedYDwr', 'Hazel School-photo.jpg, Hazel School'],
  ['The bryn behind Bryn, and Brynmawr', 'The bryn behind Place A, and Brynmawr'],
  ['Mrs Puw and Elen Puw; Puwaidd', 'Colleague A and Colleague A; Puwaidd'],
  ['Nothing to be seen: naïve', 'Nothing to be seen: naïve'],
])('a name is found however it is written: %s', (said, wanted) => {
  expect(words(said)).toBe(wanted)
})

test.each([
  'Sam “Sid” O’Neill',
  'Westward Ho!',
  'Parc y Bont (the #2 field)',
  'A: B @ C = 50% ~ D',
  'Tom 😀 [x] {y} ^z$ a|b\\c/d*e+f?',
])('a name may hold any sign: %s', async name => {
  const written = renaming([{ names: [name], instead: 'Place A' }])
  expect(written(`We went to ${name} twice.`)).toBe('We went to Place A twice.')
  expect((await choose({ kind: 'place', name, also: `${name}: b!`, pseudonym: `Place ${name.length}` })).status).toBe(
    303,
  )
  expect((await world.as('sam').get('/groups/reading/pseudonyms')).status).toBe(200)
})

test('only Welsh names of places mutate', () => {
  expect(mutated('Pont-y-felin')).toEqual(['Bont-y-felin', 'Mhont-y-felin', 'Phont-y-felin'])
  expect(mutated('Market Weir')).toEqual([])
})

test('a document tells the name nowhere: not in headings’ addresses, sources, captions, descriptions or links', () => {
  const text = (said: string) => [{ kind: 'text' as const, text: said }]
  const document: Document = {
    title: 'Reading at St David’s',
    language: 'en-GB',
    kindOfDocument: 'Write-up',
    titlePage: { heading: 'What do St David’s children choose?', subtitle: 'St David’s', lines: ['St David’s'] },
    contents: true,
    foot: 'St David’s',
    parts: [
      { kind: 'heading', level: 2, id: 'st-david-s', inlines: text('St David’s') },
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: 'St ' },
          { kind: 'emphasis', inlines: text('David’s') },
        ],
      },
      {
        kind: 'paragraph',
        inlines: [{ kind: 'link', href: 'https://st-davids.example/', inlines: text('their page') }],
      },
      { kind: 'paragraph', inlines: [{ kind: 'link', href: '#st-david-s', inlines: text('above') }] },
      {
        kind: 'figure',
        picture: { id: 'x', width: 1, height: 1 },
        alt: 'St David’s hall',
        caption: text('St David’s'),
      },
      {
        kind: 'quotation',
        blocks: [],
        source: { label: 'E1', title: 'St David’s', href: '#evidence-x', by: 'interview, St David’s' },
      },
      { kind: 'table', head: [text('St David’s')], rows: [[text('St David’s')]], alignment: [null] },
    ],
  }
  const told = JSON.stringify(inOtherWords(document, words))
  expect(told).not.toMatch(/david/i)
  expect(told).toContain('#alder-school')
  expect(told).toContain('#evidence-x')
})

test('those in the group choose a pseudonym, and only they can see that there is one', async () => {
  const page = await world.as('sam').get('/groups/reading/pseudonyms')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Alder School')
  expect((await choose({ ...weir, name: '', also: '' })).status).toBe(303)
  expect((await world.as('huw').get('/groups/reading/pseudonyms')).text).toContain('Rowan School')
  for (const person of ['nia', 'imran', 'fiona', 'alex', 'tomasz', 'mair']) {
    expect([person, (await world.as(person).get('/groups/reading/pseudonyms')).status]).toEqual([person, 404])
    const sent = await world.as(person).post('/groups/reading/pseudonyms', weir)
    expect([person, sent.status]).toEqual([person, 404])
  }
  const history = await world.as('sam').get('/groups/reading/history')
  expect(history.text).toContain('chose how a school is called outside the group')
  expect(history.text).not.toContain('Rowan School')
})

test.each([
  [{ ...weir, pseudonym: 'Weir Lane School' }, 'gives the name away'],
  [{ ...weir, pseudonym: 'Upper Marsh Primary' }, 'There is a real school with this name'],
  [{ ...weir, school: 'bryn', pseudonym: 'Rowan School' }, 'This pseudonym is taken'],
  [{ ...weir, school: '' }, 'Choose the school'],
  [{ kind: 'person', name: '', pseudonym: 'Colleague A' }, 'Say the name'],
  [{ ...weir, pseudonym: '' }, 'Say what it is called'],
])('a pseudonym that does not serve is asked for again: %o', async (fields, sentence) => {
  const answer = await choose(fields)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
})

test('a colleague elsewhere in the network reads the pseudonym in words, schools, files and lists', async () => {
  await choose({ kind: 'person', name: 'Elen Puw', pseudonym: 'Colleague A' })
  const id = await log(world.as('sadia'), {
    whatWeSaw: 'At Weir Lane Elen Puw said that they read under the stairs.',
    schools: 'weir',
    audience: 'group',
  })
  await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'network', nobody: 'yes' })
  const inside = await world.as('sam').get(`/evidence/${id}`)
  expect(inside.text).toContain('Weir Lane')
  for (const at of [`/evidence/${id}`, '/groups/reading/evidence', '/groups/reading/evidence.csv']) {
    const outside = await world.as('nia').get(at)
    expect(outside.status).toBe(200)
    expect(outside.text).toContain('Rowan School')
    expect(outside.text).toContain('Colleague A')
    expect(outside.text).not.toMatch(/Weir Lane|Elen Puw/)
  }
})

test('facilitators read the names until the group chooses otherwise', async () => {
  const id = await log(world.as('sadia'), { whatWeSaw: 'The rug at Weir Lane.', audience: 'group' })
  await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'group', outside: 'yes', nobody: 'yes' })
  expect((await world.as('fiona').get(`/evidence/${id}`)).text).toContain('The rug at Weir Lane')
  await world.as('sam').post('/groups/reading/pseudonyms/facilitators', { facilitators: 'yes' }).expect(303)
  expect((await world.as('fiona').get(`/evidence/${id}`)).text).toContain('The rug at Rowan School')
})

test('a pseudonym that is taken away is not used any more', async () => {
  const row = await world.db
    .selectFrom('pseudonyms')
    .selectAll()
    .where('schoolId', '=', 'weir')
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  expect((await chosenBy(world.db, 'reading')).school({ id: 'weir', name: 'Weir Lane Primary' })).toBe('Rowan School')
  expect((await world.as('nia').post(`/groups/reading/pseudonyms/${row.id}/removal`)).status).toBe(404)
  expect((await world.as('sam').post(`/groups/reading/pseudonyms/${row.id}/removal`)).status).toBe(303)
  expect((await chosenBy(world.db, 'reading')).school({ id: 'weir', name: 'Weir Lane Primary' })).toBe(
    'Weir Lane Primary',
  )
})
