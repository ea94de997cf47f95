import { beforeEach, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { password } from '../../src/demo/cast.js'
import {
  invite,
  sendInvitation,
  openInvitationsOf,
  type ToInvite,
  withdrawInvitation,
} from '../../src/people/invitations/invitations.js'
import { newWorld } from '../world.js'
import { ownBrowser } from './own-browser.js'

const world = newWorld()
const good = 'a kettle full of geese'

beforeEach(async () => void (await world.db.deleteFrom('signInAttempts').execute()))

test('a letter and a link go out, and only the link’s hash stays', async () => {
  const { invitation, link } = await inviting({ email: ' New@Schools.Example', name: 'Angharad Ŵyn' })
  expect(link).toMatch(/^http:\/\/localhost:3000\/invitations\/[\w-]{43}$/)
  expect(JSON.stringify(await world.db.selectFrom('invitations').selectAll().execute())).not.toContain(
    link.split('/').at(-1),
  )
  expect(invitation.email).toBe('new@schools.example')
  const days = (Date.parse(invitation.expiresAt) - Date.parse(invitation.invitedAt)) / 86_400_000
  expect(days).toBe(7)
  const letter = world.letters.find(one => one.to === 'new@schools.example')!
  expect(letter.text).toContain(link)
  expect(letter.text).toContain('Nia Prŷs invites you to Hafren Learning Network')
})

test('somebody new reads who invites them to what, chooses a name and a password, and is in', async () => {
  const { address } = await inviting({
    email: 'carol@schools.example',
    name: 'Carol',
    role: 'staff',
    schoolId: 'glanwy',
  })
  const browser = ownBrowser(world)
  const page = await browser.get(address)
  expect(page.status).toBe(200)
  expect(page.headers['cache-control']).toBe('no-store')
  expect(page.text).toContain('Nia Prŷs invites you')
  expect(page.text).toContain('a member of staff of Ysgol Glan-wŷ')

  const mistaken = await browser.post(`${address}/account`, { name: 'Carol Penn', password: 'short' })
  expect(mistaken.status).toBe(422)
  expect(mistaken.text).toContain('value="Carol Penn"')
  expect(
    (await browser.post(`${address}/account`, { name: 'Carol Penn', password: 'carol penn 2026' })).text,
  ).toContain('made of your name')

  const inside = await browser.post(`${address}/account`, { name: 'Carol Penn', password: good })
  expect(inside.status).toBe(303)
  expect(inside.headers.location).toBe('/networks/hafren')
  const account = await browser.get('/account')
  expect(account.text).toContain('a member of staff of Ysgol Glan-wŷ')
  expect(account.text).toContain('Welcome to Hafren Learning Network')
  const back = ownBrowser(world, '192.0.2.40')
  expect((await back.post('/sign-in', { email: 'carol@schools.example', password: good })).status).toBe(303)
})

test('looking uses nothing up; accepting works once', async () => {
  const { address } = await inviting({ email: 'once@schools.example' })
  for (let time = 0; time < 3; time++) expect((await world.stranger.get(address)).status).toBe(200)
  await ownBrowser(world).post(`${address}/account`, { name: 'Once Only', password: good })
  const over = await world.stranger.get(address)
  expect(over.status).toBe(410)
  expect(over.text).toContain('has been accepted')
  expect((await world.stranger.post(`${address}/account`, { name: 'Twice', password: good })).status).toBe(410)
})

test('of two who press at once, one is let in', async () => {
  const { address } = await inviting({ email: 'both@schools.example' })
  const both = await Promise.all(
    ['One', 'Two'].map(name => world.stranger.post(`${address}/account`, { name: `${name} Person`, password: good })),
  )
  expect(both.map(answer => answer.status).sort()).toEqual([303, 409])
  expect(
    await world.db.selectFrom('people').select('id').where('email', '=', 'both@schools.example').execute(),
  ).toHaveLength(1)
})

test('whoever has an account signs in and comes back, and their browser gets a new token with the new right', async () => {
  const { address } = await inviting({ email: 'alys@schools.example', role: 'co-leader', themeId: 'language' })
  const browser = ownBrowser(world)
  expect((await browser.get(address)).text).toContain(`/sign-in?next=${encodeURIComponent(address)}`)
  await browser.post('/sign-in', { email: 'alys@schools.example', password, next: address })
  expect((await browser.get(address)).text).toContain('Accept as Alys')
  const before = browser.token()
  expect((await browser.post(`${address}/acceptance`)).status).toBe(303)
  expect((await browser.get('/account')).text).toContain('a co-leader for the theme Talk and reading')
  expect(browser.token()).not.toBe(before)
  expect((await browser.get('/account')).status).toBe(200)
  // The old token is good for a moment, for what the browser asked for at the same time, and then no more.
  await world.db.updateTable('sessions').set({ endedAt: '2026-01-01' }).where('endedAt', 'is not', null).execute()
  expect((await world.stranger.get('/account').set('Cookie', `workbench=${before}`)).status).toBe(303)
})

test('an invitation is for its address: another account is refused, and told what to do', async () => {
  const { address } = await inviting({ email: 'somebody@schools.example', role: 'governor', schoolId: 'bryn' })
  const page = await world.as('huw').get(address)
  expect(page.text).toContain('Is this the right account?')
  expect(page.text).toContain('or ask Nia Prŷs to invite huw@schools.example')
  expect(page.text).not.toContain('Accept as')
  const refused = await world.as('huw').post(`${address}/acceptance`)
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('This invitation is for somebody@schools.example')
  expect((await world.person('huw')).roles.map(role => role.role)).not.toContain('governor')
  expect((await world.stranger.get(address)).status).toBe(200)
})

test('only the invited address says no: another account signs out and comes back, and ends nothing', async () => {
  const { address } = await inviting({ email: 'right@schools.example', role: 'governor', schoolId: 'bryn' })
  const browser = ownBrowser(world)
  await browser.post('/sign-in', { email: 'huw@schools.example', password })
  const page = await browser.get(address)
  expect(page.text).not.toContain('No, thank you')
  expect(page.text).toContain('Sign out and use the right account')
  const refused = await browser.post(`${address}/refusal`)
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('This invitation is for right@schools.example')
  const out = await browser.post('/sign-out', { next: address })
  expect(out.headers.location).toBe(address)
  expect((await browser.get(address)).text).toContain('No, thank you')
  expect((await world.stranger.post('/sign-out', { next: '//elsewhere.example' })).headers.location).toBe('/')
})

test('a volunteer joins by accepting; the group remembers it, and a new colleague becomes staff of the school they name', async () => {
  const { address } = await inviting({
    email: 'vol@schools.example',
    role: 'volunteer',
    groupId: 'reading',
    by: 'sadia',
  })
  const browser = ownBrowser(world)
  expect((await browser.get(address)).text).toContain('Choose a school')
  const without = await browser.post(`${address}/account`, { name: 'Val Lowe', password: good })
  expect(without.status).toBe(422)
  expect(without.text).toContain('Choose the school you work in')
  const joined = await browser.post(`${address}/account`, { name: 'Val Lowe', password: good, school: 'holly' })
  expect(joined.headers.location).toBe('/groups/reading')

  const { id } = await world.db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'vol@schools.example')
    .executeTakeFirstOrThrow()
  const person = await world.person(id)
  expect(person.isVolunteerIn('reading')).toBe(true)
  expect(person.schoolsIn('hafren')).toEqual(['holly'])
  const history = await world.history('reading')
  expect(history.map(line => [line.personId, line.did])).toContainEqual([id, 'joined as volunteer'])
})

test('a facilitator is in the group until the day that was said, and in nothing else', async () => {
  const { address } = await inviting({
    email: 'fiona@schools.example', role: 'facilitator', groupId: 'talk', until: '2099-07-20', by: 'gwen',
  }) // prettier-ignore
  expect((await world.as('fiona').get(address)).text).toContain('until 20 July 2099')
  await world.as('fiona').post(`${address}/acceptance`)
  const fiona = await world.person('fiona')
  expect(fiona.isFacilitatorIn('talk')).toBe(true)
  expect(fiona.networkIds).toEqual([])
})

test('a lead learner cannot become headteacher in the same network, and the invitation stays open', async () => {
  const { address } = await inviting({ email: 'sadia@schools.example', role: 'headteacher', schoolId: 'weir' })
  const refused = await world.as('sadia').post(`${address}/acceptance`)
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('Hand over Reading by choice first')
  expect((await world.as('sadia').get(address)).status).toBe(200)
})

test('a headteacher cannot become lead learner, and a group has one lead', async () => {
  await world.db
    .updateTable('groupPeople')
    .set({ leftAt: '2026-11-01' })
    .where('groupId', '=', 'marking')
    .where('role', '=', 'lead learner')
    .execute()
  const head = await inviting({ email: 'mair@schools.example', role: 'lead learner', groupId: 'marking' })
  expect((await world.as('mair').post(`${head.address}/acceptance`)).text).toContain(
    'A headteacher cannot be a lead learner',
  )
  const lead = await inviting({ email: 'alys@schools.example', role: 'lead learner', groupId: 'marking' })
  expect((await world.as('alys').post(`${lead.address}/acceptance`)).status).toBe(303)
  expect((await world.person('alys')).leads('marking')).toBe(true)
  const late = await inviting({ email: 'huw@schools.example', role: 'lead learner', groupId: 'marking' })
  expect((await world.as('huw').post(`${late.address}/acceptance`)).text).toContain('found its lead learner meanwhile')
})

test('inviting again withdraws the earlier link, and only to the same place', async () => {
  const first = await inviting({ email: 'again@schools.example' })
  const other = await inviting({ email: 'again@schools.example', schoolId: 'weir' })
  const second = await inviting({ email: 'again@schools.example' })
  expect((await world.stranger.get(first.address)).text).toContain('a newer one has taken its place')
  expect((await world.stranger.get(second.address)).status).toBe(200)
  expect((await world.stranger.get(other.address)).status).toBe(200)
})

test('an invitation can be declined without an account, and withdrawn by the network', async () => {
  const declined = await inviting({ email: 'no@schools.example' })
  expect((await world.stranger.led(`${declined.address}/refusal`)).text).toContain('You have declined')
  expect((await world.stranger.get(declined.address)).status).toBe(410)

  const withdrawn = await inviting({ email: 'gone@schools.example' })
  expect((await openInvitationsOf(world.db, 'hafren')).map(one => one.id)).toContain(withdrawn.invitation.id)
  const by = await world.person('nia')
  await inOne(world.db, trx => withdrawInvitation(trx, withdrawn.invitation, by))
  expect((await openInvitationsOf(world.db, 'hafren')).map(one => one.id)).not.toContain(withdrawn.invitation.id)
  await expect(inOne(world.db, trx => withdrawInvitation(trx, withdrawn.invitation, by))).rejects.toThrow('already')
})

test('after seven days, or with a broken link, the reader is told calmly', async () => {
  const { address, invitation } = await inviting({ email: 'late@schools.example' })
  const past = new Date(Date.now() - 1000).toISOString()
  await world.db.updateTable('invitations').set({ expiresAt: past }).where('id', '=', invitation.id).execute()
  expect((await world.stranger.get(address)).text).toContain('open for seven days')
  const broken = await world.stranger.get('/invitations/half-a-link')
  expect(broken.status).toBe(404)
  expect(broken.text).toContain('a part of the link was lost')
})

test('everything is written down without a name', async () => {
  const lines = await world.audited('invitation')
  const did = new Set(lines.map(line => line.did))
  expect(did).toContain('invited somebody as staff')
  expect(did).toContain('accepted an invitation as volunteer')
  expect(did).toContain('declined an invitation')
  expect(did).toContain('withdrew an invitation')
  expect(JSON.stringify(lines)).not.toContain('@')
})

async function inviting(asked: Partial<ToInvite> & { email: string; by?: string }) {
  const { by, ...rest } = asked
  const place = { networkId: 'hafren', networkName: 'Hafren Learning Network', name: '' }
  const who = {
    role: 'staff' as const,
    schoolId: rest.role ? null : 'bryn',
    invitedBy: await world.person(by ?? 'nia'),
  }
  const invited = await inOne(world.db, trx => invite(trx, world.house.baseUrl, { ...place, ...who, ...rest }))
  await sendInvitation(world.house, invited)
  return { ...invited, address: new URL(invited.link).pathname }
}
