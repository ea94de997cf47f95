import { beforeEach, expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { inOne } from '../../src/database.js'
import { invite } from '../../src/people/invitations/invitations.js'
import { newWorld } from '../world.js'
import { ownBrowser } from './own-browser.js'
import { askedRoleOf } from './second-person.js'

const world = newWorld()
const { db } = world
const roles = (person: string) => `/networks/hafren/people/${person}/roles`
const naming = '/networks/hafren/schools/weir/data-leads'
const passphrase = 'four quiet herons walk'
const good = 'a kettle full of geese'

beforeEach(async () => void (await db.deleteFrom('signInAttempts').execute()))

test('a network leader does not reach the names of pupils by making herself head and data lead', async () => {
  const key = (await world.as('sam').post('/groups/reading/keys', { passphrase })).headers.location!
  const nia = world.as('nia')
  expect((await nia.post(roles('nia'), { role: 'headteacher', school: 'weir', theme: '' })).status).toBe(403)
  await nia.post(naming, { person: 'nia' })
  expect((await nia.post(`${key}/owner`, { passphrase: good })).status).toBe(404)
  await nia.post(`${key}/openings`, { because: 'To look', passphrase: good })
  expect((await nia.get(key)).status).toBe(404)
  const nobody = await world.person('nia')
  expect(nobody.roles.map(one => one.role).sort()).toEqual(['network leader', 'staff'])
})

test('nobody gives a role to themselves, by no door', async () => {
  const nia = world.as('nia')
  for (const role of ['governor', 'staff', 'network leader'])
    expect((await nia.post(roles('nia'), { role, school: 'weir', theme: '' })).status).toBe(403)
  const own = { name: 'Nia', email: 'Nia@schools.example', role: 'headteacher', school: 'weir', theme: '' }
  const single = await nia.post('/networks/hafren/people/invitations', own)
  expect(single.status).toBe(422)
  expect(single.text).toContain('This is your own address')
  const rows = 'name,email,role,school\nNia,nia@schools.example,headteacher,Weir Lane Primary'
  const many = await nia.post('/networks/hafren/people/invitations/many', { rows, confirmed: 'yes' })
  expect(many.status).toBe(422)
  expect(many.text).toContain('This is your own address')
  const facilitator = { name: 'Nia', email: 'nia@schools.example', until: '2099-01-01' }
  expect((await nia.post('/groups/marking/facilitators', facilitator)).status).toBe(422)
  expect(await db.selectFrom('invitations').selectAll().where('email', '=', 'nia@schools.example').execute()).toEqual(
    [],
  )
})

test('an invitation sent to another address is not taken up by whoever sent it, also after a change of address', async () => {
  const { address } = await inviting({ email: 'other@schools.example', role: 'headteacher', schoolId: 'weir' })
  expect((await world.as('nia').post(`${address}/acceptance`)).status).toBe(403)
  await db.updateTable('people').set({ email: 'other@schools.example' }).where('id', '=', 'nia').execute()
  expect((await world.as('nia').post(`${address}/acceptance`)).status).toBe(403)
  await db.updateTable('people').set({ email: 'nia@schools.example' }).where('id', '=', 'nia').execute()
})

test('headship grants nothing until a second person has confirmed it', async () => {
  world.letters.length = 0
  const nia = world.as('nia')
  await nia.post(roles('alys'), { role: 'headteacher', school: 'coed', theme: '' }).expect(303)
  expect((await world.person('alys')).isHeadIn('hafren')).toBe(false)
  expect((await nia.get('/networks/hafren/people')).text).toContain('Waiting for a second person')
  const address = await askedRoleOf(world, 'alys')
  expect(world.letters.map(one => one.to)).toContain('rhian@schools.example')
  expect(world.letters.map(one => one.to)).not.toContain('nia@schools.example')

  expect((await nia.get(address)).text).not.toContain('Confirm it</button>')
  expect((await nia.post(`${address}/agreement`)).status).toBe(403)
  expect((await world.as('alys').post(`${address}/agreement`)).status).toBe(403)
  for (const person of ['sam', 'ruth', 'alex', 'mair'])
    expect([person, (await world.as(person).post(`${address}/agreement`)).status]).toEqual([person, 404])
  expect((await world.as('alys').get('/')).text).toContain('headteacher of Ysgol Coed-y-dŵr')

  expect((await world.as('rhian').get('/')).text).toContain('Alys Tŷ’n-y-coed')
  expect((await world.as('rhian').get(address)).text).toContain('Nia Prŷs asks')
  await world.as('rhian').post(`${address}/agreement`).expect(303)
  expect((await world.person('alys')).isHeadIn('hafren')).toBe(true)
  expect((await world.as('rhian').get('/')).text).not.toContain('Read and confirm')
  expect(world.letters.map(one => one.to)).toContain('alys@schools.example')
  const did = await audit('alys')
  expect(did).toContainEqual(['nia', 'asked for the role headteacher'])
  expect(did).toContainEqual(['rhian', 'confirmed the role headteacher'])
  expect((await world.as('rhian').post(`${address}/agreement`)).status).toBe(409)
})

test('a second person confirms several at once by tick, and never one that is not theirs to confirm', async () => {
  const nia = world.as('nia')
  for (const person of ['sam', 'huw']) {
    await nia.post(roles(person), { role: 'headteacher', school: 'bryn', theme: '' }).expect(303)
    expect((await world.person(person)).isHeadIn('hafren')).toBe(false)
  }
  await world.as('rhian').post(roles('zofia'), { role: 'headteacher', school: 'bryn', theme: '' }).expect(303)
  const [sam, huw, zofia] = [
    await askedRoleOf(world, 'sam'),
    await askedRoleOf(world, 'huw'),
    await askedRoleOf(world, 'zofia'),
  ]
  const page = await world.as('rhian').get(sam)
  expect(page.text).toContain(`value="${huw.split('/').at(-1)}"`)
  expect(page.text).not.toContain(`value="${zofia.split('/').at(-1)}"`)
  const too = [huw, zofia].map(one => one.split('/').at(-1)!)
  await world.as('rhian').post(`${sam}/agreement`, { too }).expect(303)
  const heads = await Promise.all(
    ['sam', 'huw', 'zofia'].map(async one => (await world.person(one)).isHeadIn('hafren')),
  )
  expect(heads).toEqual([true, true, false])
  for (const person of ['sam', 'huw'])
    await db
      .updateTable('networkRoles')
      .set({ endedAt: '2026-11-01' })
      .where('personId', '=', person)
      .where('role', '=', 'headteacher')
      .execute()
  await world.as('zofia').post(`${zofia}/refusal`).expect(303)
})

test('the present head confirms a second one; nobody holds it when it is refused, taken back or declined', async () => {
  const ask = async () => {
    await world.as('nia').post(roles('huw'), { role: 'headteacher', school: 'bryn', theme: '' }).expect(303)
    return askedRoleOf(world, 'huw')
  }
  const first = await ask()
  expect((await world.as('mair').get(first)).text).toContain('Confirm it')
  await world.as('mair').post(`${first}/refusal`).expect(303)
  const second = await ask()
  await world.as('nia').post(`${second}/refusal`).expect(303)
  const third = await ask()
  await world.as('huw').post(`${third}/refusal`).expect(303)
  expect((await world.person('huw')).isHeadIn('hafren')).toBe(false)
  for (const address of [first, second, third])
    expect((await world.as('rhian').post(`${address}/agreement`)).status).toBe(409)
})

test('whoever was brought in by the one who asks confirms nothing; where nobody else is there, an administrator does', async () => {
  await db.updateTable('networkRoles').set({ endedAt: '2026-11-01' }).where('id', '=', 'rhian-1').execute()
  const { address } = await inviting({ email: 'nia.two@schools.example', role: 'network leader' })
  const two = ownBrowser(world)
  expect((await two.post(`${address}/account`, { name: 'Second Nia', password: good })).status).toBe(303)
  const asking = { role: 'headteacher', school: 'coed', theme: '' }
  expect((await world.as('nia').post(roles('zofia'), asking)).status).toBe(303)
  const zofia = await askedRoleOf(world, 'zofia')
  expect((await two.post(`${zofia}/agreement`)).status).toBe(403)
  // The head of Coed-y-dŵr is there (confirmed above), so it is hers to confirm, not the administrator's.
  expect((await world.as('alex').post(`${zofia}/agreement`)).status).toBe(404)
  await world.as('alys').post(`${zofia}/refusal`).expect(303)

  await db.updateTable('networkRoles').set({ endedAt: '2026-11-01' }).where('id', '=', 'imran-1').execute()
  await world
    .as('nia')
    .post(roles('sam'), { ...asking, school: 'weir' })
    .expect(303)
  const sam = await askedRoleOf(world, 'sam')
  expect((await two.post(`${sam}/agreement`)).status).toBe(403)
  expect((await world.as('alex').get('/')).text).toContain('Sam O’Neill')
  await world.as('alex').post(`${sam}/agreement`).expect(303)
  expect((await world.person('sam')).isHeadIn('hafren')).toBe(true)
  const head = (await world.person('sam')).roles.find(one => one.role === 'headteacher')!
  await db.updateTable('networkRoles').set({ endedAt: '2026-11-02' }).where('id', '=', head.id).execute()
  await db.updateTable('networkRoles').set({ endedAt: null }).where('id', 'in', ['imran-1', 'rhian-1']).execute()
})

test('an invitation as head waits for a second person too, and its link goes to its own address only', async () => {
  const invitation = {
    name: 'Carol',
    email: 'carol@schools.example',
    role: 'headteacher',
    school: 'st-davids',
    theme: '',
  }
  const sent = await world.as('nia').led('/networks/hafren/people/invitations', invitation)
  expect(sent.text).toContain('Carol is invited')
  expect(sent.text).not.toContain('/invitations/carol')
  expect(sent.text).not.toMatch(/localhost:3000\/invitations\//)
  const letter = world.letters.find(one => one.to === 'carol@schools.example')!
  const address = new URL(/http\S+/.exec(letter.text)![0]).pathname
  const carol = ownBrowser(world)
  const inside = await carol.post(`${address}/account`, { name: 'Carol Penn', password: good })
  expect(inside.headers.location).toBe('/')
  expect((await carol.get('/')).text).toContain('second person')
  expect((await carol.get('/networks/hafren')).status).toBe(404)
  const { id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'carol@schools.example')
    .executeTakeFirstOrThrow()
  await world
    .as('joanna')
    .post(`${await askedRoleOf(world, id)}/agreement`)
    .expect(303)
  expect((await carol.get('/networks/hafren')).status).toBe(200)
})

test('a data lead is named by one and confirmed by another; a head does not name herself', async () => {
  expect((await world.as('imran').post(naming, { person: 'imran' })).status).toBe(422)
  await world.as('imran').post(naming, { person: 'zofia' }).expect(303)
  expect((await world.person('zofia')).isDataLeadOf('weir')).toBe(false)
  expect((await world.as('imran').get(naming)).text).toContain('waits for a second person')
  const address = await askedRoleOf(world, 'zofia')
  for (const person of ['imran', 'zofia'])
    expect((await world.as(person).post(`${address}/agreement`)).status).toBe(403)
  for (const person of ['sadia', 'mair', 'alex'])
    expect((await world.as(person).post(`${address}/agreement`)).status).toBe(404)
  await world.as('sam').post(`${address}/agreement`).expect(303)
  expect((await world.person('zofia')).isDataLeadOf('weir')).toBe(true)
})

test('a network leader names the head as data lead, and a colleague of the school confirms', async () => {
  expect((await world.as('nia').post(naming, { person: 'sam' })).status).toBe(403)
  await world.as('nia').post(naming, { person: 'imran' }).expect(303)
  await world
    .as('sam')
    .post(`${await askedRoleOf(world, 'imran')}/agreement`)
    .expect(303)
  expect((await world.person('imran')).isDataLeadOf('weir')).toBe(true)
})

test('a key is taken over with its old passphrase, or by two people of the school', async () => {
  const { id } = await db.selectFrom('pupilKeys').selectAll().where('schoolId', '=', 'weir').executeTakeFirstOrThrow()
  const key = `/keys/${id}`
  const zofia = world.as('zofia')
  const wrong = await zofia.post(`${key}/owner`, { current: 'wrong wrong wrong', passphrase: good })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('not the passphrase')
  expect((await zofia.post(`${key}/owner`, { passphrase: good })).status).toBe(422)
  expect(await world.house.keys.passphraseOf(id)).not.toBeNull()

  world.letters.length = 0
  await zofia.post(`${key}/takeovers`, { because: 'Nobody remembers the passphrase' }).expect(303)
  await world.following.settled()
  expect(world.letters.map(one => one.to)).toContain('sam@schools.example')
  expect((await zofia.post(`${key}/owner`, { passphrase: good })).status).toBe(422)
  const asked = await db.selectFrom('graveActs').select('id').where('ofId', '=', id).executeTakeFirstOrThrow()
  const page = `/grave-acts/${asked.id}`
  for (const person of ['nia', 'alex', 'sadia', 'mair'])
    expect([person, (await world.as(person).post(`${page}/agreement`)).status]).toEqual([person, 404])
  expect((await zofia.post(`${page}/agreement`)).status).toBe(403)
  expect((await world.as('imran').get('/')).text).toContain('take over the key')
  expect((await world.as('imran').get(page)).text).toContain('Nobody remembers the passphrase')
  await world.as('imran').post(`${page}/agreement`).expect(303)
  expect((await zofia.get(`${key}/handover`)).text).toContain('A second person of the school has agreed. From')
  await db.updateTable('graveActs').set({ notBefore: '2026-01-02T00:00:00.000Z', ripeWhenRan: 0 }).execute()
  expect((await zofia.get('/')).text).toContain('Choose its new passphrase')
  await zofia.post(`${key}/owner`, { passphrase: good }).expect(303)
  await zofia.post(`${key}/openings`, { because: 'I look after it now', passphrase: good }).expect(303)
  expect((await world.as('sam').get(key)).status).toBe(404)
  expect((await world.as('imran').post(`${key}/owner`, { passphrase: 'two brown wrens sing' })).status).toBe(422)
  await world.as('imran').post(`${key}/owner`, { current: good, passphrase: 'two brown wrens sing' }).expect(303)
})

test('where letters leave, nobody is shown a link to somebody else’s password', async () => {
  world.letters.length = 0
  const made = await world.as('alex').led('/people/zofia/password-reset')
  expect(made.text).not.toContain('/password-resets/')
  expect(made.text).toContain('A letter is on its way')
  expect(
    world.letters.filter(one => one.to === 'zofia@schools.example' && /\/password-resets\//.test(one.text)),
  ).toHaveLength(1)
})

test('without letters a link is shown, but never to the account of somebody with more rights; its use is told to the owner', async () => {
  const app = world.anew({ mail: { leaves: false, send: () => Promise.resolve(false) } })
  const quiet = { ...world, app }
  const as = async (person: string) => {
    const browser = ownBrowser(quiet, `192.0.2.${60 + person.length}`)
    expect((await browser.post('/sign-in', { email: `${person}@schools.example`, password })).status).toBe(303)
    await browser.post('/account/second-step/later', { next: '/' })
    return browser
  }
  const [nia, alex] = [await as('nia'), await as('alex')]
  for (const person of ['imran', 'zofia', 'mair'])
    for (const browser of [nia, alex]) {
      const refused = await browser.post(`/people/${person}/password-reset`)
      expect([person, refused.status]).toEqual([person, 403])
      expect(refused.text).not.toContain('/password-resets/')
    }
  expect((await nia.post('/people/alex/password-reset')).status).toBe(404)
  const made = await nia.get((await nia.post('/people/eleri/password-reset')).get('location')!)
  const link = /http:\/\/localhost:3000(\/password-resets\/[\w-]+)/.exec(made.text)![1]!
  const eleri = ownBrowser(quiet)
  expect((await eleri.post(link, { password: good })).status).toBe(303)
  expect((await eleri.get('/')).text).toContain('Nia Prŷs made a link')
  const account = await eleri.get('/account')
  expect(account.text).toContain('Nia Prŷs made a link')
  expect((await eleri.post('/account/reset-links/seen')).status).toBe(303)
  expect((await eleri.get('/')).text).not.toContain('Nia Prŷs made a link')
  expect((await eleri.get('/account')).text).toContain('Nia Prŷs made a link')
  expect((await eleri.get('/account')).text).not.toContain('Make the link worth nothing')
  const again = await nia.get((await nia.post('/people/eleri/password-reset')).get('location')!)
  const unwanted = /http:\/\/localhost:3000(\/password-resets\/[\w-]+)/.exec(again.text)![1]!
  expect((await eleri.get('/account')).text).toContain('Make the link worth nothing')
  expect((await eleri.post('/account/reset-links/stopping')).status).toBe(303)
  expect((await ownBrowser(quiet).post(unwanted, { password: 'another good one for later' })).status).toBe(410)
})

async function audit(person: string) {
  const names = new Map((await db.selectFrom('people').select(['id', 'name']).execute()).map(one => [one.name, one.id]))
  const lines = (await world.audited('person')).filter(line => line.aboutId === person)
  return lines.reverse().map(line => [names.get(line.person ?? ''), line.did])
}

async function inviting(asked: { email: string; role: 'headteacher' | 'network leader'; schoolId?: string }) {
  const place = { networkId: 'hafren', networkName: 'Hafren Learning Network', name: '' }
  const invitedBy = await world.person('nia')
  const { link } = await inOne(db, trx => invite(trx, world.house.baseUrl, { ...place, invitedBy, ...asked }))
  return { address: new URL(link).pathname }
}
