import { describe, expect, test } from 'vitest'
import { partnersOf } from '../../src/networks/partners/partners.js'
import { readPeople } from '../../src/networks/people/reading-people.js'
import { invitationByToken } from '../../src/people/invitations/accepting-invitation.js'
import { newWorld } from '../world.js'

const world = newWorld()
const nia = world.as('nia')
const at = '/networks/hafren/partners'
const words = {
  name: 'Llanfair Stone',
  kind: 'firm',
  brings: 'A quarry to count in.',
  contact: 'The yard',
  sinceOn: '2026-09-01',
}

async function partnerNamed(name: string) {
  return (await partnersOf(world.db, 'hafren')).find(one => one.name === name)!
}

describe('partners that are not schools', () => {
  test('those who work in the network see who they are, what they bring and who comes from there', async () => {
    const page = await world.as('sam').get(at).expect(200)
    expect(page.text).toContain('Pont-y-felin Children’s Centre')
    expect(page.text).toContain('Menna Rhydderch')
    expect(page.text).not.toContain('Estuary Science Centre')
    expect(page.text).not.toContain('Add a partner')
  })

  test('a network leader adds one and changes what is said of it', async () => {
    expect((await nia.led(at, words)).text).toContain('Llanfair Stone is a partner of the network.')
    const { id } = await partnerNamed('Llanfair Stone')
    await nia.post(`${at}/${id}`, { ...words, brings: 'A quarry and a weighbridge.' }).expect(303)
    expect((await world.as('gwen').get(at)).text).toContain('A quarry and a weighbridge.')
    const lines = (await world.audited('partner')).filter(line => line.aboutId === id)
    expect(lines.map(line => line.did)).toEqual(['changed what is said of a partner', 'added a partner'])
  })

  test('what cannot be read comes back with every word', async () => {
    const page = await nia.post(at, { ...words, name: '', kind: 'a kind of magic' }).expect(422)
    expect(page.text).toContain('Enter what the partner is called')
    expect(page.text).toContain('Choose what kind of partner it is')
    expect(page.text).toContain('A quarry to count in.')
  })

  test('nobody but a network leader changes them, and outside the network they do not exist', async () => {
    for (const person of ['sam', 'tomasz', 'mair']) await world.as(person).post(at, words).expect(403)
    for (const person of ['ruth', 'dilys', 'menna', 'gareth', 'alex']) await world.as(person).get(at).expect(404)
    await world.as('ruth').post('/networks/harbour/partners/childrens-centre', words).expect(404)
  })

  test('the list is taken away as CSV', async () => {
    const csv = await world.as('sam').get(`${at}.csv`).expect(200)
    expect(csv.text).toContain('"Hafren Education Service","local authority"')
  })
})

describe('somebody from a partner', () => {
  const invite = (fields: object) =>
    nia.post('/networks/hafren/people/invitations', {
      ...{ name: 'Rhodri Gwyn', email: 'rhodri@centre.example', school: '', theme: '' },
      ...fields,
    })

  test('is invited as a partner, of one of the network’s own', async () => {
    const page = await invite({ role: 'partner', partner: '' }).expect(422)
    expect(page.text).toContain('Choose where this partner comes from')
    await invite({ role: 'partner', partner: 'estuary-science' }).expect(422)
    await invite({ role: 'adviser', partner: 'estuary-science' }).expect(422)
    expect((await nia.get('/networks/hafren/people/invitations/new')).text).toContain('Pont-y-felin Children’s Centre')
  })

  test('accepts, and belongs without coming upon the network’s life', async () => {
    const sent = await invite({ role: 'partner', partner: 'childrens-centre' }).expect(303)
    const page = await nia.get(sent.get('location')!)
    const token = /invitations\/([\w-]{20,})/.exec(page.text)![1]!
    const invitation = (await invitationByToken(world.db, token))!
    expect(invitation.partnerName).toBe('Pont-y-felin Children’s Centre')
    const opened = await world.stranger.get(`/invitations/${token}`)
    expect(opened.text).toContain('a partner from Pont-y-felin Children’s Centre')
    const account = { name: 'Rhodri Gwyn', password: 'a heron by the mill race' }
    const accepted = await world.stranger.post(`/invitations/${token}/account`, account).expect(303)
    expect(accepted.get('location')).toBe('/')

    const { id } = await world.db
      .selectFrom('people')
      .select('id')
      .where('name', '=', 'Rhodri Gwyn')
      .executeTakeFirstOrThrow()
    const rhodri = await world.person(id)
    expect(rhodri.roles.map(one => [one.role, one.partnerId])).toEqual([['partner', 'childrens-centre']])
    expect(rhodri.belongsTo('hafren')).toBe(true)
    expect(rhodri.works('hafren')).toBe(false)
    for (const address of ['/networks/hafren', '/networks/hafren/people', '/groups/reading', at])
      await world.as(id).get(address).expect(404)
    await world.as(id).get('/').expect(200)
    expect((await world.as(id).get('/account')).text).toContain('a partner from Pont-y-felin Children’s Centre')
    expect((await nia.get(`/networks/hafren/people/${id}`)).text).toContain('Pont-y-felin Children’s Centre')
  })

  test('an adviser can come from a partner, or from nowhere in particular', async () => {
    await nia
      .post('/networks/hafren/people/gareth/roles', { role: 'adviser', school: 'bryn', theme: '', partner: '' })
      .expect(303)
    const held = (await world.person('gareth')).roles
    expect(held.map(one => [one.role, one.schoolId, one.partnerId])).toEqual([
      ['adviser', null, 'education-service'],
      ['adviser', null, null],
    ])
    expect((await world.as('gareth').get('/account')).text).toContain('an adviser from Hafren Education Service')
  })

  test('a list of people names the partner of each', () => {
    const partner = { id: 'p', name: 'Pont-y-felin Children’s Centre' } as never
    const { rows, mistakes } = readPeople(
      'name,email,role,partner\nA Person,a@x.example,partner,pont-y-felin children’s centre\nB Person,b@x.example,partner,\nC Person,c@x.example,adviser,\nD Person,d@x.example,adviser,Nowhere',
      { schools: [], themes: [], partners: [partner], groups: [], people: [], open: [] },
      'nia@schools.example',
    )
    expect(rows.map(one => [one.name, one.partnerId])).toEqual([
      ['A Person', 'p'],
      ['C Person', null],
    ])
    expect(mistakes.map(one => one.because)).toEqual([
      'A person with the role partner needs a partner of the network.',
      'There is no partner “Nowhere” in this network.',
    ])
  })
})

describe('a partnership that ends', () => {
  test('takes its people’s role with it, keeps what was, and can be taken up again', async () => {
    await nia.post('/networks/hafren/people/invitations', {
      ...{
        name: 'Late',
        email: 'late@centre.example',
        role: 'partner',
        school: '',
        theme: '',
        partner: 'childrens-centre',
      },
    })
    expect((await nia.get(`${at}/childrens-centre/ending`)).text).toContain('Menna Rhydderch')
    await nia.post(`${at}/childrens-centre/ending`, { endedOn: 'soon', cameOfIt: '' }).expect(422)
    const cameOfIt = 'Every reception class knows its children before September now.'
    await nia.post(`${at}/childrens-centre/ending`, { endedOn: '2026-11-27', cameOfIt }).expect(303)

    expect((await world.person('menna')).roles).toEqual([])
    const page = (await world.as('sam').get(at)).text
    expect(page).toContain('Partners of earlier years')
    expect(page).toContain(cameOfIt)
    expect((await nia.get('/networks/hafren/people')).text).not.toContain('late@centre.example')
    await nia.post(`${at}/childrens-centre/ending`, { endedOn: '2026-11-27', cameOfIt }).expect(409)

    await nia.post(`${at}/childrens-centre/return`).expect(303)
    expect((await partnersOf(world.db, 'hafren')).map(one => one.id)).toContain('childrens-centre')
    expect((await world.person('menna')).roles).toEqual([])
  })
})
