import { expect, test } from 'vitest'
import { namesNoticed } from '../../src/keys/noticing.js'
import { firstNames } from '../../src/keys/noticing/first-names.js'
import { log, pieceRow } from '../evidence/real-files.js'
import { confirmedBy } from '../people/second-person.js'
import { publicationCheck } from '../write-ups/publication-check.js'
import { newWorld } from '../world.js'
import { sqliteOf, testOfSqlite } from '../sqlite-of.js'
import type { House } from '../../src/house.js'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KeyStore } from '../../src/keys/store.js'

const world = newWorld()
const everybodyElse = ['huw', 'nia', 'imran', 'fiona', 'alex', 'dilys', 'mair', 'tomasz']
let key = ''
const passphrase = 'four quiet herons walk'
const opening = (because: string) => ({ because, passphrase })

test('a key is made by somebody in the group, and opened by them alone, for a reason that is kept', async () => {
  expect((await world.as('sadia').get('/groups/reading/keys')).text).toContain('Make the key of')
  expect((await world.as('nia').get('/groups/reading/keys')).status).toBe(404)
  expect((await world.as('nia').post('/groups/reading/keys', { passphrase })).status).toBe(404)
  expect((await world.as('sadia').post('/groups/reading/keys', { passphrase: 'password1234' })).status).toBe(422)
  key = (await world.as('sadia').post('/groups/reading/keys', { passphrase })).headers.location!
  expect((await world.as('sadia').post('/groups/reading/keys', { passphrase })).status).toBe(409)
  expect((await world.as('sadia').post(`${key}/pupils`, { name: 'Sioned Hughes' })).status).toBe(403)
  expect((await world.as('sadia').post(`${key}/openings`, { because: ' ', passphrase })).status).toBe(422)
  await world.as('sadia').post(`${key}/openings`, opening('To give codes to 4H')).expect(303)
  for (const [name, also] of [
    ['Sioned Hughes', 'Sunny'],
    ['Grace Okafor', ''],
    ['Mair Bowen', ''],
    ['Mair Puw', ''],
  ])
    await world.as('sadia').post(`${key}/pupils`, { name: name!, also: also!, year: 'Year 4', notes: '' }).expect(303)
  const page = await world.as('sadia').get(key)
  for (const words of ['P01', 'Sioned Hughes', 'To give codes to 4H']) expect(page.text).toContain(words)
  for (const person of everybodyElse) expect([person, (await world.as(person).get(key)).status]).toEqual([person, 404])
})

async function headOf(schoolId: string): Promise<string> {
  const row = await world.db
    .selectFrom('networkRoles')
    .select('personId')
    .where('schoolId', '=', schoolId)
    .where('role', '=', 'headteacher')
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.personId
}

testOfSqlite('the names stand nowhere in the main database, and in the file of keys only sealed', () => {
  expect(sqliteOf(world.house).serialize().includes('Okafor')).toBe(false)
  const file = sqliteOf(world.house.keys as unknown as House).serialize()
  expect(file.includes('Okafor')).toBe(false)
  expect(file.includes('okafor')).toBe(false)
})

test('it closes by itself, and when it is closed', async () => {
  await world.db.updateTable('keyOpenings').set({ lastSeenAt: '2026-01-01T00:00:00.000Z' }).execute()
  expect((await world.as('sadia').get(key)).text).not.toContain('Sioned')
  await world.as('sadia').post(`${key}/openings`, opening('Again'))
  expect((await world.as('sadia').get(key)).text).toContain('Sioned')
  await world.as('sadia').post(`${key}/closing`)
  expect((await world.as('sadia').get(key)).text).not.toContain('Sioned')
})

test('the school’s data lead opens it too, sees who opened it, and takes it over', async () => {
  const { schoolId } = await world.db.selectFrom('pupilKeys').select('schoolId').executeTakeFirstOrThrow()
  const naming = `/networks/hafren/schools/${schoolId}/data-leads`
  expect((await world.as(await headOf(schoolId)).post(naming, { person: 'joanna' })).status).toBe(422)
  await world.as('nia').post(naming, { person: 'joanna' }).expect(303)
  expect((await world.as('joanna').get(key)).status).toBe(404)
  await confirmedBy(world, 'sadia', 'joanna')
  expect((await world.as('joanna').get('/keys')).text).toContain(key)
  expect((await world.as('joanna').get(key)).text).toContain('To give codes to 4H')
  await world.as('joanna').post(`${key}/openings`, opening('A parent asked'))
  const [letter] = world.letters.splice(0).filter(one => one.subject.includes('key'))
  expect(letter?.to).toBe((await world.person('sadia')).email)
  expect((await world.as('joanna').get(key)).text).toContain('Sioned Hughes')
  expect((await world.as('sadia').post(`${key}/owner`, { passphrase })).status).toBe(403)
  await world
    .as('joanna')
    .post(`${key}/owner`, { current: passphrase, passphrase: 'seven loud plovers run' })
    .expect(303)
  expect((await world.as('sadia').get(key)).status).toBe(404)
  expect((await world.audited('key')).map(line => line.did)).toContain('opened a key to pupils’ codes')
})

test.each([
  ['Then Sioned Hughes read to us.', [['Sioned Hughes', 'P01']]],
  [
    'We heard sioned’s story, and Sunny laughed.',
    [
      ['sioned', 'P01'],
      ['Sunny', 'P01'],
    ],
  ],
  ['Rhoddwyd y llyfr i Fair Bowen.', [['Fair Bowen', 'P03']]],
  ['I asked Mair about it.', [['Mair', null]]],
  ['The others watched Grace. Grace and silence. With good grace they left.', [['Grace', 'P02']]],
  [
    'Later Zuzanna came, and Mohammed’s friend.',
    [
      ['Zuzanna', null],
      ['Mohammed', null],
    ],
  ],
  ['Sadia and Mrs Grace went to St David’s Church Primary in May.', []],
  ['Will they choose? Hope helps, and the rose was red.', []],
  ['In May and on 5 April, in June 2026 and by the Summer term, we met in Victoria Park.', []],
  ['The Art lesson, the Mark scheme, Willow class, What Will They Choose, AUTUMN.', []],
  [
    'We asked May, and then Mark and Hope and Will read. Yesterday Bill Rees came.',
    ['May', 'Mark', 'Hope', 'Will', 'Bill Rees'].map(name => [name, null]),
  ],
  ['Mrs Sara Owen read with Zuzanna Nowak on Charlotte Street.', [['Zuzanna Nowak', null]]],
  [
    'Sioned Rees is another Sioned.',
    [
      ['Sioned Rees', null],
      ['Sioned', 'P01'],
    ],
  ],
])('names are noticed, and words are let be: %s', async (text, wanted) => {
  const noticed = await noticedBy('joanna', text)
  expect(noticed.map(one => [one.words, one.code])).toEqual(wanted)
})

test('the list is long, and of many traditions', () => {
  expect(firstNames.size).toBeGreaterThan(1500)
})

test('a name in a piece is noticed after saving, never in the way of it, and gives way to the code in one press', async () => {
  const id = await log(world.as('sam'), { whatWeSaw: 'By the window Sioned Hughes read on.', audience: 'group' })
  const page = await world.as('sam').get(`/evidence/${id}`)
  expect(page.text).toContain('“Sioned Hughes” looks like a pupil’s name')
  expect(page.text).toContain('Write a pupil instead')
  expect(page.text).not.toContain('P01')
  const seen = await world.as('huw').get(`/evidence/${id}`)
  expect(seen.text).toContain('looks like a pupil’s name')
  expect(seen.text).not.toContain('P01')
  expect((await world.as('huw').post(`/evidence/${id}/names`, { words: 'Sioned Hughes' })).status).toBe(403)
  await world.as('sam').post(`/evidence/${id}/names`, { words: 'Sioned Hughes' }).expect(303)
  expect((await pieceRow(world, id)).whatWeSaw).toBe('By the window a pupil read on.')
})

test('a write-up that names a pupil of the key is stopped', async () => {
  await world.as('sadia').post('/groups/reading/write-up')
  const part = await world.db
    .selectFrom('writeUpParts')
    .selectAll()
    .where('part', '=', 'summary')
    .executeTakeFirstOrThrow()
  await world.db
    .updateTable('texts')
    .set({ body: 'It was Grace Okafor who began.' })
    .where('owner', '=', part.id)
    .execute()
  const page = await publicationCheck(world, 'sadia')
  expect(page.text).toContain('A pupil’s name stands in the text')
})

test('an erased key is gone with everybody in it', async () => {
  await world.as('joanna').post(`${key}/openings`, { because: 'It is over', passphrase: 'seven loud plovers run' })
  await world.as('joanna').post(`${key}/erasure`).expect(303)
  expect((await world.as('joanna').get(key)).status).toBe(404)
  expect((await noticedBy('joanna', 'Then Sioned Hughes read.')).some(one => one.inKey)).toBe(false)
})

async function noticedBy(person: string, text: string) {
  return namesNoticed(world.house, await world.person(person), { groupId: 'reading', networkId: 'hafren' }, text)
}

test('keys that are sealed under another secret are not opened, and a start says so', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'keys-')), 'some.keys.db')
  const own = await new KeyStore(file, 'the first secret').open()
  await own.make('key')
  await own.close()
  const other = new KeyStore(file, 'another secret')
  await expect(other.open()).rejects.toThrow('sealed under another secret')
  await other.close()
  await (await new KeyStore(file, 'the first secret').open()).close()
})
