import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const sqlite = sqliteOf(world.house)

function planOf(statement: string): string {
  const parameters = statement.match(/\?/g) ?? []
  const steps = sqlite.prepare(`explain query plan ${statement}`).all(parameters.map(() => null)) as {
    detail: string
  }[]
  return steps.map(step => step.detail).join('\n')
}

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
