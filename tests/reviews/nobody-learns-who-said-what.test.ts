import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepForm } from '../../src/people/kept-forms/kept-forms.js'
import type { Answers } from '../../src/reviews/answering/papers.js'
import { areFarApart, smallestPile } from '../../src/reviews/rounds/nearness.js'
import { fewestAnswers } from '../../src/reviews/rounds/outcome.js'
import { spreadLines } from '../../src/reviews/spread/columns.js'
import { spreadOf } from '../../src/reviews/spread/spread.js'
import { newWorld } from '../world.js'
import { all, allSay, answer, close, instrument, letTimePass, roundOf, rowOf, twelve } from './reviewing.js'

const world = newWorld()
const sharing = instrument('sharing-leadership')

describe('whoever has every spread that is shown, and can add and subtract them as they like', () => {
  const company = fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 20 })

  /** Rounds are shown one after the other as closing does: each only if it is far enough from those shown before. */
  function shownOf(rounds: number[][]): ReadonlySet<string>[] {
    const shown: ReadonlySet<string>[] = []
    for (const round of rounds) {
      const people = new Set(round.map(String))
      if (people.size >= fewestAnswers && areFarApart([people, ...shown])) shown.push(people)
    }
    return shown
  }

  test('learns of no one to four people: any sum says the same of five at least', () => {
    fc.assert(
      fc.property(
        fc.array(company, { maxLength: 6 }),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 }),
        (rounds, weights) => {
          const shown = shownOf(rounds)
          const weightOf = (person: number) =>
            shown.reduce((sum, one, at) => sum + (one.has(String(person)) ? weights[at]! : 0), 0)
          const left = Array.from({ length: 20 }, (_, person) => weightOf(person)).filter(weight => weight !== 0)
          return left.length === 0 || left.length >= fewestAnswers
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('learns nothing from which of two people said what: their papers changed about, everything shown is the same', () => {
    const paper = fc.dictionary(
      fc.constantFrom('l-trust', 's-own', 'l-words', 'l-words.share'),
      fc.constantFrom('1', '2', '3', '4', 'yes'),
    )
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 9 }), fc.nat(), fc.nat(), (papers, one, other) => {
        const swapped = [...papers]
        const [at, to] = [one % Math.max(1, papers.length), other % Math.max(1, papers.length)]
        if (papers.length > 0) [swapped[at], swapped[to]] = [swapped[to]!, swapped[at]!]
        const shown = (some: Answers[]) => JSON.stringify(spreadOf(sharing, 'self', some))
        return shown(papers) === shown(swapped)
      }),
    )
  })

  test('reads no number of fewer than five answers, in a spread or in a list', () => {
    const paper = fc.dictionary(fc.constantFrom('l-trust', 's-own', 'p-why'), fc.constantFrom('1', '2', '3', '4'))
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 12 }), papers => {
        const spread = spreadOf(sharing, 'self', papers)
        const told = spread.parts.flatMap(part => part.items.flatMap(item => item.asked))
        const lines = spreadLines('x', [spread])
        return (
          told.every(one => one.answered === 0 || one.answered >= fewestAnswers) &&
          told.every(one => one.answered > 0 || one.counts.length === 0) &&
          lines.every(one => typeof one.answered === 'string' || one.answered >= fewestAnswers) &&
          (papers.length >= fewestAnswers || lines.every(one => one.count === 'fewer than 5'))
        )
      }),
    )
  })

  test('as those who ask a pile of one to four apart would', () => {
    const people = (...ids: number[]) => new Set(ids.map(String))
    expect(areFarApart([people(1, 2, 3, 4, 5), people(1, 2, 3, 4, 5, 6)])).toBe(false)
    expect(areFarApart([people(1, 2, 3, 4, 5), people(1, 2, 3, 4, 5)])).toBe(true)
    expect(areFarApart([people(1, 2, 3, 4, 5), people(6, 7, 8, 9, 10)])).toBe(true)
    // Each two of these are far enough from each other, and all four together are not.
    const ten = people(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
    expect(smallestPile([ten, people(1, 2, 3, 4, 5), people(5, 6, 7, 8, 9, 10)])).toBe(1)
  })
})

describe('by asking twice', () => {
  test('with one person more a day later, the second round is not shown, and its answers are erased', async () => {
    const first = await roundOf(world, { people: twelve.slice(0, 6) })
    await answer(world, first, allSay(twelve.slice(0, 6), { 'l-trust': '4' }))
    await close(world, first)
    const second = await roundOf(world, { people: twelve.slice(0, 7), open: false })
    expect((await world.as('nia').get(`${all}/${second}`)).text).toContain('Nearly the same people answered')
    await world.as('nia').post(`${all}/${second}/opening`).expect(303)
    await answer(world, second, allSay(twelve.slice(0, 7), { 'l-trust': '4' }))
    await answer(world, second, { [twelve[6]!]: { 'l-trust': '1' } })
    await close(world, second)
    expect((await rowOf(world, second)).outcome).toBe('{"self":{"state":"near"}}')
    expect((await world.as('nia').get(`${all}/${second}/spread`)).status).toBe(404)
    expect((await world.as('nia').get(`${all}/${second}`)).text).toContain('Too nearly the same people')
    expect(await world.db.selectFrom('reviewAnswers').select('id').where('roundId', '=', second).execute()).toEqual([])
  })

  test('nor under another instrument in the same words', async () => {
    const words = sharing.parts[0]!.items[1]!.words
    const again = await world.as('nia').post(`${all}/instruments`, {
      name: 'Trust once more',
      about: '',
      'heading-0': 'Trust',
      'about-0': '',
      'added-0': words.toUpperCase(),
      'talk-0': '',
    })
    const id = again.headers.location!.split('/').at(-1)!
    const row = await world.db
      .selectFrom('reviewInstruments')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const of = { ...sharing, id, parts: JSON.parse(row.parts) as typeof sharing.parts }
    const round = await roundOf(world, { people: twelve.slice(0, 7), of })
    await answer(world, round, allSay(twelve.slice(0, 7), { [of.parts[0]!.items[0]!.id]: '4' }))
    await close(world, round)
    expect((await rowOf(world, round)).outcome).toContain('near')
  })

  test('while exactly the same people may be asked again, and another instrument at any time', async () => {
    const same = await roundOf(world, { people: twelve.slice(0, 8) })
    await answer(world, same, allSay(twelve.slice(0, 6), { 'l-trust': '3' }))
    await close(world, same)
    expect((await rowOf(world, same)).outcome).toContain('shown')
    const other = await roundOf(world, { people: twelve.slice(0, 7), of: instrument('conditions') })
    await answer(world, other, allSay(twelve.slice(0, 7), { 'c-talk': '3' }))
    await close(world, other)
    expect((await rowOf(world, other)).outcome).toContain('shown')
  })
})

describe('beside each other', () => {
  test('stand two rounds a year apart, whoever answered, where five have answered', async () => {
    await letTimePass(world)
    const rounds: string[] = []
    for (const [people, step] of [
      [twelve.slice(0, 8), '1'],
      [twelve.slice(0, 8), '4'],
      [twelve.slice(0, 9), '2'],
    ] as const) {
      await letTimePass(world)
      const id = await roundOf(world, { people: [...people], title: `Round ${step}` })
      await answer(world, id, allSay([...people], { 's-own': step }))
      await close(world, id)
      rounds.push(id)
    }
    const [first, second, third] = rounds as [string, string, string]
    await world
      .as('nia')
      .post(`${all}/${first}/chosen`, { what: 'Somebody beside each leader', item: 's-own' })
      .expect(303)
    const beside = await world.as('sam').get(`${all}/${second}/beside/${first}`)
    expect(beside.text).toMatch(/What we chose to work on[^]*Somebody beside each leader/)
    expect(beside.text).toContain('Not yet: 8')
    expect(beside.text).toContain('Right across: 8')
    const withANewOne = await world.as('sam').get(`${all}/${third}/beside/${second}`)
    expect(withANewOne.text).toContain('Right across: 8')
    expect(withANewOne.text).toContain('Here and there: 9')
    await world.db
      .updateTable('reviewRounds')
      .set({ closedAt: new Date(Date.now() - 100 * 86_400_000).toISOString() })
      .where('id', '=', second)
      .execute()
    const tooNear = await world.as('sam').get(`${all}/${third}/beside/${second}`)
    expect(tooNear.text).toContain('not put beside each other')
    expect(tooNear.text).not.toContain('Right across: 8')
    expect((await world.as('huw').get(`${all}/${second}/beside/${first}`)).status).toBe(404)
  })
})

describe('by standing apart', () => {
  test('each is suppressed by itself, and no sum of all is shown from which it could be taken', async () => {
    await letTimePass(world)
    const id = await roundOf(world, {
      people: twelve.slice(0, 6),
      outsiders: ['ruth', 'marek', 'yusra', 'bridie'].map(one => ({ id: one, stands: 'peer' as const })),
    })
    await answer(world, id, allSay(twelve.slice(0, 6), { 'p-real': '3' }))
    await answer(world, id, allSay(['ruth', 'marek', 'yusra', 'bridie'], { 'p-real': '1' }))
    await close(world, id)
    for (const what of ['/spread', '/spread.csv']) {
      const { text } = await world.as('ruth').get(`${all}/${id}${what}`)
      expect(text).not.toMatch(/\b10\b answers|Not yet: 4|"Not yet",4/)
    }
    expect(await world.db.selectFrom('reviewAnswers').select('id').where('stands', '=', 'peer').execute()).toEqual([])
  })
})

describe('in what is stored', () => {
  test('papers bear no name; at closing the way to them is cut, and they get other names and another order', async () => {
    await letTimePass(world)
    const id = await roundOf(world, { people: twelve })
    await answer(
      world,
      id,
      Object.fromEntries(twelve.map((one, at) => [one, { 'l-alike': String(1 + (at % 4)), 'l-words': `mark ${at}` }])),
    )
    const papers = () => world.db.selectFrom('reviewAnswers').selectAll().where('roundId', '=', id).execute()
    const before = await papers()
    expect(Object.keys(before[0]!).sort()).toEqual(['answers', 'id', 'roundId', 'stands'])
    expect(JSON.stringify(before)).not.toMatch(new RegExp(twelve.map(one => `"${one}"`).join('|')))
    const fields = { fields: { 'q-l-words': 'mark 0' }, withFiles: false, filesLost: false }
    await keepForm(world.db, 'sam', `${all}/${id}/answer/1`, fields)
    await close(world, id)
    expect(await world.db.selectFrom('keptForms').select('id').execute()).toEqual([])
    const after = await papers()
    expect(after).toHaveLength(12)
    expect(after.filter(one => before.some(old => old.id === one.id))).toEqual([])
    expect((await rowOf(world, id)).linkSecret).toBeNull()
  })

  test('no fact and no line of the audit trail tells of an answer', async () => {
    await letTimePass(world)
    const id = await roundOf(world, { people: twelve })
    const count = async () => (await world.db.selectFrom('facts').select('id').execute()).length
    const before = await count()
    for (const person of twelve) await world.as(person).post(`${all}/${id}/answer/1`, { 'q-l-trust': '2' }).expect(303)
    expect(await count()).toBe(before)
    const kinds = await world.db.selectFrom('facts').select('kind').where('aboutId', '=', id).execute()
    expect(kinds.map(one => one.kind)).toEqual(['review begun', 'review opened'])
  })

  test('own words are shown only where their author says so, and lead to nobody', async () => {
    await letTimePass(world)
    const id = await roundOf(world, { people: twelve })
    await answer(world, id, allSay(twelve.slice(0, 5), { 'p-why': '2' }))
    await answer(world, id, { sam: { 'p-words': 'The seesaw between our yards', 'p-words.share': 'yes' } })
    await answer(world, id, { gwen: { 'p-words': 'Only for the count' } })
    await close(world, id)
    const page = await world.as('mair').get(`${all}/${id}/spread`)
    expect(page.text).toContain('The seesaw between our yards')
    expect(page.text).not.toContain('Only for the count')
    expect((await world.as('mair').get(`${all}/${id}/spread.csv`)).text).not.toContain('seesaw')
    for (const person of ['mair', 'nia', 'sam'])
      expect((await world.as(person).get('/search?q=seesaw')).text).not.toContain('between our yards')
  })
})
