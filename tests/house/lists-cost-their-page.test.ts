import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const { sqlite } = world.house

/** What somebody's reading of a page asked of the database, each statement with the plan that SQLite makes for it. */
async function plansOf(address: string, asks: RegExp): Promise<string[]> {
  const asked = new Set<string>()
  const prepare = sqlite.prepare.bind(sqlite)
  sqlite.prepare = (statement: string) => (asked.add(statement), prepare(statement))
  try {
    expect((await world.as('sadia').get(address)).status).toBe(200)
  } finally {
    sqlite.prepare = prepare
  }
  return [...asked].filter(statement => asks.test(statement)).map(planOf)
}

function planOf(statement: string): string {
  const parameters = statement.match(/\?/g) ?? []
  const steps = sqlite.prepare(`explain query plan ${statement}`).all(parameters.map(() => null)) as {
    detail: string
  }[]
  return steps.map(step => step.detail).join('\n')
}

test.each([
  { page: 'the group’s own page', address: '/groups/reading', index: 'evidence_newest_of_cycle' },
  { page: 'the stage Context', address: '/groups/reading/stages/context', index: 'evidence_newest_of_cycle' },
  { page: 'the stage Evidence', address: '/groups/reading/stages/evidence', index: 'evidence_newest_of_cycle' },
  { page: 'the list of evidence', address: '/groups/reading/evidence', index: 'evidence_newest_of_group' },
])('$page reads the newest pieces in their order and stops, however many there are', async ({ address, index }) => {
  const plans = await plansOf(address, /from "evidence".* order by "evidence"."gathered_on" desc.* limit/s)
  expect(plans).toHaveLength(1)
  expect(plans[0]).toContain(`evidence USING INDEX ${index}`)
  expect(plans[0]).not.toContain('TEMP B-TREE')
})

test.each([
  ['network_roles', 'school_id'],
  ['comments', 'made_by'],
  ['comments', 'carried_from'],
  ['claims', 'group_id'],
  ['actions', 'group_id'],
  ['recommendations', 'group_id'],
  ['write_ups', 'group_id'],
  ['questionnaires', 'group_id'],
  ['editions', 'network_id'],
  ['short_reports', 'term_id'],
  ['invitations', 'email'],
  ['handovers', 'to_person'],
])('%s are found by their %s without reading all of them', (table, column) => {
  expect(planOf(`select * from ${table} where ${column} = ?`)).toMatch(/^SEARCH .* USING (COVERING )?INDEX/)
})
