import { expect, test } from 'vitest'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'
import { log, pieceRow, real } from './real-files.js'

const world = newWorld()

test('an empty group says what will be here, and offers the first step to those who can take it', async () => {
  const page = await world.as('sadia').get('/groups/reading/evidence')
  expect(page.text).toContain('Log the first piece')
  const reader = await world.as('nia').get('/groups/reading/evidence')
  expect(reader.text).toContain('No evidence is shared with you here')
  expect(reader.text).not.toContain('Log the first piece')
})

test('pieces stand as pictures and words, and can be found by each of their facts', async () => {
  await log(world.as('sadia'), { whatWeSaw: 'Slips on the wall', audience: 'group', gatheredOn: '2026-10-01' }, [
    real.photo,
  ])
  const ages = { whatWeSaw: '50% more = a lot', kind: 'assessment-data', stage: 'context', audience: 'group' }
  const id = await log(world.as('sam'), { ...ages, schools: 'weir', gatheredOn: '2026-11-03' })
  const find = async (query: string) => (await world.as('huw').get(`/groups/reading/evidence?${query}`)).text
  const slips = 'Slips on the wall'
  const more = '50% more = a lot'
  expect(await find('')).toContain('/thumbnail/')
  for (const query of [
    'words=slips+wall',
    'kind=photograph',
    'school=st-davids',
    'stage=evidence',
    'who=sadia',
    'to=2026-10-31',
  ])
    expect([query, (await find(query)).includes(slips), (await find(query)).includes(more)]).toEqual([
      query,
      true,
      false,
    ])
  for (const query of [
    'words=50%25',
    'kind=assessment-data',
    'school=weir',
    'stage=context',
    'who=sam',
    'from=2026-11-01',
  ])
    expect([query, (await find(query)).includes(slips), (await find(query)).includes(more)]).toEqual([
      query,
      false,
      true,
    ])
  expect(await find(`words=E${(await pieceRow(world, id)).number}`)).toContain(more)
  expect(await find('words=_')).toContain('Nothing like this')
  for (const odd of ['kind=rumour&stage=x&from=never', 'words=a&words=b', "words='%22--"])
    expect((await world.as('huw').get(`/groups/reading/evidence?${odd}`)).status).toBe(200)
})

test('a page beyond the last leads to the last, with what was looked for kept', async () => {
  const led = await world.as('huw').get('/groups/reading/evidence?who=nobody&page=99999999999999999999')
  expect([led.status, led.headers.location]).toEqual([302, '/groups/reading/evidence?who=nobody&page=1'])
})

test('the same list downloads as a table that no spreadsheet runs', async () => {
  await log(world.as('sam'), { title: '=HYPERLINK("http://evil")', audience: 'group' })
  const csv = await world.as('huw').get('/groups/reading/evidence.csv?who=sam')
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.text).toContain(`"'=HYPERLINK(""http://evil"")"`)
  expect(csv.text).not.toContain('Slips on the wall')
})

test('five thousand pieces are listed, searched, paged and downloaded', async () => {
  const one = await pieceRow(world, await log(world.as('gwen'), { audience: 'group' }, [], 'talk'))
  const many = Array.from({ length: 5000 }, (_, place) => ({
    ...one,
    id: `many-${place}`,
    number: place + 2,
    capture: null,
    countedIn: null,
    title: `Piece ${place}`,
    whatWeSaw: `What the children said on day ${place}. `.repeat(6),
    gatheredOn: `2026-0${1 + (place % 9)}-1${place % 10}`,
  }))
  for (let from = 0; from < many.length; from += 500)
    await world.db
      .insertInto('evidence')
      .values(many.slice(from, from + 500))
      .execute()
  const schools = many.map(piece => ({ evidenceId: piece.id, schoolId: 'bryn' }))
  for (let from = 0; from < schools.length; from += 5000)
    await world.db
      .insertInto('evidenceSchools')
      .values(schools.slice(from, from + 5000))
      .execute()
  await renewAll(world.db)
  const read = async (address: string) => (await world.as('bilal').get(address).expect(200)).text
  expect(await read('/groups/talk/evidence')).toContain('5,001 pieces')
  expect(await read('/groups/talk/evidence?page=200')).toContain('Piece ')
  expect(await read('/groups/talk/evidence?words=day+4999&school=bryn')).toContain('Piece 4999')
  expect((await read('/groups/talk/evidence.csv')).split('\r\n').length).toBeGreaterThan(5000)
})

test('the stage page and the group’s page show the newest pieces, with counts by kind and by school', async () => {
  const stage = await world.as('huw').get('/groups/reading/stages/evidence')
  expect(stage.status).toBe(200)
  expect(stage.text).toContain('Slips on the wall')
  expect(stage.text).toContain('photograph 1')
  expect((await world.as('huw').get('/groups/reading')).text).toContain('The newest evidence')
})

test('a person sees evidence as a wall, or as the dense list that they chose, whatever group they are in', async () => {
  const huw = world.as('huw')
  expect((await huw.get('/groups/reading/evidence')).text).toContain('<ul class="evidence-grid">')
  const chosen = await huw.post('/groups/reading/evidence/shown-as?kind=photograph', { as: 'list' })
  expect([chosen.status, chosen.headers.location]).toEqual([303, '/groups/reading/evidence?kind=photograph'])
  const list = (await huw.get('/groups/reading/evidence')).text
  expect(list).toContain('<ul class="evidence-lines">')
  expect(list).toContain('Slips on the wall')
  expect((await world.as('sam').get('/groups/reading/evidence')).text).toContain('<ul class="evidence-grid">')
  await huw.post('/groups/reading/evidence/shown-as', { as: 'wall' })
  expect((await huw.get('/groups/reading/evidence')).text).toContain('<ul class="evidence-grid">')
  expect((await huw.post('/groups/reading/evidence/shown-as', { as: 'cinema' })).status).toBe(422)
})
