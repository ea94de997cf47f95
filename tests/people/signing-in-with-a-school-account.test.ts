import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { password } from '../../src/demo/cast.js'
import { invite } from '../../src/people/invitations/invitations.js'
import { vouchedBy } from '../../src/people/school-accounts/verified-address.js'
import { newWorld } from '../world.js'
import { type OwnBrowser, ownBrowser } from './own-browser.js'
import { comeBy, openSchool, type School } from './school-of-accounts.js'

const lines: string[] = []
const { pino } = await import('pino')
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
const world = newWorld({ log })
const here = '/administration/school-accounts'
const joining = '/account/school-accounts/joining'
let issuer = ''
let school: School

beforeAll(async () => {
  const alex = world.as('alex')
  const begun = await alex.post(here, { kind: 'another' }).expect(303)
  issuer = begun.get('location')!.split('/').at(-1)!
  school = await openSchool(async address => {
    const page = await alex.get(`${here}/${issuer}`).expect(200)
    expect(page.text).toContain(`http://localhost:3000/sign-in/with/${issuer}/back`)
    expect((await alex.post(`${here}/${issuer}/turning-on`)).status).toBe(409)
    await alex.post(`${here}/${issuer}`, said({ address })).expect(303)
    return `http://localhost:3000/sign-in/with/${issuer}/back`
  })
  await alex.post(`${here}/${issuer}/turning-on`).expect(303)
})
afterAll(() => school.close())

beforeEach(async () => {
  Object.assign(school, { declines: false, away: false, keys: null })
  await world.db.deleteFrom('issuerAccounts').execute()
  await world.db.deleteFrom('signInAttempts').execute()
  await world.as('alex').post(`${here}/${issuer}`, said())
})

function said(more: Record<string, string> = {}) {
  const secret = 'a-secret-between-the-school-and-the-workbench'
  return { name: 'Bryn Trust', address: school?.address ?? '', clientId: 'workbench', secret, domains: '', ...more }
}

const button = () => `/sign-in/with/${issuer}`
const address = (id: string) => `${id}@schools.example`

async function signedIn(id: string): Promise<OwnBrowser> {
  const browser = ownBrowser(world)
  await browser.post('/sign-in', { email: address(id), password })
  return browser
}

/** Somebody is known to the school under an address. */
function knows(id: string, of: { email?: string; email_verified?: boolean; name?: string }): void {
  school.people[id] = { email_verified: true, ...of }
  school.who = id
}

async function joined(id: string): Promise<void> {
  knows(`school-${id}`, { email: address(id) })
  const browser = await signedIn(id)
  const back = await comeBy(browser, school, `/account/school-accounts/${issuer}/going`)
  expect(back.headers.location).toBe(joining)
  expect((await browser.post(joining, { password })).status).toBe(303)
}

test('whoever comes for the first time signs in once as usual, says yes, and needs no password from then on', async () => {
  knows('s-sam', { email: address('sam'), name: 'Sam' })
  const browser = ownBrowser(world)
  expect((await browser.get('/sign-in')).text).toContain('Sign in with Bryn Trust')
  const back = await comeBy(browser, school, `${button()}?next=/groups/reading`)
  expect(back.headers.location).toBe('/sign-in/arrived')
  const arrived = await browser.get('/sign-in/arrived')
  expect(arrived.text).toContain('Sign in once as usual, then say yes')
  expect((await browser.get('/account')).status).toBe(303)
  expect(await world.db.selectFrom('issuerAccounts').selectAll().execute()).toEqual([])

  await browser.post('/sign-in', { email: address('sam'), password, next: joining })
  const asks = await browser.get(joining)
  expect(asks.text).toContain('Yes, join with Bryn Trust')
  expect(asks.text).not.toContain('once more')
  expect((await browser.post(joining, {})).headers.location).toBe('/groups/reading')
  expect((await browser.post(joining, {})).headers.location).toBe('/account#school-accounts')
  await world.posted()
  expect(world.letters.at(-1)).toMatchObject({ to: address('sam') })
  expect(world.letters.at(-1)!.subject).toContain('opens with Bryn Trust')
  const trail = (await world.audited('person')).map(line => line.did)
  expect(trail).toContain('joined an account of an issuer with theirs')

  const next = ownBrowser(world)
  const before = next.token()
  expect((await comeBy(next, school, `${button()}?next=/groups/reading`)).headers.location).toBe('/groups/reading')
  expect((await next.get('/account')).text).toContain('Sam O’Neill')
  expect(next.token()).not.toBe(before)
})

test('an account is joined from the account’s own page with its password, and with nobody else’s', async () => {
  knows('s-huw', { email: 'huw.at.home@elsewhere.example' })
  const huw = await signedIn('huw')
  const back = await comeBy(huw, school, `/account/school-accounts/${issuer}/going`)
  expect(back.headers.location).toBe(joining)
  expect((await huw.get(joining)).text).toContain('huw.at.home@elsewhere.example')
  expect((await huw.post(joining, {})).status).toBe(422)
  expect((await huw.post(joining, { password: 'not this one at all' })).text).toContain('That is not your password')
  expect((await (await signedIn('sam')).post(joining, { password })).headers.location).toBe('/account#school-accounts')
  expect((await huw.post(joining, { password })).status).toBe(303)
  expect((await huw.get('/account')).text).toContain('You sign in with Bryn Trust as')

  // The same account of the school opens no second one here.
  const sam = await signedIn('sam')
  const second = await comeBy(sam, school, `/account/school-accounts/${issuer}/going`)
  expect(second.headers.location).toBe('/account#school-accounts')
  expect((await sam.get('/account')).text).toContain('somebody else’s account')
  expect(await world.db.selectFrom('issuerAccounts').select('personId').execute()).toEqual([{ personId: 'huw' }])
})

test('whoever is not invited gets no account, and whoever is disabled does not come in', async () => {
  knows('stranger', { email: 'stranger@elsewhere.example' })
  const browser = ownBrowser(world)
  const people = await world.db.selectFrom('people').select('id').execute()
  await comeBy(browser, school, button())
  expect((await browser.get('/sign-in/arrived')).text).toContain('No account here yet')
  expect(await world.db.selectFrom('people').select('id').execute()).toEqual(people)
  expect((await browser.get('/account')).status).toBe(303)

  await joined('zofia')
  await world.as('alex').post('/administration/people/zofia/disabling').expect(303)
  expect((await comeBy(ownBrowser(world), school, button())).status).toBe(403)
  await world.as('alex').post('/administration/people/zofia/enabling').expect(303)
})

test('an address that is not verified, is not told or is of another domain opens nothing', async () => {
  const sentences = async () => (await comeBy(ownBrowser(world), school, button())).text
  knows('s1', { email: address('sam'), email_verified: false })
  expect(await sentences()).toContain('does not say that the address')
  school.people.s1 = { email: address('sam') }
  expect(await sentences()).toContain('does not say that the address')
  school.people.s1 = { email_verified: true }
  expect(await sentences()).toContain('did not tell your email address')
  knows('s1', { email: 'sam@elsewhere.example' })
  await world
    .as('alex')
    .post(`${here}/${issuer}`, said({ domains: 'Schools.example, other.example' }))
    .expect(303)
  expect(await sentences()).toContain('is not an address of the schools')
  knows('s1', { email: 'sam@elsewhere.example@schools.example' })
  expect(await sentences()).toContain('did not tell your email address')
  knows('s1', { email: address('sam') })
  expect((await comeBy(ownBrowser(world), school, button())).headers.location).toBe('/sign-in/arrived')
})

test('an answer works once, in the browser that asked, at the issuer that was asked, for ten minutes', async () => {
  await joined('sam')
  const browser = ownBrowser(world)
  const gone = await browser.get(button())
  const going = new URL(gone.headers.location!)
  expect(going.searchParams.get('code_challenge_method')).toBe('S256')
  expect(going.searchParams.get('redirect_uri')).toBe(`http://localhost:3000/sign-in/with/${issuer}/back`)
  const back = await school.through(going.href)
  expect((await ownBrowser(world).get(back)).status).toBe(410)
  expect((await browser.get(back.replace(/state=[^&]+/, 'state=another'))).status).toBe(410)
  expect((await browser.get(back.replace(issuer, 'another'))).status).toBe(404)
  expect((await browser.get(back)).headers.location).toBe('/')
  const again = await browser.get(back)
  expect(again.headers.location).toBe('/account#school-accounts')

  const late = ownBrowser(world)
  const before = await school.through((await late.get(button())).headers.location!)
  await world.db.updateTable('issuerSignIns').set({ endsAt: '2026-01-01T00:00:00.000Z' }).execute()
  const answer = await late.get(before)
  expect(answer.status).toBe(410)
  expect(answer.text).toContain('Begin again with Bryn Trust')

  const tampered = ownBrowser(world)
  const other = await school.through((await tampered.get(button())).headers.location!)
  expect((await tampered.get(other.replace(/code=[^&]+/, 'code=something-else'))).status).toBe(503)
  expect((await tampered.get('/account')).status).toBe(303)
  const stored = await world.db.selectFrom('issuerSignIns').selectAll().execute()
  expect(JSON.stringify(stored)).not.toContain(going.searchParams.get('nonce'))
})

test('a code that was given for one sign-in does not serve another: nonce and verifier belong together', async () => {
  await joined('sam')
  const [one, two] = [ownBrowser(world), ownBrowser(world)]
  const first = await school.through((await one.get(button())).headers.location!)
  const second = await school.through((await two.get(button())).headers.location!)
  const codeOf = (back: string) => /code=([^&]+)/.exec(back)![1]!
  const swapped = await two.get(second.replace(codeOf(second), codeOf(first)))
  expect(swapped.status).toBe(503)
  expect((await two.get('/account')).status).toBe(303)
})

test('what another key has signed opens nothing, though it came from the issuer itself', async () => {
  await joined('sam')
  await world.as('alex').post(`${here}/${issuer}`, said()).expect(303)
  const real = (await (await fetch(`${school.address}/jwks`)).json()) as { keys: { kid: string; kty: string }[] }
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })
  school.keys = { keys: real.keys.map(({ kid }) => ({ ...other, kid, use: 'sig', alg: 'RS256' })) }
  const browser = ownBrowser(world)
  expect((await comeBy(browser, school, button())).status).toBe(503)
  expect((await browser.get('/account')).status).toBe(303)
})

test('when the issuer is away its button says so calmly, and the password still opens the door', async () => {
  await joined('sam')
  await world.as('alex').post(`${here}/${issuer}`, said()).expect(303)
  school.away = true
  const browser = ownBrowser(world)
  const gone = await browser.get(`${button()}?next=/groups/reading`)
  expect(gone.status).toBe(503)
  expect(gone.text).toContain('Bryn Trust does not answer just now')
  expect(gone.text).toContain('name="password"')
  expect(gone.text).toContain('value="/groups/reading"')
  expect((await browser.post('/sign-in', { email: address('sam'), password })).headers.location).toBe('/')
  const tried = await world.as('alex').post(`${here}/${issuer}/trying`)
  expect((await world.as('alex').get(tried.get('location')!)).status).toBe(200)
})

test('whoever says no there is told that nothing has happened', async () => {
  knows('s-sam', { email: address('sam') })
  school.declines = true
  const answer = await comeBy(ownBrowser(world), school, button())
  expect(answer.text).toContain('You did not go through with it at Bryn Trust')
})

test('our second step is asked after the issuer, unless the administrator says that the issuer asks one itself', async () => {
  await joined('sadia')
  await world.db
    .insertInto('secondSteps')
    .values({ personId: 'sadia', sealed: 'x', setUpAt: '2026-11-01T09:00:00.000Z', lastUsed: 0 })
    .execute()
  const browser = ownBrowser(world)
  expect((await comeBy(browser, school, button())).headers.location).toBe('/sign-in/second-step')
  expect((await browser.get('/account')).status).toBe(303)
  await world
    .as('alex')
    .post(`${here}/${issuer}`, said({ asksSecondStep: 'yes' }))
    .expect(303)
  expect((await comeBy(ownBrowser(world), school, button())).headers.location).toBe('/')
  await world.db.deleteFrom('secondSteps').execute()
})

test('a role that needs a second step is led to it after the issuer too', async () => {
  knows('school-nia', { email: address('nia') })
  const nia = await signedIn('nia')
  await nia.post('/account/second-step/later', { next: '/' })
  await comeBy(nia, school, `/account/school-accounts/${issuer}/going`)
  expect((await nia.post(joining, { password })).status).toBe(303)
  const browser = ownBrowser(world)
  await comeBy(browser, school, button())
  expect((await browser.get('/')).headers.location).toContain('/account/second-step')
  await world
    .as('alex')
    .post(`${here}/${issuer}`, said({ asksSecondStep: 'yes' }))
    .expect(303)
  const asked = ownBrowser(world)
  await comeBy(asked, school, button())
  expect((await asked.get('/')).status).toBe(200)
})

test('an invitation is accepted with the account of the school, of the invited address alone', async () => {
  const invitedBy = await world.person('sadia')
  const { link } = await inOne(world.db, async trx =>
    invite(trx, '', {
      networkId: 'hafren',
      networkName: 'Hafren Enquiry Network',
      email: 'bronwen@schools.example',
      name: 'Bronwen Rees',
      role: 'volunteer',
      groupId: 'reading',
      invitedBy,
    }),
  )
  knows('s-other', { email: 'other@schools.example' })
  const browser = ownBrowser(world)
  expect((await browser.get(link)).text).toContain('Accept with Bryn Trust')
  expect((await comeBy(browser, school, `${button()}?next=${link}`)).headers.location).toBe(link)
  expect((await browser.get(link)).text).toContain('knows you as other@schools.example')
  expect((await browser.post(`${link}/school-account`, { name: 'Bronwen Rees', school: 'weir' })).status).toBe(403)
  expect(JSON.stringify(await world.db.selectFrom('issuerArrivals').selectAll().execute())).not.toContain(link)

  knows('s-bronwen', { email: 'Bronwen@schools.example', name: 'Bronwen' })
  await comeBy(browser, school, `${button()}?next=${link}`)
  const page = await browser.get(link)
  expect(page.text).toContain('You need no password here')
  expect((await browser.post(`${link}/school-account`, { name: '', school: 'weir' })).status).toBe(422)
  expect(
    (await browser.post(`${link}/school-account`, { name: 'Bronwen Rees', school: 'weir' })).headers.location,
  ).toBe('/groups/reading')
  const made = await world.db
    .selectFrom('people')
    .select(['id', 'passwordHash'])
    .where('email', '=', 'bronwen@schools.example')
    .executeTakeFirstOrThrow()
  expect(made.passwordHash).toBeNull()
  const account = await browser.get('/account')
  expect(account.text).toContain('You sign in with Bryn Trust')

  const leaving = /\/account\/school-accounts\/\w+\/leaving/.exec(account.text)![0]
  expect((await browser.get(leaving)).text).toContain('is your only way in')
  expect((await browser.post(leaving)).status).toBe(409)
  expect((await world.as('sam').post(leaving)).status).toBe(404)
  const again = ownBrowser(world)
  expect((await comeBy(again, school, button())).headers.location).toBe('/')
  expect((await again.get('/groups/reading')).status).toBe(200)
})

test('it is left again where another way in remains', async () => {
  await joined('sam')
  const sam = await signedIn('sam')
  const leaving = /\/account\/school-accounts\/\w+\/leaving/.exec((await sam.get('/account')).text)![0]
  expect((await sam.get(leaving)).text).toContain('Leave Bryn Trust')
  expect((await sam.post(leaving)).status).toBe(303)
  expect((await comeBy(ownBrowser(world), school, button())).headers.location).toBe('/sign-in/arrived')
})

test('only administrators set it up, the secret is sealed, and the address stays once somebody has joined', async () => {
  for (const who of ['nia', 'sam', 'gwen']) await world.as(who).get(here).expect(404)
  expect((await world.as('nia').post(`${here}/${issuer}`, said())).status).toBe(404)
  const alex = world.as('alex')
  const row = await world.db.selectFrom('issuers').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(school.secret)
  expect((await alex.get(`${here}/${issuer}`)).text).not.toContain(school.secret)
  const bad = async (more: Record<string, string>) => (await alex.post(`${here}/${issuer}`, said(more))).text
  expect(await bad({ address: 'http://login.school.example' })).toContain('begins with https://')
  expect(await bad({ address: 'https://a:b@school.example' })).toContain('begins with https://')
  expect(await bad({ domains: 'not a domain' })).toContain('Enter domains such as')
  expect(await bad({ name: '' })).toContain('Enter what the button should say')
  await joined('sam')
  expect((await alex.post(`${here}/${issuer}`, said({ address: 'https://evil.example' }))).status).toBe(409)
  expect((await alex.get(`${here}/${issuer}`)).text).toContain('could come in as them')

  await alex.post(`${here}/${issuer}/turning-off`).expect(303)
  expect((await ownBrowser(world).get(button())).status).toBe(404)
  expect((await ownBrowser(world).get('/sign-in')).text).not.toContain('Bryn Trust')
  await alex.post(`${here}/${issuer}/turning-on`).expect(303)
  expect((await comeBy(ownBrowser(world), school, button())).headers.location).toBe('/')

  const microsoft = (await alex.post(here, { kind: 'microsoft' }).expect(303)).get('location')!
  const common = said({ address: 'https://login.microsoftonline.com/common/v2.0' })
  expect((await alex.post(microsoft, common)).text).toContain('Addresses that serve everybody’s organisation')
})

test('the check of an issuer says in a sentence what is wrong', async () => {
  const alex = world.as('alex')
  const another = (await alex.post(here, { kind: 'another' }).expect(303)).get('location')!
  const says = async (where: string) => {
    await alex.post(another, said({ address: where })).expect(303)
    await alex.post(`${another}/trying`).expect(303)
    return (await alex.get(another)).text
  }
  expect(await says(`${school.address}/somewhere`)).toContain('stands no discovery document')
  expect(await says(school.address.replace('127.0.0.1', 'localhost'))).toContain('calls itself by another address')
  expect(await says('https://169.254.169.254')).toContain('is not asked')
  expect(await says('https://127.0.0.1:1')).toContain('did not answer')
  await alex.post(`${here}/${issuer}/trying`).expect(303)
  expect((await alex.get(`${here}/${issuer}`)).text).toContain('says of itself what a sign-in needs')
})

test('nobody is sent to an issuer by another site', async () => {
  const answer = await world.stranger.get(button()).set('Sec-Fetch-Site', 'cross-site')
  expect(answer.get('location')).toBe('/sign-in?next=%2F')
})

test('no code, token, state or secret stands in the log', async () => {
  await joined('sam')
  const browser = ownBrowser(world)
  const gone = await browser.get(button())
  const back = await school.through(gone.headers.location!)
  await browser.get(back.replace(/code=[^&]+/, 'code=something-else'))
  const all = lines.join('')
  expect(all).toContain('nobody came in by an issuer')
  const said = new URL(back, 'http://localhost').searchParams
  for (const word of [said.get('code')!, said.get('state')!, 'something-else', school.secret])
    expect(all).not.toContain(word)
})

test('Microsoft’s word about an address counts only where it says that the domain is its directory’s own', () => {
  const of = { kind: 'microsoft', name: 'Microsoft', domains: '' } as const
  const claims = { sub: 's', email: 'Head@school.example' }
  expect(vouchedBy(of, claims).ok).toBe(false)
  expect(vouchedBy(of, { ...claims, xms_edov: false }).ok).toBe(false)
  expect(vouchedBy(of, { ...claims, xms_edov: '0' }).ok).toBe(false)
  expect(vouchedBy(of, { ...claims, xms_edov: true, email_verified: false }).ok).toBe(false)
  expect(vouchedBy(of, { ...claims, xms_edov: '1' })).toMatchObject({ ok: true, email: 'head@school.example' })
  // Nobody else’s word of that kind counts.
  expect(vouchedBy({ ...of, kind: 'another' }, { ...claims, xms_edov: true }).ok).toBe(false)
})
