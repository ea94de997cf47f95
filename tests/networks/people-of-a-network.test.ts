import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()

test('colleagues see who belongs; only a network leader changes it', async () => {
  const page = await world.as('sam').get('/networks/hafren/people')
  expect(page.text).toContain('Sadia Qureshi')
  expect(page.text).not.toContain('sadia@schools.example')
  expect((await world.as('sam').get('/networks/hafren/people/invitations/new')).status).toBe(403)
  expect((await world.as('ruth').get('/networks/hafren/people')).status).toBe(404)
  const found = await world.as('sam').get('/networks/hafren/people').query({ role: 'headteacher', words: 'Owen' })
  expect(found.text).toContain('Owen O’Brien')
  expect(found.text).not.toContain('Sadia Qureshi')
})

test('an invitation shows its link once, and stands open until it is withdrawn', async () => {
  const nia = world.as('nia')
  const sent = await nia.led('/networks/hafren/people/invitations', {
    name: 'Mali Rees',
    email: 'mali@schools.example',
    role: 'staff',
    school: 'bryn',
    theme: '',
  })
  expect(sent.text).toMatch(/\/invitations\/[\w-]{20,}/)
  expect((await nia.get('/networks/hafren/people/invitations/new')).text).not.toMatch(/\/invitations\/[\w-]{20,}/)
  const page = await world.as('nia').get('/networks/hafren/people')
  expect(page.text).toContain('Mali Rees')
  const address = /networks\/hafren\/people\/invitations\/\w+\/withdrawal/.exec(page.text)![0]
  await world.as('nia').post(`/${address}`).expect(303)
  expect((await world.as('nia').get('/networks/hafren/people')).text).not.toContain('mali@schools.example')
})

test('a role that needs a school asks for it beside the field', async () => {
  const page = await world.as('nia').post('/networks/hafren/people/invitations', {
    name: 'Mali Rees',
    email: 'mali@schools.example',
    role: 'headteacher',
    school: '',
    theme: '',
  })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Choose the school of this headteacher')
  expect(page.text).toContain('value="Mali Rees"')
})

const list =
  'Name;Email;Role;School;Theme\nAnn Wood;ann@schools.example;staff;ysgol y bryn;\n;x@schools.example;staff;Weir Lane Primary;\nBad Mail;nowhere;staff;Weir Lane Primary;\nNo School;no@schools.example;headteacher;;\nCo;co@schools.example;co-leader;;talk and reading\n"A, B";ann@schools.example;staff;990001;'

test('a list is read first: each bad line is named, and nobody is invited until it is confirmed', async () => {
  const nia = world.as('nia')
  const looked = await nia
    .send('/networks/hafren/people/invitations/many')
    .field('rows', '')
    .attach('file', Buffer.from(list), 'people.csv')
  const preview = await nia.get(looked.get('location')!)
  expect(preview.text).toContain('2 people ready to be invited')
  for (const mistake of [
    'The name is missing',
    '“nowhere” is not an email address',
    'A person with the role headteacher needs a school',
    'This person stands on line',
  ]) {
    expect(preview.text).toContain(mistake)
  }
  expect(preview.text).toContain('Line 3')
  expect(
    await world.db.selectFrom('invitations').selectAll().where('email', '=', 'ann@schools.example').execute(),
  ).toEqual([])

  const confirmed = await nia.led('/networks/hafren/people/invitations/many', { rows: list, confirmed: 'yes' })
  expect(confirmed.text.match(/data-copy="http\S+\/invitations\/[\w-]{20,}"/g)).toHaveLength(2)
})

test('a list that cannot be read says at which line', async () => {
  expect((await world.as('nia').post('/networks/hafren/people/invitations/many', { rows: 'a,b\n1,2' })).text).toContain(
    'Missing: name, email, role',
  )
  expect((await world.as('nia').post('/networks/hafren/people/invitations/many', { rows: '' })).status).toBe(422)
  expect(
    (await world.as('nia').post('/networks/hafren/people/invitations/many', { rows: 'name,email,role\n"open,x' })).text,
  ).toContain('quotation mark')
})

test('somebody who leaves keeps their name on what they wrote, and their group says that it needs a lead', async () => {
  expect((await world.as('nia').get('/networks/hafren/people/kasia/leaving')).text).toContain(
    'They lead an enquiry group',
  )
  await world.as('nia').post('/networks/hafren/people/kasia/leaving').expect(303)
  expect((await world.as('kasia').get('/networks/hafren')).status).toBe(404)
  expect(await world.db.selectFrom('groups').selectAll().where('proposedBy', '=', 'kasia').execute()).toHaveLength(1)
})

test('a group that somebody leads in another network, or that is closed, is none that their leaving would touch', async () => {
  const role = { id: 'marek-here', networkId: 'hafren', personId: 'marek', role: 'staff', schoolId: 'bryn' } as const
  const held = { themeId: null, beganAt: '2026-09-01T08:00:00.000Z', beganBy: 'nia', endedAt: null, endedBy: null }
  await world.db
    .insertInto('networkRoles')
    .values({ ...role, ...held })
    .execute()
  const leaving = async (network: string, leader: string, person: string) =>
    (await world.as(leader).get(`/networks/${network}/people/${person}/leaving`)).text
  expect(await leaving('hafren', 'nia', 'marek')).not.toContain('They lead an enquiry group')
  expect(await leaving('harbour', 'ruth', 'marek')).toContain('They lead an enquiry group')
  await world.as('marek').post('/groups/revision/closing', { because: 'Our question is answered' }).expect(303)
  expect(await leaving('harbour', 'ruth', 'marek')).not.toContain('They lead an enquiry group')
})

test('the last network leader cannot be removed', async () => {
  const refused = await world.as('ruth').post('/networks/harbour/people/ruth/leaving')
  expect(refused.status).toBe(409)
  const page = await world.as('ruth').get('/networks/harbour/people/ruth')
  const address = /networks\/harbour\/people\/ruth\/roles\/[\w-]+\/end/.exec(page.text)![0]
  expect((await world.as('ruth').post(`/${address}`)).status).toBe(409)
  await world
    .as('ruth')
    .post('/networks/harbour/people/marek/roles', { role: 'network leader', school: '', theme: '' })
    .expect(303)
  expect((await world.as('ruth').post(`/${address}`)).status).toBe(303)
})
