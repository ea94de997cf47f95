import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const good = {
  name: 'Dyfi Schools',
  about: '',
  term1: 'Autumn term 2026',
  starts1: '2026-09-02',
  ends1: '2026-12-18',
  term2: 'Spring term 2027',
  starts2: '2027-01-05',
  ends2: '2027-03-25',
  term3: 'Summer term 2027',
  starts3: '2027-04-12',
  ends3: '2027-07-21',
  leaderName: 'Non Ellis',
  leaderEmail: 'non@schools.example',
}

test('an administrator makes a network with its terms and gets the first leader’s link', async () => {
  expect((await world.as('alex').get('/networks/new')).text).toContain('Make a network')
  const made = await world.as('alex').led('/networks', good)
  expect(made.text).toMatch(/\/invitations\/[\w-]{20,}/)
  expect((await world.as('alex').get('/networks/dyfi-schools/terms')).text).toContain('5 January 2027 to 25 March 2027')
})

test('terms that overlap or end before they begin are named beside their field', async () => {
  const page = await world
    .as('alex')
    .post('/networks', { ...good, ends1: '2026-09-01', starts3: '2027-03-01', leaderEmail: 'nobody' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Enter an email address like')
  const dates = await world.as('alex').post('/networks', { ...good, ends1: '2026-09-01', starts3: '2027-03-01' })
  expect(dates.text).toContain('must come after its first')
  expect(dates.text).toContain('Summer term 2027 must begin after Spring term 2027 has ended')
  expect(dates.text).toContain('value="Dyfi Schools"')
})

test('nobody but an administrator makes networks', async () => {
  expect((await world.as('nia').post('/networks', good)).status).toBe(403)
  expect((await world.stranger.post('/networks', good)).headers.location).toContain('/sign-in')
})

test('an administrator sees a network’s settings and nothing of what its people do', async () => {
  expect((await world.as('alex').get('/networks/hafren')).text).toContain('You look after the site')
  expect((await world.as('alex').get('/networks/hafren/people')).status).toBe(404)
  expect(
    (await world.as('alex').post('/networks/hafren/terms', { name: 'X', startsOn: '2027-01-05', endsOn: '2027-03-05' }))
      .status,
  ).toBe(403)
})

test('a network leader adds a term with the likely dates, but not over another', async () => {
  expect((await world.as('nia').get('/networks/hafren/terms')).text).toContain('value="2027-01-05"')
  const clash = await world
    .as('nia')
    .post('/networks/hafren/terms', { name: 'Odd', startsOn: '2026-12-01', endsOn: '2027-01-20' })
  expect(clash.status).toBe(422)
  expect(clash.text).toContain('These days belong to Autumn term 2026 already')
  await world
    .as('nia')
    .post('/networks/hafren/terms', { name: 'Spring term 2027', startsOn: '2027-01-05', endsOn: '2027-03-25' })
    .expect(303)
  await world
    .as('nia')
    .post('/networks/hafren/terms/spring-2027', {
      name: 'Spring term 2027',
      startsOn: '2027-01-04',
      endsOn: '2027-03-26',
    })
    .expect(303)
  expect((await world.as('sam').get('/networks/hafren/terms')).text).toContain('26 March 2027')
})

test('themes are added and shown with who leads them', async () => {
  await world
    .as('nia')
    .post('/networks/hafren/themes', { name: 'Writing', about: 'What children put down' })
    .expect(303)
  const page = await world.as('sam').get('/networks/hafren/themes')
  expect(page.text).toContain('Writing')
  expect(page.text).toContain('Led by Tomasz Wójcik')
})

test('a network whose leader never came gets another from the administrator, until somebody leads it', async () => {
  await world.as('alex').post('/networks', { ...good, name: 'Leaderless', leaderEmail: 'gone@schools.example' })
  expect((await world.as('alex').get('/networks/leaderless')).text).toContain('Nobody leads this network')
  const bad = await world.as('alex').post('/networks/leaderless/first-leader', { leaderName: 'Mari', leaderEmail: 'x' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('value="Mari"')
  const good2 = { leaderName: 'Mari Huws', leaderEmail: 'mari@schools.example' }
  expect((await world.as('alex').led('/networks/leaderless/first-leader', good2)).text).toMatch(
    /\/invitations\/[\w-]{20,}/,
  )
  expect((await world.as('alex').post('/networks/hafren/first-leader', good2)).status).toBe(403)
  expect((await world.as('nia').post('/networks/leaderless/first-leader', good2)).status).toBe(404)
})
