import { describe, expect, test } from 'vitest'
import { type Browser, newWorld } from '../world.js'

const world = newWorld()
const heading =
  'URN,LA (name),EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),NumberOfPupils,Town,Postcode,Ofsted'

const takeIn = (person: Browser, csv: string, encoding: BufferEncoding = 'latin1') =>
  person.send('/establishments').attach('file', Buffer.from(csv, encoding), 'edubase.csv')

test('the government’s list comes in with its Windows-1252 letters and is searched without accents', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, n) => `${200000 + n},Powys,"School, number ${n}",Open,Primary,${n % 400},Llanfair,ZZ1 ${n},x`,
  )
  const nia = world.as('nia')
  const sent = await takeIn(
    nia,
    [
      heading,
      ...rows,
      '300001,Gwynedd,Ysgol Llanbêr,Open,Primary,84,Llanbêr,ZZ5 1AA,x',
      '300003,Gwynedd,St Non\x92s School \x96 Junior,Open,Primary,84,Bala,ZZ5 1AA,x',
      '300002,Gwynedd,Old School,Closed,Primary,,Bala,ZZ5,x',
    ].join('\r\n'),
  )
  expect((await nia.get(sent.get('location')!)).text).toContain('3,002 schools read')

  const found = await world.as('nia').get('/networks/hafren/schools/new').query({ find: 'llanber' })
  expect(found.text).toContain('Ysgol Llanbêr')
  expect((await world.as('nia').get('/networks/hafren/schools/new').query({ find: "st non's" })).text).toContain(
    'St Non’s School – Junior',
  )
  expect((await world.as('nia').get('/networks/hafren/schools/new').query({ find: 'old school bala' })).text).toContain(
    'No school found',
  )
})

test('a picked school joins the network, and taking the list in again updates it', async () => {
  await world.as('nia').post('/networks/hafren/schools/picked', { urns: '300001' }).expect(303)
  expect((await world.as('sam').get('/networks/hafren/schools')).text).toContain('Ysgol Llanbêr')

  await takeIn(world.as('nia'), `${heading}\n300001,Gwynedd,Ysgol Gymunedol Llanbêr,Open,Primary,91,Llanbêr,ZZ5 1AA,x`)
  const school = await world.db.selectFrom('schools').selectAll().where('urn', '=', '300001').executeTakeFirstOrThrow()
  expect(school).toMatchObject({ name: 'Ysgol Gymunedol Llanbêr', roll: 91 })
})

test('a line that cannot be read stays out alone, and is named; the others come in', async () => {
  const nia = world.as('nia')
  const sent = await takeIn(
    nia,
    `${heading}\n410001,Powys,First Good,Open,Primary,10,A,B,x\n410002,Powys,Bad,Open,Primary,lots,A,B,x\n410003,Powys,Second Good,Open,Primary,11,A,B,x`,
  )
  expect(sent.status).toBe(303)
  const page = await nia.get('/establishments')
  expect(page.text).toContain('2 schools read')
  expect(page.text).toContain(
    '1 line was left out. Line 3: NumberOfPupils must be a number or empty, but it is “lots”.',
  )
  const urns = await world.db
    .selectFrom('establishments')
    .select('urn')
    .where('urn', 'like', '41000%')
    .orderBy('urn')
    .execute()
  expect(urns.map(one => one.urn)).toEqual(['410001', '410003'])
})

test.each([
  ['UTF-8 without its mark', (words: string) => Buffer.from(words)],
  ['UTF-8 with its mark', (words: string) => Buffer.from(`\ufeff${words}`)],
  ['UTF-16', (words: string) => Buffer.from(`\ufeff${words}`, 'utf16le')],
  ['Windows-1252', (words: string) => Buffer.from(words.replace('’', '\x92'), 'latin1')],
])('a list in %s keeps its letters', async (_how, bytes) => {
  const row = '420001,Powys,St Mary’s Llanbêr,Open,Primary,10,A,B,x'
  await world
    .as('nia')
    .send('/establishments')
    .attach('file', bytes(`${heading}\n${row}`), 'edubase.csv')
    .expect(303)
  const kept = await world.db.selectFrom('establishments').select('name').where('urn', '=', '420001').executeTakeFirst()
  expect(kept!.name).toBe('St Mary’s Llanbêr')
})

test('a quotation mark that nothing closes is named where it was opened, in each kind of list', async () => {
  const extract = [
    heading,
    ...Array.from({ length: 6 }, (_, at) => `43000${at},Powys,${at === 0 ? '"' : ''}Name ${at},Open,Primary,1,A,B,x`),
  ]
  expect((await takeIn(world.as('nia'), extract.join('\n'))).text).toContain('Line 2:')
  const later = [...extract.slice(0, 2), '430008,Powys,"Closed, well",Open,Primary,1,A,B,x', ...extract.slice(2)]
  expect((await takeIn(world.as('nia'), later.join('\n'))).text).toContain('Line 2:')
  const pasted = 'name,town\n"Coed,Bala\nBryn,Bala\nGlan,Bala\nAfon,Bala'
  const seen = await world.as('nia').post('/networks/hafren/schools/many', { rows: pasted })
  expect(seen.text).toMatch(/Line 2[\s\S]{0,200}quotation mark is opened here/)
})

test('a list of schools is understood with the words of other programs, and one phase is not two for a small letter', async () => {
  const rows = 'Establishment name\tPhase\tNumber of pupils\nYsgol Heol Ddŵr\tprimary\t61'
  await world.as('nia').post('/networks/hafren/schools/many', { rows, confirmed: 'yes' }).expect(303)
  const school = await world.db.selectFrom('schools').selectAll().where('name', '=', 'Ysgol Heol Ddŵr').execute()
  expect(school).toMatchObject([{ phase: 'Primary', roll: 61 }])
})

test('a bad file says what is wrong and at which line, and changes nothing', async () => {
  const before = await world.db.selectFrom('establishments').select('urn').execute()
  const noRoll = await takeIn(world.as('nia'), `${heading}\n\n400002,Powys,Bad,Open,Primary,lots,A,B,x`)
  expect(noRoll.status).toBe(422)
  expect(noRoll.text).toMatch(/Line 3:.*NumberOfPupils must be a number/)

  expect((await takeIn(world.as('nia'), 'a,b,c\n1,2,3')).text).toMatch(/Line 1:.*Missing: URN, EstablishmentName/)
  expect((await takeIn(world.as('nia'), `${heading}\n400001,Powys,"Never closed,Open`)).text).toContain(
    'quotation mark',
  )
  expect((await takeIn(world.as('nia'), 'PK\x03\x04\x00\x00zip')).text).toContain('not a text file')
  expect((await takeIn(world.as('nia'), '')).status).toBe(422)
  expect((await world.as('nia').send('/establishments').field('x', 'y')).text).toContain('Choose the CSV file first')
  expect(await world.db.selectFrom('establishments').select('urn').execute()).toHaveLength(before.length)
})

test('a school is added by hand, with the reason beside what needs mending', async () => {
  const bad = await world.as('nia').post('/networks/hafren/schools', {
    name: '',
    phase: 'Primary',
    roll: 'many',
    town: 'Bala',
    postcode: '',
    localAuthority: '',
    safeguardingContact: '',
  })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Give the school’s name')
  expect(bad.text).toContain('value="Bala"')

  const added = await world.as('nia').post('/networks/hafren/schools', {
    name: 'Ysgol Fach',
    phase: '',
    roll: '12',
    town: '',
    postcode: '',
    localAuthority: '',
    safeguardingContact: 'The head',
  })
  expect(added.status).toBe(303)
  expect((await world.as('nia').get('/networks/hafren/schools.csv')).text).toContain('Ysgol Fach')
})

test('a school that leaves is no longer listed, keeps its place in the records, and can come back', async () => {
  await world.as('nia').post('/networks/hafren/schools/river/leaving').expect(303)
  expect((await world.as('sam').get('/networks/hafren/schools.csv')).text).not.toContain('River Road')
  await world.as('nia').post('/networks/hafren/schools/river/leaving').expect(303)
  expect((await world.as('sam').get('/networks/hafren/schools.csv')).text).toContain('River Road')
})

test('a teacher reads the schools and does not change them; another network’s people find nothing', async () => {
  expect((await world.as('sam').get('/networks/hafren/schools')).status).toBe(200)
  expect((await world.as('sam').post('/networks/hafren/schools/river/leaving')).status).toBe(403)
  expect((await world.as('sam').get('/establishments')).status).toBe(403)
  expect((await world.as('ruth').get('/networks/hafren/schools')).status).toBe(404)
  expect((await world.as('dilys').get('/networks/hafren/schools')).status).toBe(404)
  expect((await world.stranger.get('/networks/hafren/schools')).headers.location).toContain('/sign-in?next=')
})

describe('a list of schools', () => {
  const many = '/networks/harbour/schools/many'
  const ruth = world.as('ruth')
  const schools = () => world.db.selectFrom('schools').selectAll().where('networkId', '=', 'harbour').execute()

  test('is pasted as it stands in a spreadsheet, seen line by line, and taken in at one press', async () => {
    const rows =
      'School\tPhase\tRoll\tTown\tLanguage\nAshcombe Infants School\tInfant\t62\tAshcombe\tEnglish\nYsgol Nant\tPrimary\t1,041\tNant\tWelsh and English\n\tPrimary\t12\t\t\nLong Ford\tPrimary\tmany\t\t\nYsgol Nant\t\t\tNant\t'
    const before = await schools()
    const seen = await ruth.led(many, { rows })
    expect(seen.text).toContain('2 lines ready')
    expect(seen.text).toContain('Of a list of schools is kept: name, phase')
    expect(seen.text).toContain('Line 4')
    expect(seen.text).toContain('The name of the school is missing.')
    expect(seen.text).toContain('“many” is not a number of pupils')
    expect(seen.text).toContain('This school stands on line 3 already.')
    expect(seen.text).toContain('Long Ford\tPrimary\tmany')
    expect(await schools()).toEqual(before)

    const done = await ruth.led(many, { rows, confirmed: 'yes' })
    expect(done.text).toContain('2 schools added.')
    expect((await schools()).find(one => one.name === 'Ysgol Nant')).toMatchObject({
      ...{ phase: 'Primary', roll: 1041, town: 'Nant', language: 'Welsh and English' },
    })
    expect((await ruth.get('/networks/harbour/schools.csv')).text).toContain('Welsh and English')
  })

  test('needs no first line: one school on each line is enough', async () => {
    await ruth.post(many, { rows: 'Stow Hill Primary\nSt Bride’s, Junior', confirmed: 'yes' }).expect(303)
    expect((await schools()).map(one => one.name)).toEqual(expect.arrayContaining(['Stow Hill Primary', 'St Bride’s']))
  })

  test('a school that is here is known by its name, brought up to date, and never added twice', async () => {
    const rows = 'name,phase,roll,town\nAshcombe,,64,\nashcombe infants school,,65,'
    const seen = await ruth.led(many, { rows })
    expect(seen.text).toContain('It is Ashcombe Infants School, which is here')
    expect(seen.text).toContain('number of pupils 62 → 64')
    const line = /name="same" value="(\d+)"/.exec(seen.text)![1]!
    await ruth.post(many, { rows, confirmed: 'yes', same: [line] }).expect(303)
    const named = (await schools()).filter(one => one.name.startsWith('Ashcombe'))
    expect(named).toHaveLength(1)
    expect(named[0]).toMatchObject({ roll: 64, phase: 'Infant', town: 'Ashcombe' })

    await ruth.post(many, { rows: 'Ashcombe', confirmed: 'yes' }).expect(303)
    expect((await schools()).filter(one => one.name.startsWith('Ashcombe'))).toHaveLength(2)
  })

  test('a school that had left comes back', async () => {
    const nant = (await schools()).find(one => one.name === 'Ysgol Nant')!
    await ruth.post(`/networks/harbour/schools/${nant.id}/leaving`).expect(303)
    expect((await ruth.led(many, { rows: 'ysgol nant,,12' })).text).toContain('Comes back')
    expect((await ruth.led(many, { rows: 'ysgol nant,,12', confirmed: 'yes' })).text).toContain('1 school is back')
    expect((await schools()).find(one => one.name === 'Ysgol Nant')).toMatchObject({ leftAt: null, roll: 12 })
  })

  test('what the line leaves open comes from the government’s list, where it names one school', async () => {
    await world.as('ruth').post(many, { rows: 'name,language\nYsgol Gymunedol Llanbêr,Welsh', confirmed: 'yes' })
    expect((await schools()).find(one => one.urn === '300001')).toMatchObject({ roll: 91, language: 'Welsh' })
  })

  test('an empty list, or one that cannot be read, says so and keeps the words', async () => {
    const empty = await ruth.post(many, { rows: '  ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('There is nothing to read yet')
    expect(empty.text).toContain('href="#f-rows"')
    expect(empty.text).not.toContain('Line 1')
    const open = await ruth.post(many, { rows: 'name,town\n"Never closed,Nant' })
    expect(open.text).toContain('A quotation mark is opened here and not closed.')
    expect(open.text).toContain('Never closed,Nant')
  })

  test('only who leads the network brings schools in', async () => {
    expect((await world.as('marek').get(many)).status).toBe(403)
    expect((await world.as('sam').get(many)).status).toBe(404)
  })
})
