import { describe, expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { at, claim, giveBudget, idOf, openFund } from './money.js'

const world = newWorld()
const textOf = async (person: string, address: string) => (await world.as(person).get(address)).text
const fundOf = async (address: string) =>
  world.db.selectFrom('funds').selectAll().where('id', '=', idOf(address)).executeTakeFirstOrThrow()

describe('a fund', () => {
  test('is opened by a network leader, with what is left once budgets are given', async () => {
    const fund = await openFund(world, { name: 'Small steps grant', sum: '1,000.50' })
    await giveBudget(world, fund, { sum: '£400.25' })
    const page = await textOf('nia', fund)
    for (const sum of ['£1,000.50', '£400.25', '£600.25']) expect(page).toContain(sum)
    expect(await textOf('nia', at)).toContain('Small steps grant')
  })

  test.each([
    [{ sum: '' }, 'Enter how much it is'],
    [{ sum: '0' }, 'Enter a sum above £0.00'],
    [{ sum: '1.240,50' }, 'Enter a sum in pounds'],
    [{ name: '' }, 'Give the fund a name'],
    [{ year: '1999' }, 'Choose a school year near this one'],
    [{ holder: 'sam' }, 'Choose somebody who leads the network'],
    [{ kind: 'loan' }, 'Choose what kind of fund it is'],
  ])('%j is asked for again, with every word kept', async (fields, sentence) => {
    const words = {
      name: 'A fund',
      kind: 'grant',
      year: '2026',
      sum: '£1',
      holder: 'nia',
      about: 'For looking',
      ...fields,
    }
    const page = await world.as('nia').post(`${at}/funds`, words)
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(page.text).toContain('For looking')
  })

  test('goes into the red only with a reason, and says so', async () => {
    const fund = await openFund(world, { name: 'Tight', sum: '100' })
    const words = { of: 'other:', name: 'Buses', sum: '130', about: '', holder: 'tomasz' }
    const page = await world.as('nia').post(`${fund}/budgets`, words)
    expect(page.status).toBe(422)
    expect(page.text).toContain('There is £100.00 left in this fund, so this would put it £30.00 in the red')
    expect(page.text).toContain('Buses')
    await world
      .as('nia')
      .post(`${fund}/budgets`, { ...words, overBecause: 'The county pays in May.' })
      .expect(303)
    const shown = await textOf('nia', fund)
    expect(shown).toContain('It has given £30.00 more than has come in.')
    expect(shown).toContain('The county pays in May.')
    const { id } = await world.db
      .selectFrom('budgets')
      .select('id')
      .where('name', '=', 'Buses')
      .executeTakeFirstOrThrow()
    expect(await textOf('tomasz', `${at}/budgets/${id}`)).toContain('£130.00')
    expect(await textOf('tomasz', `${at}/budgets/${id}`)).not.toContain('The county pays in May.')
    expect(await textOf('nia', `${at}/budgets/${id}`)).toContain('The county pays in May.')
  })

  test('is closed when nothing waits on it, and what is left is carried into the next year', async () => {
    const fund = await openFund(world, { name: 'To close', sum: '500' })
    const budget = await giveBudget(world, fund, { sum: '400', of: 'group:marking' })
    const address = await claim(world, 'ifan', { budget: idOf(budget) })
    const waits = await world.as('nia').post(`${fund}/closing`, { carry: 'yes' })
    expect(waits.status).toBe(409)
    expect(waits.text).toContain('1 claim on its budgets is not settled')
    await world.as('nia').post(`${address}/answers`, { answer: 'declined', word: 'Another day.' }).expect(303)
    const closed = await world.as('nia').post(`${fund}/closing`, { carry: 'yes' }).expect(303)
    const next = closed.headers.location!
    expect(await fundOf(next)).toMatchObject({ year: 2027, carriedPence: 50_000, name: 'To close', closedAt: null })
    expect(await textOf('nia', next)).toContain('£500.00 of it carried over')
    expect(await textOf('nia', fund)).toContain('Carried to next year')
    expect((await world.as('nia').post(`${fund}/closing`, { carry: 'yes' })).status).toBe(409)
    expect((await world.as('nia').post(`${fund}/budgets`, { of: 'other:', name: 'x', sum: '1' })).status).toBe(409)
  })

  test('does not exist for anybody but the leaders of its network', async () => {
    const fund = await openFund(world, { name: 'Unseen' })
    for (const person of ['tomasz', 'sadia', 'sam', 'imran', 'dilys', 'fiona', 'ruth', 'bridie', 'alex']) {
      for (const address of [
        fund,
        `${fund}/edit`,
        `${fund}/contributions`,
        `${at}/bids`,
        `${at}/bids.csv`,
        `${at}/together`,
        `${at}/together.pdf`,
      ])
        expect({ person, address, status: (await world.as(person).get(address)).status }).toEqual({
          person,
          address,
          status: 404,
        })
      const sent = await world.as(person).post(`${at}/funds`, { name: 'x' })
      expect(sent.status).toBe(404)
    }
    expect(await textOf('sam', at)).not.toContain('Unseen')
  })
})

describe('a budget', () => {
  test('is seen by its lead learner or co-leaders and the leaders, and by nobody else', async () => {
    const fund = await openFund(world, { name: 'Budgets' })
    const ofGroup = await giveBudget(world, fund, { of: 'group:reading' })
    const ofTheme = await giveBudget(world, fund, { of: 'theme:language', sum: '50' })
    const see = async (address: string, people: string[]) => {
      for (const person of [
        'nia',
        'rhian',
        'tomasz',
        'sadia',
        'sam',
        'huw',
        'imran',
        'joanna',
        'dilys',
        'fiona',
        'ruth',
        'alex',
      ])
        expect({ person, status: (await world.as(person).get(address)).status }).toEqual({
          person,
          status: people.includes(person) ? 200 : 404,
        })
    }
    await see(ofGroup, ['nia', 'rhian', 'sadia'])
    await see(ofTheme, ['nia', 'rhian', 'tomasz'])
    expect(await textOf('sadia', at)).toContain('Budgets that you hold')
    expect(await textOf('sadia', at)).not.toContain('Talk and reading')
  })

  test('that has ended gives back what was not used', async () => {
    const fund = await openFund(world, { name: 'Ended', sum: '300' })
    const budget = await giveBudget(world, fund, { sum: '300' })
    expect((await world.as('sadia').post(`${budget}/ending`)).status).toBe(403)
    await world.as('nia').post(`${budget}/ending`).expect(303)
    expect(await textOf('nia', fund)).toMatch(/Not given yet<\/th><td>£300\.00/)
  })
})

describe('bids', () => {
  const bid = {
    toWhom: 'The Marsh Trust',
    forWhat: 'A year of story bags',
    sum: '£8,000',
    dueOn: '2027-01-15',
    outcome: 'sent',
    granted: '',
    words: '',
    fund: '',
  }

  test('have a sum, a day and an outcome, which says how much where it was granted', async () => {
    await world.as('nia').post(`${at}/bids`, bid).expect(303)
    const { id } = await world.db.selectFrom('bids').select('id').executeTakeFirstOrThrow()
    const page = await world.as('nia').post(`${at}/bids/${id}`, { ...bid, outcome: 'granted in part' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Enter how much was granted')
    await world
      .as('nia')
      .post(`${at}/bids/${id}`, {
        ...bid,
        outcome: 'granted in part',
        granted: '5000',
        words: 'They liked the diaries.',
      })
      .expect(303)
    expect(await textOf('nia', `${at}/bids`)).toContain('£5,000.00 granted')
    expect(await textOf('nia', '/search?q=Marsh+Trust')).toContain('/resources/bids/')
    for (const person of ['tomasz', 'imran', 'sam', 'ruth'])
      expect(await textOf(person, '/search?q=Marsh+Trust')).not.toContain('/resources/bids/')
  })

  test.each([
    [{ sum: '0' }, 'Enter a sum above £0.00'],
    [{ dueOn: '2027-02-31' }, 'Enter a date that is in the calendar'],
    [{ dueOn: '2050-02-01' }, 'Choose a day within three years'],
    [{ toWhom: '' }, 'Say to whom the bid goes'],
  ])('%j is asked for again', async (fields, sentence) => {
    const page = await world.as('nia').post(`${at}/bids`, { ...bid, ...fields })
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(page.text).toContain('A year of story bags')
  })
})
