import { expect, test } from 'vitest'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { at, claim, giveBudget, idOf, openFund } from './money.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const sqlite = sqliteOf(world.house)
const asked = listenTo(world.house)
const budget = await giveBudget(world, await openFund(world))
await claim(world, 'sam', { budget: idOf(budget) })

const questions = async (person: string, address: string) =>
  (await asked(() => world.as(person).get(address).expect(200))).length

test.each([
  ['expense_claims', 'network_id = ? and state = ?'],
  ['expense_claims', 'person_id = ?'],
  ['expense_claims', 'school_id = ?'],
  ['expense_claims', 'budget_id = ?'],
  ['expense_claims', 'for_kind = ? and for_id = ?'],
  ['fund_contributions', 'fund_id = ?'],
  ['budgets', 'fund_id = ?'],
  ['bids', 'network_id = ?'],
  ['colleague_days', 'colleague_id = ?'],
  ['colleague_gifts', 'wish_id = ?'],
  ['data_evenings', 'network_id = ?'],
  ['evening_papers', 'evening_id = ?'],
])('%s are found by %s without reading all of them', (table, where) => {
  const parameters = (where.match(/\?/g) ?? []).map(() => null)
  const plan = sqlite.prepare(`explain query plan select * from ${table} where ${where}`).all(parameters)
  expect(JSON.stringify(plan)).toMatch(/SEARCH .* USING (COVERING )?INDEX/)
})

test('a page of claims asks as often whether there is one or ten thousand, and shows twenty-five', async () => {
  const pages = [`${at}/claims`, budget, at]
  const before = []
  for (const page of pages) before.push(await questions('sadia', page))
  const row = await world.db.selectFrom('expenseClaims').selectAll().executeTakeFirstOrThrow()
  for (let from = 0; from < 10_000; from += 500)
    await world.db
      .insertInto('expenseClaims')
      .values(
        Array.from({ length: 500 }, (_, place) => ({ ...row, id: `many-${from + place}`, state: 'paid' as const })),
      )
      .execute()
  const after = []
  for (const page of pages) after.push(await questions('sadia', page))
  expect(after).toEqual(before)
  const { text } = await world.as('sadia').get(`${at}/claims?page=3`)
  expect(text.match(/class="claim-line"/g)).toHaveLength(25)
})
