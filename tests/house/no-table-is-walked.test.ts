import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoHouse, openDemo } from '../demo/demo-house.js'
import { arrange, type Visit, visits } from '../journey/one-page-of-each-kind.js'
import { hear } from '../questions-asked.js'
import { sqliteOf } from '../sqlite-of.js'

let demo: DemoHouse
beforeAll(async () => {
  demo = await openDemo()
  await arrange(demo)
}, 600_000)
afterAll(() => demo.close())

/** Of these an installation has few, whatever goes on in it; establishments are the government’s list, taken in as a whole. */
const few = [
  'networks',
  'networks_that_ask',
  'issuers',
  'settings',
  'migrations',
  'establishments',
  'establishment_imports',
]
/** These are emptied as soon as they are filled. */
const emptied = ['fact_outbox', 'search_waiting', 'search_later', 'search_gone', 'search_rebuilding']
const smallByNature = new Set([...few, ...emptied])

/** What is walked through all the same, each with the reason why. */
const known: { sql: RegExp; because: string }[] = [
  {
    sql: /^select count\(\*\) as count from "\w+"\s+where \("\w+" (?:in \(select id from|= \?)/,
    because: 'what goes with a group, a school or a network is counted once, before it is ended for good',
  },
  { sql: /^select "\w+" from "\w+" limit \?$/, because: 'whether there is any: the first row ends it' },
  { sql: /fact_retries/, because: 'what failed and is tried again: no more than what is wrong at the moment' },
  { sql: /from "audit" union all select/, because: 'the administrator’s trail is counted and paged as a whole' },
  {
    sql: /^select "id", "name", "email", "created_at".* from "people"$/,
    because: 'the administrator’s list of everybody',
  },
  { sql: /^select "name" from "schools"$/, because: 'a pseudonym must be the name of no school of any network' },
  {
    sql: /^select "id", "name", "town", "local_authority", "postcode" from "schools"$/,
    because: 'an anonymous form names no school of any network',
  },
]

test.each(Object.keys(visits) as (keyof typeof visits)[])(
  'whatever %s opens, the database walks through no table that grows',
  async person => {
    const asked = new Map<string, string>()
    let page = ''
    const stop = hear(sqliteOf(demo.house), ({ sql }) => asked.has(sql) || asked.set(sql, page))
    const cookie = person === 'a stranger' ? '' : await demo.signInAs(person)
    for (const visit of visits[person]() as Visit[]) {
      page = visit.to
      await (visit.sends ? demo.send(page, cookie, visit.sends) : demo.ask(page, cookie)).then(answer => answer.text())
    }
    stop()
    expect(asked.size).toBeGreaterThan(5)
    expect([...asked].flatMap(([sql, at]) => walksOf(sql).map(table => `${table}, on ${at}: ${sql}`))).toEqual([])
  },
  600_000,
)

/** The tables that a question walks through from end to end, or reads into an index of its own each time. */
function walksOf(sql: string): string[] {
  if (!/^\s*(select|with|update|delete|insert)\b/i.test(sql) || known.some(one => one.sql.test(sql))) return []
  const plan = sqliteOf(demo.house)
    .prepare(`explain query plan ${sql}`)
    .all((sql.match(/\?/g) ?? []).map(() => null))
  return (plan as { detail: string }[]).flatMap(({ detail }) => {
    const [, as] = /^SCAN (\w+)(?!.*VIRTUAL)/.exec(detail) ?? /^SEARCH (\w+) USING AUTOMATIC/.exec(detail) ?? []
    const table = as && tableCalled(as, sql)
    return table && grows(table) ? [table] : []
  })
}

function tableCalled(as: string, sql: string): string {
  return new RegExp(`"?(\\w+)"? as "?${as}"?(?!\\w)`, 'i').exec(sql)?.[1] ?? as
}

function grows(table: string): boolean {
  const found = sqliteOf(demo.house).prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(table)
  return found !== undefined && !smallByNature.has(table)
}
