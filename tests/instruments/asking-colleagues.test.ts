import request from 'supertest'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { askedByLink, giveAnswers } from '../../src/instruments/questionnaires/answering.js'
import { mayKeep } from '../../src/people/kept-forms/kept-forms.js'
import { newWorld } from '../world.js'
import { testOfSqlite } from '../sqlite-of.js'

const world = newWorld()
const { db } = world
let address = ''
let questions: { id: string; kind: string }[] = []

beforeEach(async () => {
  const made = await world.as('sadia').post('/groups/reading/instruments', { template: 'staff-confidence' })
  const instrument = made.get('location')!.replace('/edit', '')
  const endsOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const opened = await world.as('sadia').post(`${instrument}/questionnaires`, { endsOn })
  expect(opened.status).toBe(303)
  address = opened.get('location')!
  const row = await db
    .selectFrom('questionnaires')
    .select('questions')
    .where('id', '=', address.split('/')[2]!)
    .executeTakeFirstOrThrow()
  questions = JSON.parse(row.questions) as typeof questions
})

async function links(count: number): Promise<string[]> {
  const page = await world.as('sadia').led(`${address}/links`, { count })
  return [...new Set([...page.text.matchAll(/\/answer\/[\w-]{20,}/g)].map(found => found[0]))]
}

const giveAnswersAs = async (link: string, scale: string) =>
  inOne(db, async trx =>
    giveAnswers(
      trx,
      await askedByLink(trx, link.split('/').at(-1)!),
      { [questions[0]!.id]: scale },
      { token: link.split('/').at(-1)! },
    ),
  )
const answers = (scale: string, said = '') => ({ [`q-${questions[0]!.id}`]: scale, [`q-${questions[5]!.id}`]: said })
const stored = () =>
  db.selectFrom('questionnaireAnswers').selectAll().where('questionnaireId', '=', address.split('/')[2]!).execute()

test('five colleagues answer by one link without a name, and the spread becomes evidence when it is closed', async () => {
  const [link] = await links(0)
  expect((await world.stranger.get(link!)).text).toContain('Nobody asks who you are')
  for (const scale of ['1', '2', '4', '4', '5']) {
    const sent = await world.stranger.led(link!, answers(scale, scale === '5' ? 'More time to plan' : ''))
    expect(sent.text).toContain('Thank you. Your answers are in')
  }
  const open = (await world.as('sadia').get(address)).text
  expect(open).toContain('nobody sees an answer, nor how many have come')
  expect(open).not.toContain('More time to plan')
  await world.as('sadia').post(`${address}/closing`)
  const closed = (await world.as('fiona').get(address)).text
  expect(closed).toContain('5 answers')
  expect(closed).toContain('5: very')
  // One colleague alone wrote words: they are not shown.
  expect(closed).not.toContain('More time to plan')
  expect(closed).toContain('Fewer than five answered this')
  const piece = /\/evidence\/\w{12}/.exec(closed)![0]
  expect((await world.as('sam').get(piece)).text).toContain('5 colleagues answered. Nobody was asked who they are.')
})

test('of fewer than five answers nothing is shown, and they are erased', async () => {
  const [link] = await links(0)
  for (const scale of ['1', '2', '4', '4']) await world.stranger.post(link!, answers(scale))
  await world.as('sadia').post(`${address}/closing`)
  const closed = (await world.as('sadia').get(address)).text
  expect(closed).toContain('Nothing is shown')
  expect(closed).not.toMatch(/\b4 answers/)
  expect(await stored()).toEqual([])
})

test('a link for one answer is good for one, and an answer says neither who nor when', async () => {
  const [one] = await links(3)
  await world.stranger.post(one!, answers('3'))
  expect((await world.stranger.post(one!, answers('5'))).text).toContain('An answer has been given here already')
  const rows = await stored()
  expect(rows).toHaveLength(1)
  expect(Object.keys(rows[0]!)).toEqual(['id', 'questionnaireId', 'answers', 'settledAt'])
})

test('a colleague who is signed in answers once, and nobody outside the network is asked', async () => {
  const mine = `${address}/answer`
  expect((await world.as('kasia').get(mine)).status).toBe(200)
  expect((await world.as('kasia').led(mine, answers('3'))).text).toContain('Thank you')
  expect((await world.as('kasia').post(mine, answers('4'))).status).toBe(409)
  for (const person of ['ruth', 'dilys', 'alex']) expect((await world.as(person).get(mine)).status).toBe(404)
  await world.as('sadia').post(`${address}/closing`)
  expect(await db.selectFrom('questionnairePeople').selectAll().execute()).toEqual([])
})

testOfSqlite('neither the order of the rows, nor an id, nor a time says who answered first', async () => {
  const [link] = await links(0)
  const firsts = new Set<string>()
  for (let time = 0; time < 12 && firsts.size < 2; time++) {
    await db.deleteFrom('questionnaireAnswers').execute()
    for (const scale of ['1', '2', '3', '4', '5']) await giveAnswersAs(link!, scale)
    const rows = await sql<{ answers: string }>`select * from questionnaire_answers order by rowid`.execute(db)
    expect(rows.rows.map(row => row.answers).sort()).toHaveLength(5)
    firsts.add(rows.rows[0]!.answers)
  }
  // With twelve times five answers, the first row is always the first answer once in 240 million tries.
  expect(firsts.size).toBeGreaterThan(1)
  // Whose session has ended while they answered has no form kept in their name.
  expect(mayKeep(`${address}/answer`)).toBe(false)
  expect(mayKeep(address)).toBe(true)
  const columns = Object.keys((await stored())[0]!)
  expect(columns).toEqual(['id', 'questionnaireId', 'answers', 'settledAt'])
  const kept = await db.selectFrom('questionnaireLinks').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain(link!.split('/').at(-1)!)
})

test('what comes too late is refused kindly, given back to its writer, and kept nowhere; more days can be given', async () => {
  const [link] = await links(0)
  const questionnaire = address.split('/')[2]!
  await db.updateTable('questionnaires').set({ endsOn: '2020-01-01' }).where('id', '=', questionnaire).execute()
  const late = await world.stranger.post(link!, answers('3', 'I was away'))
  expect(late.status).toBe(409)
  expect(late.text).toContain('It was not taken in, and is kept nowhere')
  expect(late.text).toContain('I was away')
  expect(await stored()).toEqual([])
  const endsOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  expect((await world.as('sadia').post(`${address}/last-day`, { endsOn: '2020-02-02' })).status).toBe(422)
  expect((await world.as('sadia').post(`${address}/last-day`, { endsOn })).status).toBe(303)
  expect((await world.stranger.led(link!, answers('3', 'I was away'))).text).toContain('Thank you')
})

test('colleagues are asked by letter, and reminded without anybody being told who has not answered', async () => {
  world.letters.length = 0
  const to = () => world.letters.map(letter => letter.to).sort()
  expect((await world.as('sadia').post(`${address}/letters`, {})).status).toBe(422)
  await world.as('sadia').post(`${address}/letters`, { schools: 'weir' })
  await world.posted()
  const asked = to()
  expect(asked.length).toBeGreaterThan(1)
  expect(world.letters[0]!.text).toContain(`${address}/answer`)
  expect((await world.as('sadia').post(`${address}/letters`, { schools: 'weir' })).status).toBe(409)
  await world.as('sam').post(`${address}/answer`, answers('4'))
  world.letters.length = 0
  await db.updateTable('questionnaires').set({ askedAt: '2026-01-01T08:00:00.000Z' }).execute()
  await world.as('sadia').post(`${address}/letters`, { schools: 'weir' })
  await world.posted()
  const sam = (await db.selectFrom('people').select('email').where('id', '=', 'sam').executeTakeFirstOrThrow()).email
  expect(to()).toEqual(asked.filter(email => email !== sam))
  const page = (await world.as('sadia').get(address)).text
  expect(page).toContain('Those who have not answered can be reminded from')
  expect(page).not.toContain('Sam O’Neill')
  expect((await world.as('tomasz').post(`${address}/letters`, { schools: 'weir' })).status).toBe(403)
})

test('an empty answer is asked for again; a closed questionnaire and a wrong link take none', async () => {
  const [link] = await links(0)
  const empty = await world.stranger.post(link!, { [`q-${questions[0]!.id}`]: '9' })
  expect(empty.status).toBe(422)
  await db
    .updateTable('questionnaires')
    .set({ endsOn: '2020-01-01' })
    .where('id', '=', address.split('/')[2]!)
    .execute()
  expect((await world.stranger.post(link!, answers('3'))).text).toContain('has closed')
  expect((await world.stranger.get('/answer/nothing-like-it')).status).toBe(404)
  expect(await stored()).toEqual([])
})

test('a new link for everybody takes the place of the one before', async () => {
  const [first] = await links(0)
  await links(0)
  expect((await world.stranger.get(first!)).status).toBe(404)
})

test('those who only look may read it, and neither make links nor close it', async () => {
  for (const person of ['tomasz', 'fiona']) {
    expect((await world.as(person).get(address)).status).toBe(200)
    for (const doing of ['links', 'closing'])
      expect((await world.as(person).post(`${address}/${doing}`, { count: 1 })).status).toBe(403)
  }
  for (const person of ['nia', 'kasia', 'ruth']) expect((await world.as(person).get(address)).status).toBe(404)
})

test('an answer that is too long is said to be, and nothing of it is lost or cut', async () => {
  const [link] = await links(0)
  const long = `${'Words of mine. '.repeat(700)}The end.`
  const sent = await world.stranger.post(link!, answers('4', long))
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('Keep each answer under 10,000 characters')
  expect(sent.text).toContain('The end.')
  expect(await stored()).toEqual([])
})

test('a browser that has answered by the link that all share does not count twice, unless somebody else uses it', async () => {
  const [link] = await links(0)
  const before = (await stored()).length
  const sent = await world.stranger.post(link!, answers('2')).expect(303)
  const cookie = sent
    .get('Set-Cookie')!
    .map(one => one.split(';')[0]!)
    .join('; ')
  expect(sent.get('Set-Cookie')!.join()).not.toMatch(/Expires|Max-Age/)
  const sameBrowser = (ask: request.Test) => ask.set('Cookie', cookie)
  const back = await sameBrowser(request(world.app).get(link!))
  expect(back.text).toContain('An answer has been sent from this browser already')
  expect(back.text).not.toContain('Send my answers')
  const again = await sameBrowser(
    request(world.app).post(link!).set('Sec-Fetch-Site', 'same-origin').type('form'),
  ).send(answers('3', 'Said twice'))
  expect([again.status, again.text.includes('Said twice')]).toEqual([409, true])
  expect(await stored()).toHaveLength(before + 1)
  const other = await sameBrowser(request(world.app).get(`${link!}?another=yes`))
  expect(other.text).toContain('name="another" value="yes"')
  await sameBrowser(request(world.app).post(link!).set('Sec-Fetch-Site', 'same-origin').type('form'))
    .send({ ...answers('3'), another: 'yes' })
    .expect(303)
  expect(await stored()).toHaveLength(before + 2)
})

test('a last day that is over, or far away, is said beside its field, where the questionnaire is begun and where it goes on', async () => {
  const sentence = 'Choose a last day between today and three months from now'
  const instrument = (await world.db.selectFrom('instruments').select('id').execute())[0]!
  for (const endsOn of ['2020-01-01', '2099-01-01']) {
    const begun = await world.as('sam').post(`/instruments/${instrument.id}/questionnaires`, { endsOn })
    const on = await world.as('sam').post(`${address}/last-day`, { endsOn })
    for (const page of [begun, on]) {
      expect(page.status).toBe(422)
      expect(page.text).toContain(sentence)
      expect(page.text).toContain(`value="${endsOn}"`)
    }
  }
})

test('a closed questionnaire is opened again by whoever closed it or a lead, and what was answered stays', async () => {
  const [link] = await links(0)
  for (const scale of ['1', '1', '1', '1', '1']) await world.stranger.post(link!, answers(scale)).expect(303)
  await world.as('sam').post(`${address}/closing`).expect(303)
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  const again = { endsOn: soon }
  for (const person of ['huw', 'bilal', 'fiona']) await world.as(person).post(`${address}/reopening`, again).expect(403)
  expect((await world.as('huw').get(address)).text).not.toContain('Open the questionnaire again')
  const page = (await world.as('sadia').get(`${address}/reopening`).expect(200)).text
  expect(page).toContain('The answers that were kept stay.')
  expect(page).toMatch(/name="endsOn"[^>]*value="\d{4}-\d\d-\d\d"/)
  const past = await world.as('sam').post(`${address}/reopening`, { endsOn: '2020-01-01' }).expect(422)
  expect(past.text).toContain('Choose a last day between today and three months from now')
  expect(past.text).toContain('Open the questionnaire again')
  const open = await world.as('sam').led(`${address}/reopening`, again)
  expect(open.text).toContain('It is open again until')
  expect(open.text).toContain('nobody sees an answer')
  expect(await stored()).toHaveLength(5)
  expect((await world.as('sadia').post(`${address}/reopening`, again).expect(409)).text).toContain(
    'This questionnaire is open',
  )
  expect(JSON.stringify((await world.history('reading')).slice(0, 3))).toContain('again until')
  expect((await world.stranger.get(link!)).status).toBe(404)

  // Four more: with the spread of before beside it, theirs would be known.
  const [second] = await links(0)
  for (const scale of ['5', '5', '5', '5']) await world.stranger.post(second!, answers(scale)).expect(303)
  await world.as('sadia').post(`${address}/closing`).expect(303)
  expect(await stored()).toHaveLength(5)
  expect(JSON.stringify(await stored())).not.toContain('"5"')

  // Five more are counted, and what one of them alone wrote is not.
  await world.as('sadia').post(`${address}/reopening`, again).expect(303)
  const [third] = await links(0)
  for (const scale of ['4', '4', '4', '4', '4'])
    await world.stranger.post(third!, answers(scale, scale === '4' ? '' : 'x')).expect(303)
  await world.stranger.post(third!, answers('', 'Only I said this')).expect(303)
  await world.as('sadia').post(`${address}/closing`).expect(303)
  expect((await world.as('fiona').get(address)).text).toContain('11 answers')
  expect(JSON.stringify(await stored())).not.toContain('Only I said this')
  const pieces = await db
    .selectFrom('evidence')
    .select('id')
    .where('capture', 'like', `questionnaire-${address.split('/')[2]}%`)
    .execute()
  expect(pieces.length).toBe(2)
})
