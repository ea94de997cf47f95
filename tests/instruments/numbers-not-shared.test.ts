import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { inOne } from '../../src/database.js'
import { agreeAction } from '../../src/actions/agreeing/agreeing.js'
import { measureAction } from '../../src/actions/measuring/measures.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { findMeasure, shareNumbers } from '../../src/instruments/measures/measures.js'
import { root } from '../../src/root.js'
import { chartsOfWriteUp, recordsToDraw } from '../../src/write-ups/document/charts-in-write-up.js'
import { composeActions } from '../../src/write-ups/composing/actions.js'
import { whatWasLogged } from '../../src/write-ups/document/logged.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world
const doors: string[] = []

// Every reader asks every door, and some of the doors draw charts.
vi.setConfig({ testTimeout: 120_000 })

// Weir Lane shares its numbers; what it measured of girls would tell of three boys. Ysgol y Bryn shares nothing.
const shared = { school: 'weir', all: 1234, girls: 1357 }
const unshared = { school: 'bryn', many: 8642, few: 4711, unsaid: 6933 }

beforeAll(async () => {
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(db, sadia, 'reading')
  const schools = [shared.school, unshared.school]
  const agreed = await inOne(db, trx =>
    agreeAction(trx, enquiry, sadia, {
      action: 'A shelf in each classroom',
      expectedEffect: 'More books go home',
      schools,
    }),
  )
  const add = (schoolId: string, measure: string, value: number, pupils: number | null, on = '2026-03-05') =>
    inOne(db, trx => measureAction(trx, agreed, sadia, { schoolId, measure, measuredOn: on, value, pupils }))
  await add('weir', 'Pages read', shared.all, 23)
  await add('weir', 'Pages read, girls', shared.girls, 20)
  await add('weir', 'Pages read', 1240, 23, '2026-04-05')
  await add('bryn', 'Pages read', unshared.many, 12)
  await add('bryn', 'Pages read', unshared.few, 4, '2026-04-05')
  await add('bryn', 'Pages read', unshared.unsaid, null, '2026-05-05')
  for (const { id } of await db.selectFrom('measures').select('id').execute()) {
    await inOne(db, async trx =>
      shareNumbers(trx, await findMeasure(trx, sadia, id), sadia, { id: 'weir', name: 'Weir Lane Primary' }, true),
    )
    doors.push(`/measures/${id}`, `/measures/${id}.csv`)
  }
  expect((await world.as('sadia').post(`/actions/${agreed.id}/sharing`)).status).toBe(303)
  const group = '/groups/reading'
  doors.push(`/actions/${agreed.id}`, `${group}/actions`, `${group}/actions.csv`, `${group}/stages/action`)
  doors.push(`${group}/evaluation`, `${group}/evaluation.csv`, `${group}/measures`, `${group}/measures.csv`)
  doors.push(`/search?words=Pages`, `/actions/${agreed.id}/effects/weir`, `/actions/${agreed.id}/effects/bryn`)
})

/** What somebody reads at any of the doors, without the thousands' commas. */
async function readBy(person: string): Promise<string> {
  const pages = []
  for (const door of doors) pages.push((await world.as(person).get(door)).text.replace(/(\d),(\d{3})/g, '$1$2'))
  return pages.join('\n')
}

test.each(['nia', 'mair', 'imran', 'dilys', 'kasia', 'maeve', 'ruth', 'alex'])(
  'outside the group, %s reads no number of a school that has not shared it, at any door',
  async person => {
    const read = await readBy(person)
    expect(read).not.toMatch(/8642|4711|6933|1357/)
  },
)

test('a network leader reads in a shared action what a school has shared', async () => {
  expect(await readBy('nia')).toContain('1234')
})

test('the co-leader of its theme reads every school’s, but nothing small', async () => {
  const read = await readBy('tomasz')
  expect(read).toContain('8642')
  expect(read).not.toMatch(/4711|6933|1357/)
})

test('a facilitator reads what a school has shared, and no number else', async () => {
  const read = await readBy('fiona')
  expect(read).toContain('1234')
  expect(read).not.toMatch(/8642|4711|6933|1357/)
})

test('a teacher of another school in the group reads every school’s, but nothing small', async () => {
  const read = await readBy('sam')
  for (const number of ['8642', '6933', '1234']) expect(read).toContain(number)
  expect(read).not.toMatch(/4711|1357/)
})

test('a write-up, whoever writes it, tells and draws only what is shared, and nothing small by subtraction', async () => {
  for (const person of ['sadia', 'huw']) {
    const writer = await world.person(person)
    const enquiry = await findEnquiry(db, writer, 'reading')
    const told = composeActions(await whatWasLogged(db, enquiry, writer)).replace(/(\d),(\d{3})/g, '$1$2')
    expect(told).toContain('1234')
    expect(told).not.toMatch(/8642|4711|6933|1357/)
    const names = await writer.namesIn(db, 'reading')
    const drawn = JSON.stringify(await chartsOfWriteUp(await recordsToDraw(db, enquiry, names), [], names))
    expect(drawn).not.toMatch(/8642|4711|6933|1357|8,642|1,357/)
  }
})

test('numbers are read for showing in one place only', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  )
  const readers = files.filter(name =>
    /selectFrom\('readings'\)(?:(?!\.execute)[\s\S])*?(selectAll|'(readings\.)?value')/.test(
      readFileSync(join(root, 'src', name), 'utf8'),
    ),
  )
  // Of all schools together, and never of one: tests/influence/community-figures.test.ts.
  const together = 'influence/figures/figures-page.ts'
  expect(readers.sort()).toEqual([
    together,
    'instruments/measures/judging-readings.ts',
    'instruments/measures/readings.ts',
  ])
})
