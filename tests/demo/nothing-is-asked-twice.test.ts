import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedAgain, listenTo } from '../questions-asked.js'
import { type DemoHouse, openDemo } from './demo-house.js'
import { untilQuiet } from './until-quiet.js'

let demo: DemoHouse
let listen: ReturnType<typeof listenTo>
/** The first claim and the first piece of the group, by what stands for them in an address. */
const firstOf = new Map<string, string>()
const cookies = new Map<string, string>()

/** What is still asked more than once on some page, each with the reason why. */
const known: { sql: RegExp; because: string }[] = [
  {
    sql: /from "budgets" where "id" in/,
    because: 'claims are named by their budgets, and asked for whose budgets they are',
  },
  { sql: /from "enquiries".* where "enquiries"."id" in/, because: 'each kind of thread asks for its own cycles' },
]

beforeAll(async () => {
  demo = await openDemo()
  listen = listenTo(demo.house)
  for (const person of ['sadia', 'nia', 'mair', 'maeve']) cookies.set(person, await demo.signInAs(person))
  await demo.send('/groups/reading/write-up', cookies.get('sadia')!, {})
  const { db } = demo.house
  const claims = db.selectFrom('claims').select('id').where('groupId', '=', 'reading').orderBy('number')
  const pieces = db.selectFrom('evidence').select('id').where('groupId', '=', 'reading').orderBy('number')
  firstOf.set('{claim}', (await claims.executeTakeFirstOrThrow()).id)
  firstOf.set('{piece}', (await pieces.executeTakeFirstOrThrow()).id)
  await untilQuiet(demo)
}, 300_000)

afterAll(() => demo.close())

test.each<[person: string, page: string, address: string]>([
  ['sadia', 'Your day', '/'],
  ['mair', 'Your day', '/'],
  ['nia', 'Your day', '/'],
  ['sadia', 'a group’s home', '/groups/reading'],
  ...['context', 'purpose', 'evidence', 'action', 'evaluation'].map((stage): [string, string, string] => [
    'sadia',
    `the stage ${stage}`,
    `/groups/reading/stages/${stage}`,
  ]),
  ['sadia', 'the list of evidence', '/groups/reading/evidence'],
  ['nia', 'the list of evidence', '/groups/reading/evidence'],
  ['sadia', 'a piece', '/evidence/{piece}'],
  ['sadia', 'claims', '/groups/reading/claims'],
  ['sadia', 'a claim', '/claims/{claim}'],
  ['sadia', 'published knowledge', '/groups/reading/knowledge'],
  ['maeve', 'recommendations', '/groups/number/recommendations'],
  ['sadia', 'a write-up', '/groups/reading/write-up'],
  ['sadia', 'short reports', '/groups/reading/reports'],
  ['nia', 'termly reports', '/networks/hafren/reports'],
  ['sadia', 'a short report', '/groups/reading/reports/autumn-2026'],
  ['nia', 'a short report', '/groups/reading/reports/spring-2026'],
  ['nia', 'arranging a termly report', '/networks/hafren/reports/autumn-2026'],
  ['nia', 'how a termly report reads', '/networks/hafren/reports/autumn-2026/reading'],
  ['nia', 'a termly report as a whole', '/networks/hafren/reports/autumn-2026/preview'],
  ['nia', 'pictures for a termly report', '/networks/hafren/reports/autumn-2026/parts/celebrating/pictures'],
  ['nia', 'the network', '/networks/hafren'],
  ['nia', 'a published write-up', '/published/write-ups/polish-is-for-the-car'],
  ['nia', 'the library', '/published'],
])('%s asks the database nothing twice: %s', async (person, _page, address) => {
  const asked = await listen(async () => {
    const answer = await demo.ask(
      address.replace(/\{\w+\}/, word => firstOf.get(word)!),
      cookies.get(person),
    )
    expect(answer.status).toBe(200)
    await answer.text()
  })
  expect(asked.length).toBeGreaterThan(2)
  expect(askedAgain(asked).filter(again => !known.some(({ sql }) => sql.test(again)))).toEqual([])
})
