import { describe, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { sayNo, sayYes } from '../../src/resources/claims/claiming.js'
import { findClaim } from '../../src/resources/claims/claims.js'
import { putAction } from '../actions/action-world.js'
import { real } from '../evidence/real-files.js'
import { newWorld } from '../world.js'
import { at, claim, draft, giveBudget, idOf, openFund, release } from './money.js'

const world = newWorld()
const fund = await openFund(world)
const budget = await giveBudget(world, fund)

const yes = { answer: 'yes', word: '' }
const textOf = async (person: string, address: string) => (await world.as(person).get(address)).text
const statusOf = async (person: string, address: string) => (await world.as(person).get(address)).status

describe('a claim for release', () => {
  test('is a draft that nobody else sees, until it is sent', async () => {
    const address = await draft(world, 'sam', { budget: idOf(budget) })
    for (const person of ['nia', 'imran', 'sadia', 'huw', 'tomasz', 'dilys', 'ruth', 'alex'])
      expect({ person, status: await statusOf(person, address) }).toEqual({ person, status: 404 })
    expect(await textOf('sam', address)).toContain('£190.00')
    expect(await textOf('nia', `${at}/claims`)).not.toContain(release.forWhat)
  })

  test('needs the yes of the own head and of whoever holds the budget, and is then paid', async () => {
    const address = await claim(world, 'sam', { budget: idOf(budget), forWhat: 'A morning at River Road' })
    for (const person of ['imran', 'sadia', 'nia']) expect(await statusOf(person, address)).toBe(200)
    for (const person of ['huw', 'zofia', 'joanna', 'tomasz', 'dilys', 'fiona', 'ruth', 'alex'])
      expect({ person, status: await statusOf(person, address) }).toEqual({ person, status: 404 })

    expect(await textOf('imran', '/')).toContain('Answer the claim')
    expect((await world.as('sam').post(`${address}/answers`, yes)).status).toBe(403)
    await world.as('imran').post(`${address}/answers`, yes).expect(303)
    expect(await textOf('imran', '/')).not.toContain('Answer the claim')
    expect(await textOf('sam', address)).toContain('Waiting for a yes')
    expect((await world.as('imran').post(`${address}/answers`, yes)).status).toBe(403)
    await world.as('sadia').post(`${address}/answers`, yes).expect(303)
    expect(await textOf('sam', address)).toContain('Agreed')
    expect(await textOf('nia', '/')).toContain('agreed and not paid yet')

    await world.posted()
    expect((await world.as('sadia').post(`${address}/payment`, { paidOn: '2026-11-25' })).status).toBe(403)
    await world.as('nia').post(`${address}/payment`, { paidOn: '2026-11-25', reference: 'BACS 41' }).expect(303)
    expect(await textOf('sam', address)).toContain('Paid on 25 November 2026, reference BACS 41')
    expect(await textOf('sadia', budget)).toContain('£190.00')
    await world.posted()
    const letters = world.letters.filter(one => one.to.startsWith('sam@')).map(one => one.subject)
    expect(letters).toEqual(['Your claim was agreed', 'Your claim was paid'])
  })

  test('goes back with a word, waits for whoever made it, and is sent again', async () => {
    const address = await claim(world, 'bilal', { budget: idOf(budget), forWhat: 'Two lessons at Weir Lane' })
    const none = await world.as('owen').post(`${address}/answers`, { answer: 'sent back', word: '' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('Say in a line what has to change')
    await world
      .as('owen')
      .post(`${address}/answers`, { answer: 'sent back', word: 'Could it be a Tuesday?' })
      .expect(303)
    expect(await textOf('bilal', '/')).toContain('Could it be a Tuesday?')
    await world
      .as('bilal')
      .post(address, { ...release, version: '3', forWhat: 'Two lessons, on Tuesday' })
      .expect(303)
    await world.as('bilal').post(`${address}/sending`).expect(303)
    await world.as('owen').post(`${address}/answers`, { answer: 'declined', word: 'Not this half term.' }).expect(303)
    expect(await textOf('bilal', address)).toContain('Declined')
    expect((await world.as('bilal').post(`${address}/sending`)).status).toBe(403)
  })

  test('of a head is answered by a network leader, and never by the head alone', async () => {
    const address = await claim(world, 'mair', { forWhat: 'Heads’ walk through Weir Lane' })
    expect((await world.as('mair').post(`${address}/answers`, yes)).status).toBe(403)
    expect(await textOf('nia', '/')).toContain('Mair Llwyd')
    await world
      .as('nia')
      .post(`${address}/answers`, { ...yes, budget: idOf(budget) })
      .expect(303)
    expect(await textOf('mair', address)).toContain('Agreed')
  })

  test('of whoever holds the budget is answered for it by a network leader', async () => {
    const address = await claim(world, 'sadia', { budget: idOf(budget), forWhat: 'Reading the diaries together' })
    await world.as('joanna').post(`${address}/answers`, yes).expect(303)
    expect((await world.as('sadia').post(`${address}/answers`, yes)).status).toBe(403)
    await world.as('nia').post(`${address}/answers`, yes).expect(303)
    expect(await textOf('sadia', address)).toContain('Agreed')
  })

  test('can be taken back before anybody has said yes, and not after', async () => {
    const address = await claim(world, 'zofia', { budget: idOf(budget) })
    await world.as('zofia').post(`${address}/taking-back`).expect(303)
    expect(await textOf('zofia', address)).toContain('Draft')
    await world.as('zofia').post(`${address}/sending`).expect(303)
    await world.as('imran').post(`${address}/answers`, yes).expect(303)
    expect((await world.as('zofia').post(`${address}/taking-back`)).status).toBe(403)
  })

  test('of two who answer at once, the second is told that it has changed', async () => {
    const address = await claim(world, 'huw', { forWhat: 'At the same moment' })
    const [nia, mair] = [await world.person('nia'), await world.person('mair')]
    const seen = await findClaim(world.db, mair, { id: 'hafren' }, idOf(address))
    await inOne(world.db, trx => sayYes(trx, seen, nia, { budgetId: idOf(budget) }))
    const late = inOne(world.db, trx => sayNo(trx, seen, mair, 'declined', 'No cover that day.'))
    await expect(late).rejects.toThrow('has changed since you opened it')
  })
})

describe('what cannot be read is said in a sentence, and nothing typed is lost', () => {
  test.each([
    [{ onDay: '2026-02-30' }, 'Enter a date that is in the calendar'],
    [{ onDay: '2026-11-22' }, 'This is a day at the weekend'],
    [{ onDay: '2031-01-05' }, 'Choose a day within a year of today'],
    [{ onDay: '1999-01-05' }, 'Choose a day within a year of today'],
    [{ halfDays: '0' }, 'Enter days in halves'],
    [{ halfDays: '1.3' }, 'Enter days in halves'],
    [{ halfDays: '300' }, 'Enter 10 days at most'],
    [{ cover: '' }, 'Say whether cover is arranged'],
    [{ forHref: 'https://elsewhere.example/x' }, 'Paste the address of a page of this network'],
    [{ forHref: '/groups/revision' }, 'Paste the address of a page of this network'],
    [{ forHref: '/networks/hafren/visits/nosuchvisit1' }, 'Paste the address of a page of this network'],
    [{ forHref: '/networks/hafren/visits/supporting/v1' }, 'Paste the address of a page of this network'],
    [{ budget: 'nothing' }, 'Choose a budget from the list'],
    [{ kind: 'materials', halfDays: undefined, cover: undefined, sum: '£0.00' }, 'Enter a sum above £0.00'],
    [{ kind: 'materials', halfDays: undefined, cover: undefined, sum: '-5' }, 'Enter a sum above £0.00'],
    [
      { kind: 'materials', halfDays: undefined, cover: undefined, sum: '1,24' },
      'Enter a sum in pounds, such as £1,240.50',
    ],
    [{ kind: 'materials', halfDays: undefined, cover: undefined, sum: '99999999' }, 'Enter a sum below £10,000,000'],
    [{ kind: 'travel', halfDays: undefined, cover: undefined, miles: '', fare: '' }, 'Enter the miles, or the fare'],
    [{ kind: 'travel', halfDays: undefined, cover: undefined, miles: '3', fare: '4' }, 'not both'],
    [{ kind: 'travel', halfDays: undefined, cover: undefined, miles: '', fare: '0p' }, 'Enter a sum above £0.00'],
    [{ kind: 'twilight', halfDays: undefined, cover: undefined, hours: '40' }, 'Enter hours between a quarter and 12'],
  ] as [Record<string, string | undefined>, string][])('%j', async (fields, sentence) => {
    const sent = { ...release, forWhat: 'Words that stay', ...fields }
    const known = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >
    const page = await world.as('sam').post(`${at}/claims`, known)
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(page.text).toContain('Words that stay')
  })

  test('a field that no form has is refused', async () => {
    const page = await world.as('sam').post(`${at}/claims`, { ...release, pence: '1000000' })
    expect(page.status).toBe(422)
  })
})

test('miles, hours and fares come to whole pence by the network’s rates, and new rates change nothing that was claimed', async () => {
  const travel = { kind: 'travel', onDay: '2026-11-20', forWhat: 'To Upper Marsh', forHref: '', budget: '' }
  const send = async (fields: Record<string, string>) =>
    (
      await world
        .as('sam')
        .post(`${at}/claims`, { ...travel, ...fields })
        .expect(303)
    ).headers.location!
  const drive = await send({ miles: '12.5', fare: '' })
  expect(await textOf('sam', drive)).toContain('£5.63')
  expect(await textOf('sam', await send({ miles: '', fare: '£7.40' }))).toContain('£7.40')
  expect(await textOf('sam', await send({ kind: 'twilight', hours: '1.5' }))).toContain('£37.50')
  await world.as('nia').post(`${at}/rates`, { halfDay: '£100', hour: '30', mile: '50p' }).expect(303)
  expect(await textOf('sam', drive)).toContain('£5.63')
  expect(await textOf('sam', await send({ miles: '10', fare: '' }))).toContain('£5.00')
  expect((await world.as('sam').get(`${at}/rates`)).status).toBe(404)
})

test('what a claim paid for is chosen from one’s own visits, meetings and actions; anything else by its address', async () => {
  const { id } = await putAction(world)
  const form = await textOf('huw', `${at}/claims/new?kind=release`)
  const offered = `/actions/${id}`
  expect(form).toContain(`<option value="${offered}"`)
  const sent = await world
    .as('huw')
    .post(`${at}/claims`, { ...release, forHref: offered, elsewhere: '' })
    .expect(303)
  expect(await textOf('huw', sent.headers.location!)).toContain(`href="${offered}"`)

  const bad = await world.as('huw').post(`${at}/claims`, { ...release, forHref: '', elsewhere: '/groups/revision' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('href="#f-elsewhere"')
  expect(bad.text).toContain('value="/groups/revision"')

  const elsewhere = await world
    .as('huw')
    .post(`${at}/claims`, { ...release, forHref: offered, elsewhere: '/groups/outdoors' })
    .expect(303)
  expect(await textOf('huw', `${elsewhere.headers.location!}/edit`)).toContain(
    '<option value="/groups/outdoors" selected>The enquiry group from which you came</option>',
  )
})

test('a receipt goes with the claim, and is opened by those alone who have a say in it', async () => {
  const sent = await world
    .as('sam')
    .send(`${at}/claims`)
    .field('kind', 'materials')
    .field('onDay', '2026-11-20')
    .field('forWhat', 'Six jars')
    .field('forHref', '')
    .field('budget', idOf(budget))
    .field('sum', '£12.40')
    .attach('receipts', real.photo.bytes, 'receipt.jpg')
    .expect(303)
  const address = sent.headers.location!
  const receipt = /href="([^"]*\/receipts\/[^"]+)"/.exec(await textOf('sam', address))![1]!
  expect(await statusOf('sam', receipt)).toBe(200)
  expect(await statusOf('nia', receipt)).toBe(404)
  await world.as('sam').post(`${address}/sending`).expect(303)
  for (const person of ['nia', 'sadia', 'imran']) expect(await statusOf(person, receipt)).toBe(200)
  for (const person of ['huw', 'tomasz', 'mair', 'dilys', 'ruth', 'alex'])
    expect(await statusOf(person, receipt)).toBe(404)
})

test('more than the budget holds asks a network leader for the reason', async () => {
  const small = await giveBudget(world, fund, { of: 'project:', name: 'Story bags', sum: '50', holder: 'tomasz' })
  const address = await claim(world, 'huw', { budget: idOf(small) })
  await world.as('mair').post(`${address}/answers`, yes).expect(303)
  const holder = await world.as('tomasz').post(`${address}/answers`, yes)
  expect(holder.status).toBe(422)
  expect(holder.text).toContain(
    'Story bags has £50.00 left, and this claim is for £200.00. A network leader can say yes',
  )
  const leader = await world.as('nia').post(`${address}/answers`, yes)
  expect(leader.status).toBe(422)
  expect(leader.text).toContain('Say why it is right')
  await world
    .as('nia')
    .post(`${address}/answers`, { ...yes, overBecause: 'The bus came twice.' })
    .expect(303)
  expect(await textOf('huw', address)).toContain('The bus came twice.')
  expect(await textOf('tomasz', small)).toContain('−£150.00')
})

test('what may be claimed twice is said to those who may read both, and is not refused', async () => {
  const morning = { onDay: '2026-11-12', halfDays: '0.5', forWhat: 'The same morning' }
  const first = await claim(world, 'sam', morning)
  const second = await draft(world, 'sam', morning)
  expect((await world.as('sam').get(second)).text).toContain('Is it claimed twice?')
  expect((await world.as('nia').get(first)).text).not.toContain('Is it claimed twice?')
  await world.as('sam').post(`${second}/sending`).expect(303)
  for (const person of ['imran', 'nia']) {
    const { text } = await world.as(person).get(second)
    expect(text).toContain('Is it claimed twice?')
    expect(text).toContain(`href="${first}"`)
  }
  const other = await draft(world, 'sam', { ...morning, onDay: '2026-11-13' })
  expect((await world.as('sam').get(other)).text).not.toContain('Is it claimed twice?')
  const holiday = await world.as('sam').led(`${at}/claims`, { ...release, ...morning, onDay: '2026-10-27' })
  expect(holiday.text).toContain('27 October 2026 is in the holidays (Half term')
})

test('a form that is sent twice makes one claim', async () => {
  const once = 'x'.repeat(24)
  const before = await world.db.selectFrom('expenseClaims').select('id').execute()
  const [one, other] = [
    await world.as('sam').post(`${at}/claims`, { ...release, once }),
    await world.as('sam').post(`${at}/claims`, { ...release, once }),
  ]
  expect(one.headers.location).toBe(other.headers.location)
  expect((await world.db.selectFrom('expenseClaims').select('id').execute()).length).toBe(before.length + 1)
})

describe('the file for a school’s finance office', () => {
  test('has the claims of the school and the time that were asked for, safe for spreadsheets', async () => {
    await claim(world, 'sam', { forWhat: '=1+1 a formula', onDay: '2026-11-18' })
    const csv = await textOf('imran', `${at}/claims.csv?school=weir&from=2026-11-18&until=2026-11-18`)
    expect(csv).toContain(`"'=1+1 a formula"`)
    expect(csv).not.toContain('Six jars')
    expect(csv.trim().split('\r\n').length).toBe(2)
  })

  test('holds no claim that somebody may not read', async () => {
    expect(await textOf('imran', `${at}/claims.csv`)).not.toContain('Ysgol y Bryn')
    expect((await textOf('alys', `${at}/claims.csv`)).trim().split('\r\n').length).toBe(1)
    expect(await statusOf('ruth', `${at}/claims.csv`)).toBe(404)
  })
})
