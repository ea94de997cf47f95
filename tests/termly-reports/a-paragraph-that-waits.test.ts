import { afterAll, expect, test } from 'vitest'
import { standStillAt } from '../../src/web/now.js'
import { askForThemeWords } from '../../src/termly-reports/waiting/letters-of-theme-words.js'
import { newWorld } from '../world.js'
import { testOfSqlite } from '../sqlite-of.js'

const world = newWorld()
const term = await world.db
  .selectFrom('terms')
  .selectAll()
  .where('id', '=', 'hafren-autumn-2026')
  .executeTakeFirstOrThrow()
afterAll(() => standStillAt(null))
const lettersTo = (person: string) =>
  world.letters.filter(one => one.to === `${person}@schools.example` && one.text.includes('paragraph of yours'))

test('before the last weeks of a term nobody is told', async () => {
  standStillAt(`${term.startsOn}T12:00:00.000Z`)
  expect(await askForThemeWords(world.db)).toBe(0)
})

test('then whoever leads a theme gets one letter, once, with the line that stands on Your day', async () => {
  standStillAt(`${term.endsOn}T08:00:00.000Z`)
  expect(await askForThemeWords(world.db)).toBeGreaterThan(0)
  await world.posted()
  const [letter] = lettersTo('tomasz')
  expect(letter!.subject).toContain(`The report for ${term.name} has room for a paragraph of yours`)
  const address = /http:\/\/localhost:3000(\/networks\/hafren\/reports\/\S+)/.exec(letter!.text)![1]!
  expect((await world.as('tomasz').get(address.split('#')[0]!)).text).toContain(`id="${address.split('#')[1]}"`)
  expect((await world.as('tomasz').get('/')).text).toContain('paragraph of yours')
  for (const person of ['sam', 'mair', 'ruth']) expect(lettersTo(person)).toEqual([])
  expect(await askForThemeWords(world.db)).toBe(0)
  await world.posted()
  expect(lettersTo('tomasz')).toHaveLength(1)
})

testOfSqlite('what is written by then waits for nobody', async () => {
  world.forgetFacts()
  world.letters.length = 0
  const leads = await world.db.selectFrom('themes').select('id').where('closedAt', 'is', null).execute()
  for (const { id } of leads)
    await world.db
      .insertInto('texts')
      .values({
        ...{
          id: id + term.id,
          kind: 'termly-report',
          owner: term.id,
          field: `theme-${id}`,
          body: 'Children talk.',
          version: 1,
        },
        ...{ savedAt: term.startsOn, savedBy: 'tomasz' },
      })
      .execute()
  await askForThemeWords(world.db)
  await world.posted()
  expect(lettersTo('tomasz')).toEqual([])
  await world.db.deleteFrom('texts').where('savedAt', '=', term.startsOn).execute()
})
