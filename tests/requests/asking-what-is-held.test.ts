import { expect, test } from 'vitest'
import { forgetOldReads, writeReads } from '../../src/facts/reads/noting.js'
import { finderOf } from '../../src/requests/looking/spots.js'
import { unzipped } from '../copies/reading-copies.js'
import { log, real } from '../evidence/real-files.js'
import { allWords, readBack } from '../pdf/reading.js'
import { newWorld } from '../world.js'
import { findingsOf, list, lookedThrough } from './looking.js'

const world = newWorld()
const binary = (address: string) =>
  world
    .as('joanna')
    .get(address)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => done(null, Buffer.concat(parts)))
    })

async function factsAbout(address: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('facts')
    .select('kind')
    .where('aboutId', '=', address.split('/').at(-1)!)
    .execute()
  return rows.map(row => row.kind)
}

test.each([
  ['Zofja Ćwik read aloud. zofja laughed', ['Zofja Ćwik', 'zofja']],
  ['ZOFJA CWIK and Zofja-Cwik’s mother', ['ZOFJA CWIK', 'Zofja-Cwik']],
  ['IMG_zofjacwik_2.jpg', ['zofjacwik']],
  ['Zofjana and Cwik are others', []],
  ['Rosie rose; a Rose', []],
])('in “%s” she is found where she is named', (text, found) => {
  const spots = finderOf({ names: ['Zofja Ćwik'], codes: [] })(text, null)
  expect(spots.map(({ startsAt, endsAt }) => text.slice(startsAt, endsAt))).toEqual(found)
})

test('an everyday word is a name with a capital only, and a code counts in its own group', () => {
  const finder = finderOf({ names: ['Mark'], codes: [{ groupId: 'reading', code: 'P07' }] })
  const found = (text: string, group: string | null) =>
    finder(text, group).map(one => text.slice(one.startsAt, one.endsAt))
  expect(found('Mark made a mark, said P7 (P07, P70)', 'reading')).toEqual(['Mark', 'P7', 'P07'])
  expect(found('P07 laughed', 'talk')).toEqual([])
})

test('a head opens a case about a pupil: the month counts, and what was written is sealed', async () => {
  const joanna = world.as('joanna')
  expect((await joanna.get(list)).text).toContain('No case is open')
  expect((await joanna.get(`${list}/new`)).text).toContain('Which school answers for it?')
  const lacking = await joanna.post(list, { kind: 'access', school: 'st-davids', about: 'pupil', words: 'All of it' })
  expect(lacking.status).toBe(422)
  expect(lacking.text).toContain('All of it')
  const address = await lookedThrough(world, { names: 'Quenby Longacre' })
  const page = await joanna.get(address)
  expect(page.text).toContain('To be answered by 3 December 2026')
  expect(page.text).toContain('Quenby Longacre')
  const row = await world.db.selectFrom('dataRequests').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain('Quenby')
  await joanna.post(`${address}/extension`, { because: 'Three schools hold something' }).expect(303)
  expect((await joanna.get(address)).text).toContain('To be answered by 3 February 2027')
})

test('a network leader knows that there is a case and no word of it; for others it does not exist', async () => {
  const address = await lookedThrough(world, { names: 'Quenby Longacre' })
  const page = await world.as('nia').get(address)
  expect(page.status).toBe(200)
  expect(page.text).toContain('nothing else')
  expect(page.text).not.toContain('Quenby')
  expect((await world.as('nia').get(`${address}/findings`)).status).toBe(403)
  expect((await world.as('nia').post(`${address}/looking`, { names: 'x', masks: '' })).status).toBe(403)
  // The head of another school; whoever leads the group; whoever works in the same school; the administrator.
  for (const person of ['imran', 'sadia', 'sam', 'alex', 'dilys', 'ruth'])
    expect([person, (await world.as(person).get(address)).status]).toEqual([person, 404])
  expect((await world.as('sam').get(list)).status).toBe(404)
})

test('everything about a pupil is found, the names of others are masked, and a readable pack goes out', async () => {
  const words = 'Quenby Longacre read to Tilly, and P12 listened. Sam O’Neill wrote it down.'
  const piece = await log(world.as('sadia'), { whatWeSaw: words, audience: 'group' }, [real.photo])
  await world.as('sam').post(`/evidence/${piece}/comments`, { comment: 'Quenby again' })
  await log(world.as('sadia'), { whatWeSaw: 'Nobody of that name', audience: 'group' })
  const address = await lookedThrough(world, { names: 'Quenby Longacre' })
  const joanna = world.as('joanna')

  const found = await findingsOf(world.db, address)
  expect(found.map(one => one.place)).toEqual(expect.arrayContaining(['evidence', 'readable_texts', 'files']))
  expect(JSON.stringify(found)).not.toContain('Quenby')
  const page = await joanna.get(`${address}/findings`)
  expect(page.text).toContain('Quenby Longacre read to another pupil')
  expect(page.text).not.toContain('Tilly')
  expect(page.text).not.toContain('P12')

  const file = found.find(one => one.how === 'file')!
  const text = found.find(one => one.place === 'readable_texts')!
  await joanna
    .post(`${address}/findings`, {
      [`going-${file.id}`]: 'as it is',
      [`going-${text.id}`]: 'left out',
      [`because-${text.id}`]: 'The same words stand above',
    })
    .expect(303)
  expect((await joanna.post(`${address}/pack`)).status).toBe(409)
  await joanna.post(`${address}/identity`, { identity: 'Known to the office' }).expect(303)
  await joanna.post(`${address}/pack`).expect(303)
  const pack = await binary(`${address}/pack.zip`)
  expect(pack.status).toBe(200)
  const files = await unzipped(pack.body as Buffer)
  expect([...files.keys()]).toEqual(['What we hold.pdf', 'files/1.jpg'])
  const letter = allWords(await readBack(files.get('What we hold.pdf')!)).replace(/\s+/g, ' ')
  expect(letter).toContain('What we hold about Quenby Longacre')
  expect(letter).toContain('read to another pupil')
  expect(letter).toContain('The same words stand above')
  expect(letter).toContain('a colleague wrote it down')
  expect(letter).not.toMatch(/Tilly|O’Neill|P12/)

  expect(await factsAbout(address)).toContain('data pack fetched')
  expect((await world.as('nia').get(`${address}/pack.zip`)).status).toBe(403)
  await world.db.updateTable('dataRequests').set({ packedAt: '2026-10-01T09:00:00.000Z' }).execute()
  expect((await joanna.get(`${address}/pack.zip`)).status).toBe(403)
})

test('a code finds a pupil in its own group; who it is stays in the key for whoever has not opened it', async () => {
  const sadia = world.as('sadia')
  const passphrase = 'four quiet herons walk'
  await sadia.post('/groups/reading/keys', { passphrase }).expect(303)
  const { id } = await world.db.selectFrom('pupilKeys').select('id').executeTakeFirstOrThrow()
  await sadia.post(`/keys/${id}/openings`, { because: 'To give a code', passphrase }).expect(303)
  await sadia.post(`/keys/${id}/pupils`, { name: 'Wilhelmina Orchardson' }).expect(303)
  const piece = await log(sadia, { whatWeSaw: 'P01 chose a comic', audience: 'group' })

  const asked = {
    ...{ kind: 'access', school: 'st-davids', about: 'pupil', names: '', askedBy: 'Her father' },
    ...{ words: 'All of it', receivedOn: '2026-11-03' },
  }
  const unknown = await world.as('joanna').post(list, { ...asked, codes: 'P77' })
  expect([unknown.status, unknown.text.includes('No key of this school holds this code')]).toEqual([422, true])
  const opened = await world
    .as('joanna')
    .post(list, { ...asked, codes: 'p1' })
    .expect(303)
  const address = opened.get('location')!
  await world.as('joanna').post(`${address}/looking`, { names: '', masks: '' }).expect(303)
  await world.following.settled()
  const found = await findingsOf(world.db, address)
  expect(found.filter(one => one.how === 'code').map(one => one.evidenceId)).toContain(piece)
  const page = await world.as('joanna').get(`${address}/findings`)
  expect(page.text).toContain('P01 chose a comic')
  expect(page.text).not.toContain('Wilhelmina')
})

test('for an adult the account, what they did and what is said of them is found', async () => {
  const opened = await world.as('joanna').post(list, {
    ...{ kind: 'access', school: 'st-davids', about: 'adult', person: 'sadia', askedBy: 'Sadia herself' },
    ...{ words: 'What is kept about me', receivedOn: '2026-11-03' },
  })
  const address = opened.get('location')!
  await world.as('joanna').post(`${address}/looking`, { names: '', masks: '' }).expect(303)
  await world.following.settled()
  const places = new Set((await findingsOf(world.db, address)).map(one => one.place))
  expect([...places]).toEqual(
    expect.arrayContaining(['people', 'sessions', 'network_roles', 'group_people', 'evidence']),
  )
  // Of another network nothing is looked at.
  const others = await world.db.selectFrom('groups').select('id').where('networkId', '<>', 'hafren').execute()
  const keys = (await findingsOf(world.db, address)).map(one => one.rowKey).join()
  for (const { id } of others) expect(keys).not.toContain(`"${id}"`)
})

test('a letter tells those who answer for the data, and names nobody', async () => {
  world.letters.length = 0
  await world
    .as('nia')
    .post(`${list}/new-breach`, { words: 'A list of Quenby’s class lay in a café', awareOn: '2026-11-30' })
  await world.posted()
  const address = await lookedThrough(world, { kind: 'erasure', names: 'Quenby Longacre' })
  const [file] = (await findingsOf(world.db, address)).filter(one => one.how === 'file')
  if (file) await world.as('joanna').post(`${address}/findings`, { [`erasing-${file.id}`]: 'leave' })
  await world.as('joanna').post(`${address}/identity`, { identity: 'Known to the office' }).expect(303)
  await world.as('joanna').post(`${address}/erasure`, { understood: 'yes' }).expect(303)
  await world.posted()
  const asked = world.letters.filter(one => one.text.includes(`${address}/erasure`))
  expect(asked.length).toBeGreaterThan(0)
  expect(world.letters.map(one => one.subject + one.text).join()).not.toMatch(/Quenby|Longacre/)
  expect((await world.as('nia').get('/')).text).toContain('asks you to confirm that a pupil is erased')
  expect((await world.as('sam').get('/')).text).not.toContain('asks you to confirm')
})

test('a parent complains without an account, a few times an hour, and it is acknowledged in its time', async () => {
  const form = await world.stranger.get('/complaints/hafren')
  expect(form.status).toBe(200)
  expect(form.text).toContain('worried about a child’s safety')
  expect((await world.stranger.get('/complaints')).text).toContain('/complaints/hafren')
  const said = {
    askedBy: 'Mrs Longacre',
    contact: '01234 567890',
    words: 'A picture hangs in the hall',
    school: 'st-davids',
  }
  const short = await world.stranger.post('/complaints/hafren', { ...said, contact: '', website: '' })
  expect(short.status).toBe(422)
  expect(short.text).toContain('A picture hangs in the hall')
  const sent = await world.stranger.post('/complaints/hafren', { ...said, website: '' })
  expect(sent.get('location')).toBe('/complaints/hafren/received')
  expect((await world.stranger.get('/complaints/hafren/received')).text).toContain('Your complaint is here')
  // What a program fills in is thanked for, and kept nowhere.
  await world.stranger.post('/complaints/hafren', { ...said, website: 'https://spam.example' }).expect(303)
  const rows = await world.db.selectFrom('dataRequests').selectAll().where('kind', '=', 'complaint').execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('Longacre')
  for (let more = 0; more < 3; more++)
    await world.stranger.post('/complaints/hafren', { ...said, website: '' }).expect(303)
  expect((await world.stranger.post('/complaints/hafren', { ...said, website: '' })).status).toBe(429)

  const address = `${list}/${rows[0]!.id}`
  for (const person of ['joanna', 'nia'])
    expect((await world.as(person).get(address)).text).toContain('A picture hangs in the hall')
  expect((await world.as('imran').get(address)).status).toBe(404)
  await world.as('joanna').post(`${address}/acknowledgement`).expect(303)
  await world.as('joanna').post(`${address}/notes`, { noted: 'Telephoned her' }).expect(303)
  await world.as('joanna').post(`${address}/closing`, { outcome: 'The picture is taken down' }).expect(303)
  const page = await world.as('joanna').get(address)
  expect(page.text).toContain('Telephoned her')
  expect(page.text).toContain('The picture is taken down')
  expect((await world.as('joanna').post(`${address}/notes`, { noted: 'Late' })).status).toBe(409)
})

test('a breach counts its hours, and tells who opened or fetched a piece with pupils since', async () => {
  const piece = await log(world.as('sadia'), { whatWeSaw: 'Two by the window', audience: 'group' }, [real.photo])
  const hidden = await log(world.as('sadia'), { whatWeSaw: 'An empty room', audience: 'group' })
  await world
    .as('sadia')
    .post(`/evidence/${hidden}/consent`, {
      who: 'no one',
      audience: 'public',
      givenBy: '',
      givenOn: '2026-11-02',
      wording: '',
    })
    .expect(303)
  await world.as('sam').get(`/evidence/${piece}`)
  await world.as('sam').get(`/evidence/${piece}`)
  await world.as('sam').get(`/evidence/${hidden}`)
  await writeReads(world.db)
  const noted = await world.db.selectFrom('sensitiveReads').selectAll().where('personId', '=', 'sam').execute()
  expect(noted.map(one => [one.aboutKind, one.aboutId, one.times])).toContainEqual(['piece', piece, 2])
  expect(noted.map(one => one.aboutId)).not.toContain(hidden)

  const opened = await world
    .as('nia')
    .post(`${list}/new-breach`, { words: 'A telephone was lost', awareOn: '2026-11-30' })
  const address = opened.get('location')!
  expect((await world.as('nia').get(address)).text).toMatch(/The 72 hours end/)
  const ofNoSchool = await world.as('joanna').post(`${list}/new-breach`, { words: 'A letter', awareOn: '2026-11-30' })
  expect([ofNoSchool.status, ofNoSchool.text.includes('Choose the school whose data they are')]).toEqual([422, true])
  const told = {
    words: 'A telephone',
    whose: 'Two pupils',
    risk: 'Small',
    office: 'no',
    officeBecause: 'Locked and wiped',
  }
  await world
    .as('nia')
    .post(`${address}/breach`, { ...told, people: 'no', peopleBecause: 'No high risk' })
    .expect(303)
  expect((await world.as('nia').get(address)).text).toContain('No. Locked and wiped')
  const who = await world.as('nia').get(`${address}/who-read?of=/evidence/${piece}`)
  expect(who.text).toContain('<strong>Sam O’Neill</strong> opened the piece, 2 times')
  expect((await world.as('nia').get(`${address}/who-read?of=nowhere`)).status).toBe(422)
  expect((await world.as('imran').get(`${address}/who-read?of=/evidence/${piece}`)).status).toBe(404)
  expect(await factsAbout(address)).toContain('reads looked up')

  await world.db.updateTable('sensitiveReads').set({ onDay: '2025-01-01' }).where('aboutId', '=', piece).execute()
  await forgetOldReads(world.db)
  expect(await world.db.selectFrom('sensitiveReads').selectAll().where('aboutId', '=', piece).execute()).toEqual([])
})
