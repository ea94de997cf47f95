import { describe, expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { allProjectsIn } from '../../src/projects/listing.js'
import { findNetwork } from '../../src/networks/networks.js'
import { projectDates } from '../../src/projects/year/dates.js'
import { projectMoves } from '../../src/projects/year/moves.js'
import { projectNews } from '../../src/projects/year/news.js'
import { projectsInReport } from '../../src/projects/year/report.js'
import { newWorld } from '../world.js'

const world = newWorld()
const all = '/networks/hafren/projects'
const words = {
  title: 'Reading in the corridor',
  whatFor: 'Books where children wait.',
  whoFor: 'anybody with a corridor',
  startsOn: '2026-11-02',
  endsOn: '2027-03-26',
  theme: 'language',
  link: '',
}

async function proposed(title: string, by = 'sam'): Promise<string> {
  const answer = await world
    .as(by)
    .post(all, { ...words, title })
    .expect(303)
  return answer.get('location')!
}

const span = { from: '2026-01-01T00:00:00.000Z', until: '2028-01-01T00:00:00.000Z' }

describe('a project', () => {
  test('is proposed by anybody who works in the network, and read by all of them', async () => {
    const address = await proposed('Corridors')
    for (const person of ['nia', 'gwen', 'imran'])
      expect((await world.as(person).get(address)).text).toContain('Books where children wait.')
    expect((await world.as('gwen').get(all)).text).toContain('Corridors')
  })

  test('comes back with every word kept, and says what to mend', async () => {
    const page = await world.as('sam').post(all, { ...words, title: '', endsOn: '2026-10-01' })
    expect(page.status).toBe(422)
    for (const said of ['Give the project a name', 'It must end after it began', 'anybody with a corridor'])
      expect(page.text).toContain(said)
    const odd = await world.as('sam').post(all, { ...words, link: 'javascript:alert(1)' })
    expect(odd.text).toContain('Enter a web address')
  })

  test('does not exist for a governor, a facilitator, an administrator or another network', async () => {
    const address = await proposed('Not for others')
    for (const person of ['dilys', 'fiona', 'alex', 'ruth']) {
      expect((await world.as(person).get(address)).status).toBe(404)
      expect((await world.as(person).post(`${address}/members`, { as: 'colleague' })).status).toBe(404)
    }
    expect((await world.as('dilys').get(all)).text).not.toContain('Not for others')
    expect((await world.as('dilys').get('/networks/hafren/projects.csv')).text).not.toContain('Not for others')
  })

  test('says who joined and when as a list, also of those who have left, and for the whole network', async () => {
    const address = await proposed('Who joined')
    const member = await world.as('gwen').post(`${address}/members`, { as: 'colleague', school: 'rookery' })
    expect(member.status).toBe(303)
    await world.as('imran').post(`${address}/members`, { as: 'school', school: 'weir' }).expect(303)
    const page = (await world.as('huw').get(`${address}/people`)).text
    expect(page).toMatch(/Weir Lane Primary[\s\S]*?a school/)
    const one = (await world.as('huw').get(`${address}/people.csv`)).text
    expect(one).toContain('"Who joined","Weir Lane Primary","a school","Weir Lane Primary"')
    const all_ = (await world.as('huw').get(`${all}/who-joined.csv`)).text
    for (const name of ['Weir Lane Primary', 'a colleague']) expect(all_).toContain(name)
    for (const person of ['dilys', 'ruth']) {
      expect((await world.as(person).get(`${address}/people.csv`)).status).toBe(404)
      expect((await world.as(person).get(`${all}/who-joined.csv`)).text).not.toContain('Weir Lane')
    }
  })

  test('is begun, described and handed on by its contact or a network leader alone', async () => {
    const address = await proposed('Handed on')
    for (const [path, fields] of [
      ['/beginning', {}],
      ['/joining', { joining: 'full' }],
      ['', words],
    ] as const)
      expect((await world.as('gwen').post(address + path, fields)).status).toBe(403)
    await world.as('sam').post(`${address}/beginning`).expect(303)
    await world.as('sam').post(`${address}/beginning`).expect(409)
    await world
      .as('sam')
      .post(address, { ...words, contact: 'gwen' })
      .expect(303)
    await world.as('sam').post(address, words).expect(403)
    await world.as('gwen').post(`${address}/joining`, { joining: 'full' }).expect(303)
    await world.as('kasia').post(`${address}/members`, { as: 'colleague' }).expect(403)
  })
})

describe('joining', () => {
  test('a colleague joins themselves, a head joins the school, and nobody joins for somebody else', async () => {
    const address = await proposed('Open to all')
    await world.as('kasia').post(`${address}/members`, { as: 'colleague', school: 'upper-marsh' }).expect(303)
    await world.as('kasia').post(`${address}/members`, { as: 'colleague' }).expect(403)
    await world.as('imran').post(`${address}/members`, { as: 'school', school: 'weir' }).expect(303)
    expect((await world.as('imran').post(`${address}/members`, { as: 'school', school: 'bryn' })).status).toBe(403)
    expect((await world.as('sam').post(`${address}/members`, { as: 'school', school: 'coed' })).status).toBe(403)
    const { text } = await world.as('gwen').get('/networks/hafren')
    expect(text).toContain('Which school is in what')
    expect(text.indexOf('<dt>Upper Marsh')).toBeLessThan(text.indexOf('<dt>Weir Lane'))
  })

  test('a network leader notes a school with its word, and leaves a trace of it', async () => {
    const address = await proposed('Noted')
    const page = await world.as('nia').post(`${address}/schools`, { school: 'coed', word: '' })
    expect(page.status).toBe(422)
    await world.as('nia').post(`${address}/schools`, { school: 'coed', word: 'Rhian rang: yes.' }).expect(303)
    expect((await world.as('nia').post(`${address}/schools`, { school: 'coed', word: 'again' })).status).toBe(422)
    expect((await world.as('sam').post(`${address}/schools`, { school: 'holly', word: 'x' })).status).toBe(403)
    expect((await world.as('sam').get(address)).text).toContain('Rhian rang: yes.')
  })

  test('whoever leaves leaves a word', async () => {
    const address = await proposed('Left')
    await world.as('kasia').post(`${address}/members`, { as: 'colleague' })
    const { id } = await world.db
      .selectFrom('projectMembers')
      .select('id')
      .where('projectId', '=', address.split('/').at(-1)!)
      .executeTakeFirstOrThrow()
    const leaving = `${address}/members/${id}/leaving`
    expect((await world.as('gwen').get(leaving)).status).toBe(403)
    expect((await world.as('kasia').post(leaving, { word: '' })).status).toBe(422)
    await world.as('kasia').post(leaving, { word: 'No time before spring.' }).expect(303)
    expect((await world.as('gwen').get(address)).text).toContain('No time before spring.')
  })

  test('a governor who is invited sees what members see, hears of it, and can say no', async () => {
    const address = await proposed('With a governor')
    expect((await world.as('gwen').post(`${address}/invitations`, { person: 'dilys' })).status).toBe(403)
    expect((await world.as('sam').post(`${address}/invitations`, { person: 'ruth' })).status).toBe(422)
    await world.as('sam').post(`${address}/invitations`, { person: 'dilys' }).expect(303)
    await world.posted()
    expect(world.letters.at(-1)?.subject).toBe('An invitation to the project “With a governor”')
    expect((await world.as('dilys').get(address)).text).toContain('You are invited')
    expect((await world.as('dilys').get('/')).text).toContain('invites you to the project “With a governor”')
    expect((await world.as('dilys').get(all)).text).toContain('With a governor')
    const { id } = await world.db
      .selectFrom('projectMembers')
      .select('id')
      .where('projectId', '=', address.split('/').at(-1)!)
      .executeTakeFirstOrThrow()
    await world.as('dilys').post(`${address}/invitations/${id}/answer`, { answer: 'no', word: 'Not this year.' })
    expect((await world.as('dilys').get(address)).status).toBe(404)
  })
})

describe('steps and the end', () => {
  test('steps have a day, are changed and taken out', async () => {
    const address = await proposed('Steps')
    expect((await world.as('kasia').post(`${address}/steps`, { onDay: '2026-12-01', words: 'x' })).status).toBe(403)
    expect((await world.as('sam').post(`${address}/steps`, { onDay: '2026-02-30', words: 'x' })).status).toBe(422)
    await world.as('sam').post(`${address}/steps`, { onDay: '2027-01-20', words: 'We hang the shelves.' }).expect(303)
    const sam = await world.person('sam')
    const asked = { db: world.db, person: sam, networkIds: ['hafren'], from: '2027-01-01', until: '2027-01-31' }
    const dates = await datesOfAll([projectDates], asked)
    expect(dates.find(one => one.title === 'A step of Steps')).toMatchObject({ starts: '2027-01-20', mine: true })
    const step = await world.db.selectFrom('projectSteps').selectAll().executeTakeFirstOrThrow()
    await world.as('sam').post(`${address}/steps/${step.id}`, { onDay: '2027-01-21', words: 'Shelves.' }).expect(303)
    await world.as('sam').post(`${address}/steps/${step.id}/removal`).expect(303)
    const after = await datesOfAll([projectDates], asked)
    expect(after.find(one => one.title === 'A step of Steps')).toMatchObject({ sequence: 2, starts: '2027-01-21' })
    expect(after.find(one => one.title === 'A step of Steps')?.cancelledAt).not.toBeNull()
  })

  test('it ends with what came of it; each school that was in it is asked, and says its own line', async () => {
    const address = await proposed('Ended')
    await world.as('sam').post(`${address}/beginning`)
    await world.as('imran').post(`${address}/members`, { as: 'school', school: 'weir' })
    await world.as('kasia').post(`${address}/members`, { as: 'colleague' })
    expect((await world.as('sam').post(`${address}/ending`, { cameOfIt: '' })).status).toBe(422)
    await world.as('sam').post(`${address}/ending`, { cameOfIt: 'Two corridors read.' }).expect(303)
    await world.posted()
    const asked = world.letters.filter(one => one.subject.startsWith('What came of “Ended”')).map(one => one.to)
    expect(asked.sort()).toEqual(['imran@schools.example', 'kasia@schools.example'])
    expect((await world.as('imran').get('/')).text).toContain('What came of it at Weir Lane Primary?')
    await world.as('imran').post(`${address}/outcomes/weir`, { words: 'The bench has books.' }).expect(303)
    expect((await world.as('imran').get('/')).text).not.toContain('What came of it at Weir Lane Primary?')
    expect((await world.as('imran').post(`${address}/outcomes/upper-marsh`, { words: 'x' })).status).toBe(403)
    expect((await world.as('imran').get(`${address}/outcomes/bryn`)).status).toBe(404)
    const { text } = await world.as('gwen').get(address)
    for (const said of ['Two corridors read.', 'The bench has books.']) expect(text).toContain(said)
    await world.as('sam').post(`${address}/reopening`, { endsOn: '2020-01-01' }).expect(422)
    await world.as('sam').post(`${address}/reopening`, { endsOn: '2027-06-30' }).expect(303)
    expect((await world.as('gwen').get(address)).text).toContain('30 June 2027')
  })

  test('it flows into the report, the news, what moved and the lists, and names no school in what is published', async () => {
    const sam = await world.person('sam')
    const network = await findNetwork(world.db, sam, 'hafren')
    const address = await proposed('Flows')
    await world.as('sam').post(`${address}/beginning`)
    await world.as('imran').post(`${address}/members`, { as: 'school', school: 'weir' })
    await world.as('sam').post(`${address}/ending`, { cameOfIt: 'A shelf in each hall.' })
    await world.as('sam').post(`${address}/outcomes/weir`, { words: 'Ours is by the door.' })
    const term = await world.db.selectFrom('terms').selectAll().executeTakeFirstOrThrow()
    const report = JSON.stringify(await projectsInReport.blocks(world.db, network, term, span))
    expect(report).toContain('A shelf in each hall.')
    expect(report).not.toContain('Weir Lane')
    expect(report).not.toContain('Ours is by the door.')
    const moves = await projectMoves(world.db, sam, network, span)
    expect(moves.find(one => one.madeOfIt === 'Ours is by the door.')?.to.name).toBe('Weir Lane Primary')
    const news = await projectNews(world.db, sam, network, span.from)
    expect(news.some(one => one.text.includes('The project “Flows” has ended'))).toBe(true)
    const dilys = await world.person('dilys')
    expect(await projectMoves(world.db, dilys, network, span)).toEqual([])
    expect(await projectNews(world.db, dilys, network, span.from)).toEqual([])
    const csv = await world.as('nia').get('/networks/hafren/projects.csv').expect(200)
    expect(csv.text).toContain('A shelf in each hall.')
  })

  test('it is found by its words, by those who may read it', async () => {
    const address = await proposed('Quandary of shelves')
    expect((await world.as('gwen').get('/search?q=quandary')).text).toContain(address)
    for (const person of ['dilys', 'ruth'])
      expect((await world.as(person).get('/search?q=quandary')).text).not.toContain(address)
  })
})

test('thousands of projects stand on pages of twenty, and are told whole where a list is taken away', async () => {
  const at = new Date().toISOString()
  const rows = Array.from({ length: 2000 }, (_, place) => ({
    ...{ id: `many-${place}`, networkId: 'harbour', themeId: null, title: `Project ${place}`, whatFor: 'x' },
    ...{ startsOn: '2026-01-01', endsOn: '2027-01-01', contactId: 'ruth', proposedAt: at, proposedBy: 'ruth' },
    ...{ begunAt: null, begunBy: null, endedAt: null, endedBy: null, changedAt: at },
  }))
  for (let from = 0; from < rows.length; from += 50)
    await world.db
      .insertInto('projects')
      .values(rows.slice(from, from + 50))
      .execute()
  const page = await world.as('ruth').get('/networks/harbour/projects?page=50').expect(200)
  expect(page.text.match(/href="\/networks\/harbour\/projects\/many-/g)).toHaveLength(20)
  expect(await allProjectsIn(world.db, await world.person('ruth'), ['harbour'])).toHaveLength(2000)
  await world.db.deleteFrom('projects').where('networkId', '=', 'harbour').execute()
})
