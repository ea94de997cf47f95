import { expect, test } from 'vitest'
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

test('a bad file says what is wrong and at which line, and changes nothing', async () => {
  const before = await world.db.selectFrom('establishments').select('urn').execute()
  const noRoll = await takeIn(
    world.as('nia'),
    `${heading}\n400001,Powys,Good,Open,Primary,10,A,B,x\n400002,Powys,Bad,Open,Primary,lots,A,B,x`,
  )
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
