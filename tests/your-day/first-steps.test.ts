import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const ruth = world.as('ruth')

/** As if the network of the harbour had just been made. */
const emptied = async () => {
  for (const id of ['harbour']) {
    await world.db
      .updateTable('networkRoles')
      .set({ endedAt: '2026-09-01T08:00:00.000Z' })
      .where('networkId', '=', id)
      .where('personId', '!=', 'ruth')
      .execute()
    await world.db
      .updateTable('schools')
      .set({ leftAt: '2026-09-01T08:00:00.000Z' })
      .where('networkId', '=', id)
      .execute()
  }
}

test('whoever leads a new network sees one step at a time, on Your day and on its page', async () => {
  await emptied()
  for (const address of ['/', '/networks/harbour']) {
    const { text } = await ruth.get(address)
    expect(text).toContain('The network has no schools yet.')
    expect(text).toContain('href="/networks/harbour/schools/new"')
    expect(text).not.toContain('Nobody else is in the network yet.')
  }
  await ruth.post('/networks/harbour/schools/many', { rows: 'Quay Primary', confirmed: 'yes' }).expect(303)
  expect((await ruth.get('/')).text).toContain('Nobody else is in the network yet.')
})

test('an invitation is enough for a step to be done, and the next one follows', async () => {
  const rows = 'Ina,ina@harbour.example,staff,Quay Primary'
  await ruth.post('/networks/harbour/people/invitations/many', { rows, confirmed: 'yes' }).expect(303)
  const { text } = await ruth.get('/networks/harbour')
  expect(text).toContain('You lead alone.')
  expect((await ruth.get('/networks/harbour/people/invitations/new?role=network+leader')).text).toMatch(
    /value="network leader"[^>]* checked/,
  )
})

test('a step is skipped for good by those to whom it is shown, and can be shown again', async () => {
  const back = '/networks/harbour'
  const skipped = await ruth.led('/first-steps/networks/harbour/skipped', { step: 'second person', back })
  expect(skipped.text).not.toContain('You lead alone.')
  await ruth.post('/first-steps/networks/harbour/skipped', { step: 'second person', back }).expect(303)
  const shown = await ruth.led('/first-steps/networks/harbour/taken-up', { step: 'second person', back })
  expect(shown.text).toContain('You lead alone.')

  expect((await ruth.post('/first-steps/networks/harbour/skipped', { step: 'fly', back })).status).toBe(422)
  expect((await world.as('sam').post('/first-steps/networks/harbour/skipped', { step: 'terms', back })).status).toBe(
    404,
  )
  expect((await world.as('sam').post('/first-steps/networks/hafren/skipped', { step: 'terms', back })).status).toBe(403)
  expect((await world.as('sam').post('/first-steps/people/nia/skipped', { step: 'group', back: '/' })).status).toBe(404)
})

test('once all else is begun, a network is asked how long it keeps things, and says it with one press', async () => {
  const back = '/networks/harbour'
  for (const step of ['second person', 'question', 'circle'])
    await ruth.post('/first-steps/networks/harbour/skipped', { step, back }).expect(303)
  const { text } = await ruth.get('/')
  expect(text).toContain('has not said how long it keeps things')
  expect(text).toContain('href="/networks/harbour/keeping"')
  await ruth.post('/networks/harbour/keeping', {}).expect(303)
  expect((await ruth.get('/')).text).not.toContain('has not said how long it keeps things')
  await ruth.post('/first-steps/networks/harbour/taken-up', { step: 'second person', back }).expect(303)
})

test('a new group is told to find colleagues and to log something, before what its stage needs', async () => {
  const sam = world.as('sam')
  const school = (await world.person('sam')).schoolsIn('hafren')[0]!
  const made = await sam.post('/networks/hafren/groups', {
    ...{ name: 'Kind words', question: 'What do kind words change at playtime?', why: '', school, theme: '' },
  })
  const group = made.get('location')!
  const home = await sam.get(group)
  expect(home.text).toContain('so far there is one')
  expect(home.text).not.toContain('The next step')
  expect((await sam.get('/')).text).toContain('so far there is one')
  expect((await world.as('nia').get(group)).text).not.toContain('so far there is one')
  const id = group.split('/').pop()!
  const after = await sam.led(`/first-steps/groups/${id}/skipped`, { step: 'colleagues', back: group })
  expect(after.text).toContain('Nothing is logged yet.')
  const last = await sam.led(`/first-steps/groups/${id}/skipped`, { step: 'evidence', back: group })
  expect(last.text).toContain('The next step')
})

test('a new colleague is shown the groups, and an administrator without any network how to make one', async () => {
  await world.db
    .insertInto('people')
    .values({
      ...{ id: 'wyn', name: 'Wyn Parry', email: 'wyn@schools.example', passwordHash: 'x', disabledAt: null },
      ...{ createdAt: '2026-11-01T08:00:00.000Z', administratorSince: null, disabledBy: null },
    })
    .execute()
  const school = await world.db
    .selectFrom('schools')
    .select('id')
    .where('networkId', '=', 'hafren')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('networkRoles')
    .values({
      ...{ id: 'wyn-staff', networkId: 'hafren', personId: 'wyn', role: 'staff' as const, schoolId: school.id },
      ...{ themeId: null, beganAt: '2026-11-01T08:00:00.000Z', beganBy: 'nia', endedAt: null, endedBy: null },
    })
    .execute()
  const { beginningOfPerson } = await import('../../src/your-day/first-steps/beginnings.js')
  const wyn = await world.person('wyn')
  const [own] = await beginningOfPerson(world.db, wyn)
  expect(own!.next).toMatchObject({ step: 'group', href: '/groups?network=hafren' })
  expect(await beginningOfPerson(world.db, await world.person('sam'))).toEqual([])
})

test('somebody who leads a network and works in no school can pass the question on, and is not turned away', async () => {
  await world.db.updateTable('networkRoles').set({ schoolId: null }).where('personId', '=', 'ruth').execute()
  const page = await ruth.get('/networks/harbour/groups/new')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Pass this page on to a colleague')
  expect(page.text).toContain('/networks/harbour/groups/new</span>')
  expect((await ruth.post('/networks/harbour/groups', { question: 'Why?' })).status).toBe(403)
})

test('somebody who leads alone is told that nobody could approve the report, and whom to invite', async () => {
  const term = await world.db
    .selectFrom('terms')
    .selectAll()
    .where('networkId', '=', 'harbour')
    .orderBy('startsOn')
    .executeTakeFirstOrThrow()
  const at = `/networks/harbour/reports/${term.slug}`
  const sent = await ruth.led(`${at}/submission`, {})
  expect(sent.text).toContain('nobody but you could approve it yet')
  expect(sent.text).toContain('Nobody else leads here yet')
  expect((await ruth.get('/')).text).toContain(
    `The report for ${term.name} waits, and nobody but you could approve it.`,
  )

  await world.db
    .updateTable('networkRoles')
    .set({ role: 'network leader', endedAt: null })
    .where('personId', '=', 'marek')
    .where('networkId', '=', 'harbour')
    .execute()
  expect((await ruth.get(at)).text).toMatch(/Marek \S+ can approve it\./)
  expect((await ruth.get('/')).text).not.toContain('nobody but you could approve it')
})
