import { afterEach, expect, test } from 'vitest'
import { daysAfter, today } from '../../src/web/now.js'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { at } from './visiting.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const sqlite = sqliteOf(world.house)

// No deed entered them, so the index of the search does not know of them.
afterEach(() => sqlite.exec('delete from visit_slots; delete from visits'))

/** Visits of a network, a day each, half of them over. */
function enter(from: number, until: number): void {
  const day = (n: number) => daysAfter(today(), (n % 800) - 400)
  const visit = sqlite.prepare(
    `insert into visits (id, network_id, kind, title, school_id, for_whom, first_on, last_on, offered_at, offered_by, changed_at)
     values (?, 'hafren', 'offered', ?, 'weir', 'anyone', ?, ?, '2026-10-01T09:00:00.000Z', 'sam', '2026-10-01T09:00:00.000Z')`,
  )
  const slot = sqlite.prepare(
    `insert into visit_slots (id, visit_id, network_id, day, last_day, starts, ends, places, changed_at)
     values (?, ?, 'hafren', ?, ?, '09:00', '10:00', 4, '2026-10-01T09:00:00.000Z')`,
  )
  sqlite.transaction(() => {
    for (let n = from; n < until; n++) {
      visit.run(`v${n}`, `Visit number ${n}`, day(n), day(n))
      slot.run(`s${n}`, `v${n}`, day(n), day(n))
    }
  })()
}

test('a list of ten thousand is paged, asks as often as a short one, and reads by an index', async () => {
  const listen = listenTo(world.house)
  const countOf = async (address: string) => {
    let text = ''
    const asked = await listen(async () => ({ text } = await world.as('kasia').get(address).expect(200)))
    return { statements: asked.length, lines: text.match(/class="visit-line"/g)?.length ?? 0 }
  }
  enter(0, 800)
  const few = await countOf(at)
  enter(800, 10_000)
  for (const address of [at, `${at}?show=was&page=3`, `${at}?show=ahead&school=weir`]) {
    const many = await countOf(address)
    expect(many.lines).toBe(20)
    expect(many.statements).toBeLessThan(few.statements + 5)
  }
  for (const sql of [
    `select * from visits where network_id = 'hafren' and last_on >= '2026-11-30' and cancelled_at is null order by last_on, id limit 20`,
    `select * from visit_slots where network_id = 'hafren' and day <= '2026-12-31'`,
    `select * from visit_bookings where slot_id = 'x' and state = 'waiting'`,
    `select * from visit_people where person_id = 'x'`,
    `select * from visit_releases where school_id = 'x' and answered_at is null`,
    `select * from supporting_visits where proposed_by = 'x' or colleague_id = 'x'`,
  ]) {
    const plan = (sqlite.prepare(`explain query plan ${sql}`).all() as { detail: string }[])
      .map(one => one.detail)
      .join('\n')
    expect(plan).toContain('USING INDEX')
    expect(plan).not.toMatch(/SCAN (visits|visit_|supporting)/)
  }
})
