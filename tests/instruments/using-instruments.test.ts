import { expect, test } from 'vitest'
import { unread } from '../../src/names/names.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world

async function begin(template = 'talk-tally', person = 'sadia', group = 'reading'): Promise<string> {
  const made = await world.as(person).post(`/groups/${group}/instruments`, { template })
  expect(made.status).toBe(303)
  return made.get('location')!.replace('/edit', '')
}

async function questionsOf(address: string) {
  const id = address.split('/').at(-1)!
  const row = await db.selectFrom('instruments').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return { row, questions: JSON.parse(row.questions) as { id: string; words: string; kind: string }[] }
}

/** The editor's form as it stands. */
async function formOf(address: string): Promise<Record<string, string>> {
  const { row, questions } = await questionsOf(address)
  const fields = questions.flatMap((one, at) => [
    [`words-${at}`, one.words],
    [`kind-${at}`, one.kind],
    [`options-${at}`, one.kind === 'one' ? 'to recall\nto explain' : ''],
  ])
  const order = questions.map(one => one.id).join(' ')
  return {
    ...unread({ name: row.name, purpose: row.purpose }),
    version: String(row.version),
    order,
    ...(Object.fromEntries(fields) as object),
  }
}

test('a member begins with a template, moves its questions by buttons, and each save is a version', async () => {
  const address = await begin()
  const first = (await questionsOf(address)).questions.map(one => one.words)
  await world.as('sadia').post(address, { ...(await formOf(address)), do: 'down-0' })
  await world.as('sadia').post(address, { ...(await formOf(address)), do: 'add' })
  const fields = await formOf(address)
  const last = (await questionsOf(address)).questions.length - 1
  const missing = await world.as('sadia').post(address, fields)
  expect(missing.status).toBe(422)
  expect(missing.text).toContain(`Question ${last + 1} has no words yet.`)
  expect(
    (await world.as('sadia').post(address, { ...fields, [`words-${last}`]: 'What did you not see?' })).status,
  ).toBe(303)
  const { row, questions } = await questionsOf(address)
  expect(questions.slice(0, 2).map(one => one.words)).toEqual([first[1], first[0]])
  expect(questions.at(-1)!.words).toBe('What did you not see?')
  expect(row.version).toBe(4)
  expect((await world.as('sam').get(address)).text).toContain('What did you not see?')
})

test('two who change it at once both keep their words', async () => {
  const address = await begin()
  const stale = await formOf(address)
  await world.as('sadia').post(address, { ...stale, name: 'Counting talk' })
  const late = await world.as('sam').post(address, { ...stale, name: 'Talk, counted' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('value="Talk, counted"')
  expect((await questionsOf(address)).row.name).toBe('Counting talk')
})

test('it is filled in, saved as often as it is sent, and becomes one piece of evidence', async () => {
  const address = await begin()
  const { questions } = await questionsOf(address)
  const begun = await world.as('zofia').post(`${address}/fillings`)
  const sheet = begun.get('location')!
  const [asked, , , , spoke, kind] = questions
  const typed = {
    [`q-${asked!.id}`]: '7',
    [`q-${spoke!.id}`]: 'nine',
    [`q-${kind!.id}`]: 'to explain',
    about: 'P07’s class',
    school: 'weir',
    on: '2026-10-05',
  }
  const saved = await world.as('zofia').post(sheet, typed).set('Accept', 'application/json')
  expect((saved.body as { savedAt: string }).savedAt).toMatch(/^\d{4}-/)
  await world.as('zofia').post(sheet, { ...typed, do: `count-${asked!.id}` })
  expect((await world.as('zofia').get(sheet)).text).toContain('value="8"')
  expect((await world.as('zofia').post(`${sheet}/evidence`, { about: '' })).status).toBe(422)
  const done = await world.as('zofia').post(`${sheet}/evidence`, { ...typed, audience: 'group' })
  expect(done.status).toBe(303)
  const again = await world.as('zofia').post(`${sheet}/evidence`, typed)
  expect(again.get('location')).toBe(done.get('location'))
  const piece = (await world.as('sam').get(done.get('location')!)).text
  expect(piece).toContain('P07’s class')
  expect(piece).toContain('Questions that the teacher asked')
  expect(piece).toContain('to explain')
  expect(piece).not.toContain('nine')
})

test('a sheet keeps the questions with which it was begun, and is nobody else’s to see', async () => {
  const address = await begin()
  const sheet = (await world.as('zofia').post(`${address}/fillings`)).get('location')!
  await world.as('sadia').post(address, { ...(await formOf(address)), 'words-0': 'Something else' })
  expect((await world.as('zofia').get(sheet)).text).toContain('Questions that the teacher asked')
  for (const person of ['sadia', 'sam', 'fiona', 'nia', 'ruth'])
    expect([person, (await world.as(person).get(sheet)).status]).toEqual([person, 404])
})

test('offered to the network, another group copies its questions and sees nothing else', async () => {
  const address = await begin('learning-walk')
  const id = address.split('/').at(-1)!
  expect((await world.as('kasia').post('/groups/outdoors/instruments', { copy: id })).status).toBe(404)
  await world.as('sadia').post(`${address}/sharing`)
  expect((await world.as('kasia').get('/groups/outdoors/instruments')).text).toContain('Reading by choice')
  const copied = await world.as('kasia').post('/groups/outdoors/instruments', { copy: id })
  expect(copied.status).toBe(303)
  expect((await world.as('kasia').get(address)).status).toBe(404)
  expect((await world.as('ruth').get(address)).status).toBe(404)
  await world.as('sadia').post(`${address}/sharing/end`)
  expect((await world.as('kasia').get('/groups/outdoors/instruments')).text).not.toContain('From other groups')
})

test('the co-leader and a facilitator read the group’s instruments; others find none, and none of them uses one', async () => {
  const address = await begin()
  for (const person of ['tomasz', 'fiona']) {
    expect([person, (await world.as(person).get(address)).status]).toEqual([person, 200])
    for (const doing of ['', '/fillings', '/sharing', '/removal'])
      expect([person, (await world.as(person).post(address + doing)).status]).toEqual([person, 403])
  }
  for (const person of ['nia', 'imran', 'kasia', 'dilys', 'alex', 'ruth'])
    expect([person, (await world.as(person).get(address)).status]).toEqual([person, 404])
})

test('its sheets stand side by side, question by question, as their pieces say it now', async () => {
  const address = await begin('conference')
  const { questions } = await questionsOf(address)
  const fill = async (person: string, said: string, audience: string) => {
    const sheet = (await world.as(person).post(`${address}/fillings`)).get('location')!
    const typed = { [`q-${questions[0]!.id}`]: 'P07', [`q-${questions[1]!.id}`]: said, audience }
    return (await world.as(person).post(`${sheet}/evidence`, typed)).get('location')!
  }
  const piece = await fill('zofia', 'Because P03 had it', 'group')
  await fill('sam', 'It was on top', 'author')
  const mine = (await world.as('sam').get(`${address}/sheets`)).text
  expect(mine).toContain('Because P03 had it')
  expect(mine).toContain('It was on top')
  const theirs = (await world.as('sadia').get(`${address}/sheets`)).text
  expect(theirs).toContain('1 sheet that you can read')
  expect(theirs).not.toContain('It was on top')
  expect((await world.as('sadia').get(piece)).text).toContain('Gathered with a sheet')
  const stored = await db.selectFrom('fillings').select('answers').where('evidenceId', 'is not', null).execute()
  for (const { answers } of stored) expect(answers).toBe('{}')
  await world.as('sadia').post(address, { ...(await formOf(address)), 'words-1': 'How did you choose it?' })
  const renamed = (await world.as('sadia').get(`${address}/sheets`)).text
  expect(renamed).toContain('How did you choose it?')
  expect(renamed).toContain('Because P03 had it')
  await world.as('zofia').post(`${piece}/withdrawal`, { reason: 'Not theirs to tell' })
  expect((await world.as('sadia').get(`${address}/sheets`)).text).not.toContain('Because P03 had it')
})

test('it is used again in the group’s next cycle, and says where a copy came from', async () => {
  const address = await begin('learning-walk')
  const id = address.split('/').at(-1)!
  await world.as('sadia').post(`${address}/sharing`)
  const copied = await world.as('gwen').post('/groups/talk/instruments', { copy: id })
  expect((await world.as('gwen').get(copied.get('location')!.replace('/edit', ''))).text).toContain('Reading by choice')
  const first = await db.selectFrom('enquiries').selectAll().where('groupId', '=', 'reading').executeTakeFirstOrThrow()
  await db.updateTable('enquiries').set({ finishedAt: '2026-11-01T10:00:00.000Z' }).where('id', '=', first.id).execute()
  await db
    .insertInto('enquiries')
    .values({ ...unread(first), id: 'reading-2', cycle: 2, follows: first.id, finishedAt: null })
    .execute()
  await renewAll(db)
  const sheet = await world.as('zofia').post(`${address}/fillings`)
  expect(sheet.status).toBe(303)
  const { questions } = await questionsOf(address)
  const piece = await world.as('zofia').post(`${sheet.get('location')!}/evidence`, {
    [`q-${questions[0]!.id}`]: 'Who chooses',
    audience: 'group',
  })
  const kept = await db
    .selectFrom('evidence')
    .select('enquiryId')
    .where('id', '=', piece.get('location')!.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
  expect(kept.enquiryId).toBe('reading-2')
})

test('a group’s instruments are found by their words by those who read them, and by nobody else', async () => {
  await begin('family-interview')
  const search = async (person: string) => (await world.as(person).get('/search?q=gate+telephone')).text
  for (const person of ['sam', 'tomasz', 'fiona'])
    expect(await search(person)).toContain('Talking with a parent or carer')
  for (const person of ['kasia', 'nia', 'ruth', 'dilys'])
    expect(await search(person)).not.toContain('Talking with a parent or carer')
})
