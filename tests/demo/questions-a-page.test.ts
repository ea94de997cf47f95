import { afterAll, beforeAll, expect, test } from 'vitest'
import { logManyPieces } from '../bench/many-pieces.js'
import { type Asked, listenTo } from '../questions-asked.js'
import { type DemoHouse, openDemo } from './demo-house.js'
import { untilQuiet } from './until-quiet.js'

let demo: DemoHouse
let listen: ReturnType<typeof listenTo>
const cookies = new Map<string, string>()
const firstOf = new Map<string, string>()

/** Enough that whoever logs them has drafts among them: what waits is then told, and asked for, before and after. */
const few = 260
const many = 1200

beforeAll(async () => {
  demo = await openDemo()
  listen = listenTo(demo.house)
  for (const person of ['sadia', 'nia', 'huw']) cookies.set(person, await demo.signInAs(person))
  const { db } = demo.house
  const claim = db.selectFrom('claims').select('id').where('groupId', '=', 'reading').where('retiredAt', 'is', null)
  const piece = db.selectFrom('evidence').select('id').where('groupId', '=', 'reading').where('reach', '=', 'network')
  firstOf.set('{claim}', (await claim.orderBy('number').executeTakeFirstOrThrow()).id)
  firstOf.set('{piece}', (await piece.orderBy('number').executeTakeFirstOrThrow()).id)
  for (const [person, , address] of pages) await opened(person, address)
  await untilQuiet(demo)
}, 300_000)
afterAll(() => demo.close())

/** At most so many questions a page. Whoever needs one more says here why the page is worth it. */
const pages: [person: string, page: string, address: string, most: number][] = [
  ['sadia', 'the list of evidence', '/groups/reading/evidence', 14],
  ['sadia', 'taking a copy', '/groups/reading/copies', 4],
  ['sadia', 'a new recommendation', '/groups/reading/recommendations/new', 5],
  ['sadia', 'the stage Action', '/groups/reading/stages/action', 8],
  ['sadia', 'the stage Purpose', '/groups/reading/stages/purpose', 16],
  ['sadia', 'the stage Context', '/groups/reading/stages/context', 17],
  ['sadia', 'the stage Evaluation', '/groups/reading/stages/evaluation', 24],
  ['sadia', 'the stage Evidence', '/groups/reading/stages/evidence', 26],
  ['sadia', 'a piece', '/evidence/{piece}', 26],
  ['sadia', 'a piece from its list', '/evidence/{piece}?list=all', 34],
  ['sadia', 'choosing evidence for a claim', '/claims/{claim}/evidence', 22],
  // What waits and what lies ahead is asked in one (docs/decisions/asked-in-one.md); what is counted beside it was found.
  // What waits in the group is asked as it is for Your day, so that both tell the same.
  ['sadia', 'a group’s home', '/groups/reading', 64],
  ['nia', 'the network', '/networks/hafren', 60],
  ['sadia', 'Your day of a lead learner', '/', 60],
  ['huw', 'Your day of a volunteer', '/', 55],
  ['nia', 'Your day of a network leader', '/', 50],
]

test.each(pages)('%s: %s (%s) asks at most %i times', async (person, _page, address, most) => {
  const asked = await opened(person, address)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.length, asked.map(one => one.sql.slice(0, 160)).join('\n')).toBeLessThanOrEqual(most)
})

test(`in a group of ${many} pieces no page asks more often, or weighs more, than in one of ${few}`, async () => {
  await logManyPieces(demo.house.db, 'reading', few)
  const before = []
  for (const [person, , address] of pages) before.push(await costOf(person, address))
  await logManyPieces(demo.house.db, 'reading', many)
  for (const [place, [person, page, address]] of pages.entries()) {
    const { asked, bytes } = await costOf(person, address)
    expect([page, asked]).toEqual([page, before[place]!.asked])
    expect(bytes, page).toBeLessThan(before[place]!.bytes + 4000)
  }
}, 300_000)

async function costOf(person: string, address: string): Promise<{ asked: number; bytes: number }> {
  let bytes = 0
  const asked = await opened(person, address, words => (bytes = words.length))
  return { asked: asked.length, bytes }
}

function opened(person: string, address: string, answered?: (words: string) => void): Promise<Asked[]> {
  return listen(async () => {
    const answer = await demo.ask(
      address.replace(/\{\w+\}/, word => firstOf.get(word)!),
      cookies.get(person),
    )
    const words = await answer.text()
    expect(answer.status, words).toBe(200)
    answered?.(words)
  })
}
