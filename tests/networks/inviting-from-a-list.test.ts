import { expect, test } from 'vitest'
import { z } from 'zod'
import { email, line } from '../../src/web/fields.js'
import { read } from '../../src/web/read.js'
import { newWorld } from '../world.js'

const world = newWorld()
const many = '/networks/hafren/people/invitations/many'
const nia = world.as('nia')
const inviteeOf = (email: string) =>
  world.db.selectFrom('invitations').selectAll().where('email', '=', email).where('withdrawnAt', 'is', null).execute()

test('a list is pasted from a spreadsheet, without a first line, with schools as people call them', async () => {
  const schools = await world.db.selectFrom('schools').selectAll().where('networkId', '=', 'hafren').execute()
  const school = schools.find(one => one.name === 'Weir Lane Primary')!
  const rows = `Ann Lee\tAnn Lee <Ann@Schools.example>\tteacher\tWeir Lane\nBo Hughes\tbo@schools.example\thead\tweir lane primary school`
  const seen = await nia.led(many, { rows })
  expect(seen.text).toContain('2 people ready to be invited')
  expect(seen.text).toContain('Of a list of people is kept: name, email address, role')
  expect(seen.text).toContain('Weir Lane Primary')
  await nia.post(many, { rows, confirmed: 'yes' }).expect(303)
  expect(await inviteeOf('ann@schools.example')).toMatchObject([{ role: 'staff', schoolId: school.id }])
  expect(await inviteeOf('bo@schools.example')).toMatchObject([{ role: 'headteacher', schoolId: school.id }])
})

test.each([
  ['a space that nobody sees', 'mi\u200b@schools.example', 'mi@schools.example'],
  ['the signs that Outlook puts around it', '\u202ami@schools.example\u202c;', 'mi@schools.example'],
  ['a curly apostrophe', 'm.o’neill@schools.example', "m.o'neill@schools.example"],
  ['its name before it', '“O’Neill, Mi” <Mi@Schools.example>', 'mi@schools.example'],
  ['the beginning of a link', 'mailto:mi@schools.example', 'mi@schools.example'],
])('an address with %s is understood, pasted in a list and typed in a form', async (_how, typed, meant) => {
  const seen = await nia.led(many, { rows: `name\temail\trole\tschool\nMi\t${typed}\tstaff\tWeir Lane` })
  expect(seen.text).toContain(meant.replace("'", '&#39;'))
  expect(read(z.object({ email: email() }), { email: typed })).toMatchObject({ ok: true, values: { email: meant } })
})

test.each(['\u200b\u200b', '\u3164', '\u2800 \u2800', '\u0301', '\u115f'])(
  'a name of which nobody sees anything is none: %j',
  async name => {
    const { text } = await nia.post(many, {
      rows: `name,email,role,school\n${name},mo@schools.example,staff,Weir Lane`,
    })
    expect(text).toContain('The name is missing.')
    expect(read(z.object({ name: line('Enter a name') }), { name })).toMatchObject({ ok: false })
  },
)

test('columns are known by whatever they are called elsewhere, and a name may stand in two of them', async () => {
  const first = 'Forename,Surname,E-mail Address,Role,School_Name'
  const seen = await nia.led(many, {
    rows: `${first}\nUna,Voss,una@x.example,staff,Weir Lane\nUna,Voss,una@x.example,headteacher,Weir Lane`,
  })
  expect(seen.text).toContain('<th scope="row">Una Voss</th>')
  expect(seen.text).toContain('1 person ready to be invited')
  const half = await nia.post(many, { rows: 'Forename,Email,Role\nUna,una@x.example,staff' })
  expect(half.text).toContain('Missing: name.')
})

test('a word that fits several schools is asked back, and one that fits none is named', async () => {
  const { text } = await nia.post(many, {
    rows: 'name,email,role,school\nCy,cy@x.example,staff,ysgol\nDi,di@x.example,staff,Nowhere',
  })
  expect(text).toMatch(/“ysgol” can be Ysgol .* or Ysgol .*\. Write its whole name\./)
  expect(text).toContain('There is no school “Nowhere” in this network.')
})

test('a line can invite into an enquiry group, and a colleague with a group is a volunteer in it', async () => {
  const group = await world.db.selectFrom('groups').selectAll().where('id', '=', 'reading').executeTakeFirstOrThrow()
  const rows = `name,email,role,school,group\nEl Vaughan,el@schools.example,staff,Weir Lane,${group.name}\nFi Rees,fi@schools.example,lead learner,,${group.name}\nGo Rees,go@schools.example,headteacher,Weir Lane,${group.name}`
  const seen = await nia.led(many, { rows })
  expect(seen.text).toContain('1 person ready')
  expect(seen.text).toContain('has a lead learner, who can hand it over')
  expect(seen.text).toContain('The role headteacher is none of a group')
  const sent = await nia.led(many, { rows, confirmed: 'yes' })
  expect(await inviteeOf('el@schools.example')).toMatchObject([{ role: 'volunteer', groupId: 'reading' }])
  const link = /\/invitations\/[\w-]{20,}/.exec(sent.text)![0]
  const page = await world.stranger.get(link)
  expect(page.text).toContain(group.name)
})

test('in a network without groups a lead learner and a volunteer come in as staff, and read how it goes on', async () => {
  const rows =
    'name,email,role,school\nJo Rees,jo@schools.example,lead learner,Weir Lane\nKi Rees,ki@schools.example,volunteer,Weir Lane\nLo Rees,lo@schools.example,lead learner,'
  const seen = await nia.led(many, { rows })
  expect(seen.text).toContain('2 people ready to be invited')
  expect(seen.text).toContain('Comes in as staff: whoever proposes a question leads its group.')
  expect(seen.text).toContain('Comes in as staff: they choose a group themselves.')
  expect(seen.text).toContain('A person with the role staff needs a school.')
  await nia.post(many, { rows, confirmed: 'yes' }).expect(303)
  expect(await inviteeOf('jo@schools.example')).toMatchObject([{ role: 'staff', groupId: null }])
})

test('whoever is here already, and whoever is invited already, is named before anything is sent', async () => {
  const sam = await world.db.selectFrom('people').selectAll().where('id', '=', 'sam').executeTakeFirstOrThrow()
  const at = await world.db
    .selectFrom('networkRoles')
    .innerJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select('schools.name')
    .where('personId', '=', 'sam')
    .where('role', '=', 'staff')
    .executeTakeFirstOrThrow()
  const seen = await nia.led(many, {
    rows: `name,email,role,school\nSam,${sam.email},staff,${at.name}\nAnn Lee,ann@schools.example,staff,Weir Lane`,
  })
  expect(seen.text).toContain('is here already as staff')
  expect(seen.text).toContain('Gets a new link; the earlier one ends.')
})

test('the links of a list stand together, to be copied at once', async () => {
  const rows = 'name,email,role,school\nHu,hu@schools.example,staff,Weir Lane\nIo,io@schools.example,staff,Weir Lane'
  const { text } = await nia.led(many, { rows, confirmed: 'yes' })
  expect(text).toContain('All links together')
  expect(text).toMatch(/Hu\thu@schools\.example\thttp:\S+\nIo\tio@schools\.example\thttp:\S+/)
})

test('an invitation that ran out is sent again with a new link, and shows when', async () => {
  const [hu] = await inviteeOf('hu@schools.example')
  await world.db
    .updateTable('invitations')
    .set({ expiresAt: '2026-11-20T10:00:00.000Z' })
    .where('id', '=', hu!.id)
    .execute()
  const people = await nia.get('/networks/hafren/people')
  expect(people.text).toContain('ran out on')
  expect((await nia.get('/')).text).toContain('The invitation of Hu as')

  const letters = world.letters.length
  const page = await nia.led('/networks/hafren/people/invitations/again', { which: [hu!.id] })
  expect(page.text).toContain('1 person is invited again')
  expect(world.letters.slice(letters).map(one => one.to)).toEqual(['hu@schools.example'])
  const [again] = await inviteeOf('hu@schools.example')
  expect(again!.tokenHash).not.toBe(hu!.tokenHash)
  expect((await nia.get('/networks/hafren/people')).text).toContain('sent again on')
  const link = /\/invitations\/[\w-]{20,}/.exec(page.text)![0]
  expect((await world.stranger.get(link)).text).toContain('had it sent there')
})

test('nothing is sent again without a tick, nor by anybody but a leader', async () => {
  expect((await nia.led('/networks/hafren/people/invitations/again', {})).text).toContain('Tick the invitations')
  expect((await world.as('sam').post('/networks/hafren/people/invitations/again', { which: ['x'] })).status).toBe(403)
})

test('without mail nobody is told that a letter was sent', async () => {
  const [io] = await inviteeOf('io@schools.example')
  const { default: request } = await import('supertest')
  const app = world.anew({ mail: { leaves: false, send: () => Promise.resolve(true) } })
  const sent = await request(app)
    .post('/networks/hafren/people/invitations/again')
    .set('cookie', nia.cookie)
    .set('origin', world.house.baseUrl)
    .type('form')
    .send({ which: io!.id })
  const page = await request(app).get(sent.get('location')!).set('cookie', nia.cookie)
  expect(page.text).toContain('Pass each person their own link.')
  const link = /\/invitations\/[\w-]{20,}/.exec(page.text)![0]
  const invitation = await request(app).get(link)
  expect(invitation.text).toContain('passed it on')
  expect(invitation.text).not.toContain('sent')
})
