import { describe, expect, test } from 'vitest'
import { textOf } from '../../src/documents/to-text.js'
import { documentOfMinutes } from '../../src/meetings/minutes/document.js'
import { findMeeting } from '../../src/meetings/meetings.js'
import { newWorld } from '../world.js'
import { held, inDays, itemOf, planned, present, usualCircles } from './meeting.js'

const world = newWorld()
const { strategic, operational } = (await usualCircles(world)) as { strategic: string; operational: string }
const meeting = await held(world, 'nia', strategic, 20, 'Heads in the hall')
const bus = await itemOf(world, 'nia', meeting, 'The bus')
const staffing = await itemOf(world, 'nia', meeting, 'A post that ends', { confidential: 'yes' })
const text = (item: string) => `/texts/minutes/${item}/minutes`
const minutes = `${meeting}/minutes`
await present(world, 'nia', meeting, ['nia', 'imran', 'mair'])

describe('minutes', () => {
  test('are typed by two at once, and merged', async () => {
    await world.as('nia').post(text(bus), { body: 'One bus. Three schools.', version: 0 }).expect(303)
    await world.as('imran').post(text(bus), { body: 'One yellow bus. Three schools.', version: 1 }).expect(303)
    await world.as('mair').post(text(bus), { body: 'One bus. Three schools share it.', version: 1 }).expect(303)
    expect((await world.as('nia').get(minutes)).text).toContain('One yellow bus. Three schools share it.')
    expect((await world.as('mair').post(text(bus), { body: 'No bus.', version: 1 })).status).toBe(409)
  })

  test('that are not agreed are for the circle and those who were there', async () => {
    for (const person of ['nia', 'imran', 'joanna']) expect((await world.as(person).get(minutes)).status).toBe(200)
    for (const person of ['sam', 'sadia', 'tomasz', 'dilys', 'fiona', 'alex', 'ruth']) {
      expect({ person, status: (await world.as(person).get(minutes)).status }).toEqual({ person, status: 404 })
      expect((await world.as(person).get(`${minutes}.pdf`)).status).toBe(404)
      expect((await world.as(person).post(text(bus), { body: 'Mine', version: 3 })).status).toBe(404)
      expect((await world.as(person).get('/search?q=yellow')).text).not.toContain('yellow bus')
    }
  })

  test('that are not agreed are offered from the next meeting to those alone who may read them', async () => {
    const next = await held(world, 'nia', strategic, 5, 'Heads again')
    const link = `href="${minutes}"`
    expect((await world.as('nia').get(next)).text).toContain(link)
    const { status, text } = await world.as('sam').get(next)
    expect(status).toBe(200)
    expect(text).not.toContain(link)
    expect(text).toContain(`href="${meeting}"`)
  })

  test('of a confidential item are for those present alone; the others of the circle know that it was', async () => {
    await world.as('imran').post(text(staffing), { body: 'We keep quiet about Marchland.', version: 0 }).expect(303)
    expect((await world.as('mair').get(minutes)).text).toContain('Marchland')
    const joanna = (await world.as('joanna').get(minutes)).text
    expect(joanna).toContain('A post that ends')
    expect(joanna).not.toContain('Marchland')
    expect((await world.as('joanna').post(text(staffing), { body: 'x', version: 1 })).status).toBe(404)
    expect((await world.as('sam').get(meeting)).text).not.toContain('A post that ends')
    await world.posted()
    expect((await world.as('mair').get('/search?q=Marchland')).text).toContain(meeting)
    for (const person of ['joanna', 'sam', 'nia'].filter(one => one !== 'nia'))
      expect((await world.as(person).get('/search?q=Marchland')).text).not.toContain(meeting)
  })

  test('in a file hold nothing that is confidential, not even for those who were there', async () => {
    const found = await findMeeting(world.db, await world.person('mair'), meeting.split('/').at(-1)!)
    const words = textOf(await documentOfMinutes(world.db, found, 'http://localhost:3000'))
    expect(words).toContain('yellow bus')
    expect(words).toMatch(/Who was there: .*Imran Siddiqui/)
    expect(words).not.toContain('Marchland')
    expect(words).not.toContain('A post that ends')
    expect((await world.as('mair').get(`${minutes}.pdf`)).headers['content-type']).toContain('application/pdf')
    expect((await world.as('mair').get(`${minutes}.docx`)).status).toBe(200)
  })
})

test('who was there is ticked by whoever conducts the meeting: nobody lets themselves in', async () => {
  const fields = { 'was-joanna': 'present' }
  for (const person of ['joanna', 'imran'])
    expect((await world.as(person).post(`${meeting}/attendance`, fields)).status).toBe(403)
  expect((await world.as('nia').post(`${meeting}/attendance`, { 'was-ruth': 'present' })).status).toBe(422)
  expect((await world.as('joanna').get(minutes)).text).not.toContain('Marchland')
})

describe('decisions', () => {
  test('are numbered for each circle, with a reason, and keep every word of a bad form', async () => {
    const bad = await world.as('imran').post(`${meeting}/items/${bus}/decisions`, { decision: '', reason: 'It rains' })
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('It rains')
    await world
      .as('imran')
      .post(`${meeting}/items/${bus}/decisions`, { decision: 'We share a bus', reason: 'It is dear' })
      .expect(303)
    await world
      .as('mair')
      .post(`${meeting}/items/${staffing}/decisions`, { decision: 'The post ends in May' })
      .expect(303)
    expect((await world.as('sam').post(`${meeting}/items/${bus}/decisions`, { decision: 'No' })).status).toBe(403)
    const { text: page } = await world.as('nia').get(minutes)
    expect(page).toContain('>D1</span>')
    expect(page).toContain('>D2</span>')
  })

  test('of minutes that are not agreed, and confidential ones, are in no list of others', async () => {
    for (const address of ['/networks/hafren/decisions', '/networks/hafren/decisions.csv', `/circles/${strategic}`]) {
      expect((await world.as('sam').get(address)).text).not.toContain('share a bus')
      expect((await world.as('joanna').get(address)).text).toContain('share a bus')
      expect((await world.as('joanna').get(address)).text).not.toContain('ends in May')
      expect((await world.as('mair').get(address)).text).toContain('ends in May')
    }
  })
})

describe('what was agreed to do', () => {
  const action = async () =>
    (
      await world.db
        .selectFrom('meetingActions')
        .selectAll()
        .where('what', '=', 'Ask the bus firm')
        .executeTakeFirstOrThrow()
    ).id

  test('has one owner and a day, stands on their day, and they get a letter that says nothing of it', async () => {
    const post = (fields: Record<string, string>) => world.as('nia').post(`${meeting}/items/${bus}/actions`, fields)
    expect((await post({ what: 'Ask', owner: 'sam', dueOn: inDays(3) })).text).toContain('Choose somebody who is asked')
    expect((await post({ what: 'Ask', owner: 'imran', dueOn: 'soon' })).status).toBe(422)
    await post({ what: 'Ask the bus firm', owner: 'imran', dueOn: inDays(3) }).expect(303)
    expect((await world.as('imran').get('/')).text).toContain('Ask the bus firm')
    await world.posted()
    const letter = world.letters.find(one => one.subject.includes('Agreed for you'))!
    expect(letter.to).toBe('imran@schools.example')
    expect(letter.text).not.toContain('bus firm')
  })

  test('comes back at the next meeting by itself, until it is done with a word on what came of it', async () => {
    const next = await planned(world, 'nia', strategic, { title: 'Next time' })
    const first = (await world.as('mair').get(next)).text
    expect(first).toContain('Last time')
    expect(first).toContain('Ask the bus firm')
    const address = `/meeting-actions/${await action()}`
    expect((await world.as('mair').post(`${address}/settlement`, { settled: 'done', outcome: 'x' })).status).toBe(403)
    expect((await world.as('imran').post(`${address}/settlement`, { settled: 'done', outcome: '' })).status).toBe(422)
    await world
      .as('imran')
      .post(`${address}/day`, { dueOn: inDays(9) })
      .expect(303)
    await world
      .as('imran')
      .post(`${address}/settlement`, { settled: 'done', outcome: 'Forty pounds a day.' })
      .expect(303)
    expect((await world.as('imran').get('/')).text).not.toContain('Ask the bus firm')
    expect((await world.as('mair').get(next)).text).not.toContain('Ask the bus firm')
    expect((await world.as('mair').get(address)).text).toContain('Forty pounds a day.')
    expect((await world.as('sam').get(address)).status).toBe(404)
  })
})

describe('from draft to agreed', () => {
  test('minutes open to those present, who ask for amendments; the others do not', async () => {
    expect((await world.as('imran').post(`${minutes}/opening`)).status).toBe(403)
    await world.as('nia').post(`${minutes}/opening`).expect(303)
    expect((await world.as('imran').post(text(bus), { body: 'Changed', version: 3 })).status).toBe(403)
    await world.as('imran').post(`${meeting}/items/${bus}/amendments`, { words: 'It was orange.' }).expect(303)
    expect((await world.as('joanna').post(`${meeting}/items/${bus}/amendments`, { words: 'x' })).status).toBe(403)
    expect((await world.as('nia').get('/')).text).toContain('1 amendment is asked for')
    expect((await world.as('nia').post(`${minutes}/agreement`)).status).toBe(409)
    const row = await world.db.selectFrom('minuteAmendments').select('id').executeTakeFirstOrThrow()
    const answer = { answer: 'not accepted', words: 'We looked: yellow.' }
    expect((await world.as('imran').post(`${meeting}/amendments/${row.id}`, answer)).status).toBe(403)
    await world.as('nia').post(`${meeting}/amendments/${row.id}`, answer).expect(303)
    expect((await world.as('imran').get(minutes)).text).toContain('We looked: yellow.')
  })

  test('are agreed by whoever chairs, frozen, and read by all who work in the network', async () => {
    await world.as('nia').post(`${minutes}/agreement`).expect(303)
    expect((await world.as('nia').post(text(bus), { body: 'Changed', version: 3 })).status).toBe(403)
    expect((await world.as('nia').post(`${meeting}/items/${bus}/decisions`, { decision: 'More' })).status).toBe(403)
    const sam = (await world.as('sam').get(minutes)).text
    expect(sam).toContain('yellow bus')
    expect(sam).toContain('We share a bus')
    expect(sam).not.toContain('A post that ends')
    expect((await world.as('sam').get('/networks/hafren/decisions?words=bus')).text).toContain('We share a bus')
    expect((await world.as('sam').get('/networks/hafren/decisions?words=caravan')).text).toContain(
      'No decision is like that',
    )
    for (const person of ['dilys', 'ruth', 'alex']) expect((await world.as(person).get(minutes)).status).toBe(404)
    await world.posted()
    expect((await world.as('sam').get('/search?q=share+bus')).text).toContain('D1')
  })

  test('afterwards only a note with its day can be added', async () => {
    expect((await world.as('imran').post(`${meeting}/items/${bus}/notes`, { words: 'x' })).status).toBe(403)
    await world.as('nia').post(`${meeting}/items/${bus}/notes`, { words: 'The firm was called Dyfi.' }).expect(303)
    expect((await world.as('sam').get(minutes)).text).toContain('The firm was called Dyfi.')
  })

  test('a later decision stands in the place of an earlier one', async () => {
    const later = await held(world, 'nia', strategic, 2, 'Heads again')
    const item = await itemOf(world, 'nia', later, 'The bus again')
    await present(world, 'nia', later, ['nia'])
    await world.as('nia').post(`${later}/items/${item}/decisions`, { decision: 'Two buses' }).expect(303)
    const rows = await world.db.selectFrom('decisions').selectAll().orderBy('number').execute()
    expect(rows.map(row => row.number)).toEqual([1, 2, 3])
    const [first, , third] = rows
    expect((await world.as('imran').post(`/decisions/${first!.id}/supersession`, { by: third!.id })).status).toBe(403)
    expect((await world.as('nia').post(`/decisions/${first!.id}/supersession`, { by: 'none' })).status).toBe(422)
    await world.as('nia').post(`/decisions/${first!.id}/supersession`, { by: third!.id }).expect(303)
    expect((await world.as('imran').get(`/decisions/${first!.id}`)).text).toContain('stands in its place')
    expect((await world.as('imran').get('/networks/hafren/decisions?state=standing')).text).not.toContain(
      'We share a bus',
    )
  })

  test('whoever left the circle writes no more, and what they wrote stays', async () => {
    const later = await held(world, 'nia', strategic, 1, 'After leaving')
    const item = await itemOf(world, 'nia', later, 'Something')
    await world.as('imran').post(text(item), { body: 'Imran wrote this.', version: 0 }).expect(303)
    await world.as('imran').post(`/circles/${strategic}/leaving`).expect(303)
    expect((await world.as('imran').post(text(item), { body: 'And this.', version: 1 })).status).toBe(404)
    expect((await world.as('nia').get(`${later}/minutes`)).text).toContain('Imran wrote this.')
  })
})

describe('a governor in a circle', () => {
  test('reads what is agreed, and neither drafts nor what is confidential, wherever they look', async () => {
    await world.as('nia').post(`/circles/${operational}/people`, { person: 'dilys' }).expect(303)
    const data = await held(world, 'nia', operational, 5, 'Data evening')
    const open = await itemOf(world, 'nia', data, 'Reading ages')
    const quiet = await itemOf(world, 'nia', data, 'One child', { confidential: 'yes' })
    await present(world, 'nia', data, ['nia', 'dilys'])
    await world.as('nia').post(text(open), { body: 'They rose a little.', version: 0 }).expect(303)
    await world.as('nia').post(text(quiet), { body: 'Quietly said.', version: 0 }).expect(303)
    await world.as('nia').post(`${data}/items/${quiet}/decisions`, { decision: 'Nobody tells' }).expect(303)
    const page = (await world.as('dilys').get(data)).text
    expect(page).toContain('Reading ages')
    expect(page).not.toContain('One child')
    expect((await world.as('dilys').get(`${data}/minutes`)).status).toBe(404)
    await world.as('nia').post(`${data}/minutes/opening`).expect(303)
    await world.as('nia').post(`${data}/minutes/agreement`).expect(303)
    const read = (await world.as('dilys').get(`${data}/minutes`)).text
    expect(read).toContain('They rose a little.')
    await world.posted()
    for (const address of [
      `${data}/minutes`,
      `/circles/${operational}`,
      '/networks/hafren/decisions',
      '/search?q=quietly',
    ])
      expect((await world.as('dilys').get(address)).text).not.toMatch(/Quietly said|Nobody tells|One child/)
  })
})

test('minutes wait on the day of whoever writes them, then of those who were there, until they have corrected them', async () => {
  const day = async (person: string) => (await world.as(person).get('/')).text
  const over = await held(world, 'nia', strategic, 1, 'Waits for words')
  expect(await day('nia')).toContain('“Waits for words”')
  expect(await day('nia')).toContain('Write the minutes')
  expect(await day('mair')).not.toContain('Waits for words')
  const item = await itemOf(world, 'nia', over, 'What we heard')
  await present(world, 'nia', over, ['nia', 'mair'])
  await world.as('nia').post(`${over}/minutes/opening`).expect(303)
  expect(await day('nia')).not.toContain('“Waits for words”, ')
  expect(await day('mair')).toContain('The minutes of “Waits for words”')
  expect(await day('gwen')).not.toContain('Waits for words')
  await world.as('mair').post(`${over}/items/${item}/amendments`, { words: 'I said more.' }).expect(303)
  expect(await day('mair')).not.toContain('Waits for words')
})
