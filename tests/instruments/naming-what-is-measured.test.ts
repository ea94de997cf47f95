import { expect, test } from 'vitest'
import { unread } from '../../src/names/names.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world

async function preview(rows: string[]): Promise<string> {
  const sent = await world
    .as('sadia')
    .send('/groups/reading/measures/imports')
    .attach('file', Buffer.from(rows.join('\n')), 'minutes.csv')
  expect(sent.status).toBe(303)
  return sent.get('location')!
}

/** What the form of the preview sends: what each column is, and what was typed. */
const typed = (roles: string[], measure: string) => ({
  ...Object.fromEntries(roles.map((role, at) => [`column-${at}`, role])),
  measure,
})

async function namesIn(address: string): Promise<string[]> {
  const rows = await db
    .selectFrom('readings')
    .innerJoin('measures', 'measures.id', 'readings.measureId')
    .select('measures.name')
    .distinct()
    .where('importId', '=', address.split('/').at(-1)!)
    .orderBy('measures.name')
    .execute()
  return unread(rows).map(row => row.name)
}

const two = ['School,Date,Minutes at home,Minutes in class,Number of pupils', 'Weir Lane Primary,5/3/2026,12,20,24']
const twoNumbers = ['school', 'date', 'value', 'value', 'pupils']

test('a name that is typed for a file of several numbers stands before each heading', async () => {
  const address = await preview(two)
  await world.as('sadia').post(address, typed(twoNumbers, 'Reading in spring'))
  await world.as('sadia').post(`${address}/taking-in`)
  expect(await namesIn(address)).toEqual(['Reading in spring, Minutes at home', 'Reading in spring, Minutes in class'])
})

test('a name that is typed beside a column of names is kept with them', async () => {
  const address = await preview([
    'School,Date,Measure,Value,Number of pupils',
    'Weir Lane Primary,5/3/2026,Spelling,12,24',
    'Weir Lane Primary,5/3/2026,Phonics,14,24',
  ])
  await world.as('sadia').post(address, typed(['school', 'date', 'measure', 'value', 'pupils'], 'Spring test'))
  await world.as('sadia').post(`${address}/taking-in`)
  expect(await namesIn(address)).toEqual(['Spring test, Phonics', 'Spring test, Spelling'])
})

test('what is typed and not read again yet is read before anything is taken in', async () => {
  const address = await preview(two)
  const page = await world.as('sadia').get(address)
  expect(page.text).toMatch(/<button[^>]*formaction="[^"]*\/taking-in"/)
  const form = typed(twoNumbers, 'Reading in autumn')
  const first = await world.as('sadia').post(`${address}/taking-in`, form)
  expect(first.get('location')).toContain(address)
  expect(await namesIn(address)).toEqual([])
  const again = await world.as('sadia').get(address)
  expect(again.text).toContain('Reading in autumn, Minutes at home')
  expect(again.text).toContain('value="Reading in autumn"')
  await world.as('sadia').post(`${address}/taking-in`, form)
  expect(await namesIn(address)).toHaveLength(2)
})
