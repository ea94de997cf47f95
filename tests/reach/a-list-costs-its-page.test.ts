import { expect, test } from 'vitest'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { renewAll, wronglyKept } from './kept.js'
import { aboutEvidence, planOf, rowsReadBy } from './rows-read.js'

const world = newWorld()
const listenToAll = listenTo(world.house)
const listen = async (does: () => PromiseLike<unknown>) => aboutEvidence(await listenToAll(does))
const many = Number(process.env.PIECES ?? 5000)

/** A row of the index and twice a row of the piece for each of 24, what belongs to them, and the counts. */
const aFullPage = 184
const at = '2026-10-01T09:00:00.000Z'

/** Of ten pieces three are a colleague's drafts, and one is a gap; the others go to the group, to its school and to the network. */
async function fillUpTo(until: number): Promise<void> {
  const { db } = world
  const { last } = await db
    .selectFrom('evidence')
    .select(eb => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('groupId', '=', 'reading')
    .executeTakeFirstOrThrow()
  for (let from = Number(last); from < until; from += 500) {
    const rows = Array.from({ length: Math.min(500, until - from) }, (_, place) => pieceAs(from + place))
    await db.insertInto('evidence').values(rows).execute()
    const schools = rows.map(({ id, number }) => ({ evidenceId: id, schoolId: number % 2 ? 'st-davids' : 'weir' }))
    await db.insertInto('evidenceSchools').values(schools).execute()
  }
  await renewAll(db)
}

function pieceAs(place: number) {
  const turn = place % 10
  const own = place === 4 || place === 14
  const day = new Date(Date.parse('2026-09-01') - Math.floor(place / 40) * 86_400_000).toISOString().slice(0, 10)
  return {
    ...{ id: `piece-${place}`, groupId: 'reading', enquiryId: 'reading-1', number: place + 1, title: `Piece ${place}` },
    ...{
      whatWeSaw: `Day ${place}`,
      kind: place % 3 ? ('observation' as const) : ('pupil-work' as const),
      loggedAt: at,
    },
    ...{
      stage: place % 4 ? ('evidence' as const) : ('context' as const),
      gatheredOn: day,
      loggedBy: own ? 'sadia' : 'huw',
    },
    sharedWithGroupAt: own || turn < 3 ? null : at,
    sharedWithSchoolAt: turn === 3 ? at : null,
    sharedWithNetworkAt: turn > 6 ? at : null,
    sharedOutsideAt: [6, 8, 9].includes(turn) ? at : null,
    withdrawnAt: turn === 5 ? at : null,
  }
}

const readers = ['sadia', 'huw', 'joanna', 'nia', 'fiona']
const pages = ['/evidence', '/evidence?page=2', '/evidence?kind=pupil-work', '', '/stages/evidence']

/** What waits for whoever logged thousands of pieces themselves is asked of all of these, on the group’s home as on Your day. */
const waitsAmongTheirOwn = (person: string, page: string) => person === 'huw' && page === ''

async function costs(): Promise<Map<string, { rows: number; questions: number }>> {
  const found = new Map<string, { rows: number; questions: number }>()
  for (const person of readers)
    for (const page of pages.filter(one => !waitsAmongTheirOwn(person, one))) {
      const asked = await listen(() => world.as(person).get(`/groups/reading${page}`))
      found.set(`${person} ${page}`, { rows: rowsReadBy(world, asked), questions: asked.length })
    }
  return found
}

test(`a page of a list looks at no more rows in a group of ${many} pieces than in one of 200`, async () => {
  await fillUpTo(200)
  const few = await costs()
  await fillUpTo(many)
  expect(await wronglyKept(world.db)).toEqual([])
  const all = await costs()
  for (const [page, { rows, questions }] of few) {
    const now = all.get(page)!
    expect([page, now.questions]).toEqual([page, questions])
    // Where 200 pieces do not fill a page for somebody, 5,000 do.
    expect(now.rows, page).toBeLessThanOrEqual(Math.max(rows, aFullPage))
  }
}, 600_000)

test.each([
  { page: 'the list of evidence', address: '/evidence', index: 'evidence_group_reach' },
  { page: 'the group’s own page', address: '', index: 'evidence_enquiry_reach' },
  { page: 'the stage Context', address: '/stages/context', index: 'evidence_stage_reach' },
  { page: 'the stage Evidence', address: '/stages/evidence', index: 'evidence_stage_reach' },
])('$page reads the newest pieces in their order, whoever reads, and sorts nothing', async ({ address, index }) => {
  for (const person of ['sadia', 'huw']) {
    const asked = await listen(() => world.as(person).get(`/groups/reading${address}`))
    const lists = asked.filter(one => one.sql.includes('order by "gathered_on" desc'))
    expect([person, lists.length]).toEqual([person, 1])
    const plan = planOf(world, lists[0]!)
    expect(plan.join('\n')).not.toMatch(/SCAN evidence\b|TEMP B-TREE/)
    const steps = plan.filter(step => /^(SEARCH|SCAN) evidence /.test(step))
    expect(steps.some(step => step.includes(`evidence USING INDEX ${index}`))).toBe(true)
    for (const step of steps) expect(step).toMatch(/USING INDEX evidence_(group|enquiry|stage|own)_reach \(.*reach=\?/)
  }
})
