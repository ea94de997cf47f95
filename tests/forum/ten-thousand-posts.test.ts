import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { hafren } from './forum.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const listening = listenTo(world.house)
const kinds = ['heard of', 'tried', 'done here', 'copy', 'come', 'help']

function planOf(sql: string, parameters: unknown[]): string {
  const steps = sqliteOf(world.house)
    .prepare(`explain query plan ${sql}`)
    .all(...parameters) as { detail: string }[]
  return steps.map(step => step.detail).join('\n')
}

beforeAll(() => {
  const add = sqliteOf(world.house).prepare(
    `insert into forum_posts (id, network_id, kind, sentence, folded, school_id, posted_at, posted_by, open_since, supports)
     values (?, 'hafren', ?, ?, ?, 'weir', ?, 'sam', ?, ?)`,
  )
  sqliteOf(world.house).transaction(() => {
    for (let one = 0; one < 10_000; one++) {
      const at = new Date(Date.parse('2016-01-01T08:00:00.000Z') + one * 3_600_000 * 8).toISOString()
      const kind = kinds[one % 6]!
      const sentence = one === 77 ? 'Here we keep a heron.' : `Here we do number ${one}.`
      add.run(
        `post${String(one).padStart(5, '0')}`,
        kind,
        sentence,
        sentence.toLowerCase(),
        at,
        kind === 'help' ? at : null,
        one % 50 === 0 ? 1 : 0,
      )
    }
  })()
})

// They came without deeds, so the index knows none of them.
afterAll(() => void sqliteOf(world.house).exec('delete from forum_posts'))

const everyPage = [
  hafren,
  `${hafren}?page=300`,
  `${hafren}?kind=tried&page=40`,
  `${hafren}?kind=open`,
  `${hafren}?school=weir&page=100`,
  `${hafren}?words=heron`,
  `${hafren}/talk`,
  '/networks/hafren',
]

test.each(everyPage)(
  '%s asks as many questions of ten thousand posts as of ten, and reads them by an index',
  async address => {
    let page: { status: number; text: string } | undefined
    const asked = await listening(async () => {
      page = await world.as('kasia').get(address)
    })
    expect(page!.status).toBe(200)
    expect((page!.text.match(/forum-line[ "]/g) ?? []).length).toBeLessThanOrEqual(30)
    const ofPosts = asked.filter(one => one.sql.includes('"forum_posts"'))
    expect(ofPosts.length).toBeGreaterThan(0)
    expect(ofPosts.length).toBeLessThanOrEqual(4)
    for (const { sql, parameters } of ofPosts) {
      const plan = planOf(sql, parameters)
      expect(plan).not.toMatch(/SCAN forum_posts(?! USING)/)
      // No list is put in order by reading all of it first: the index has the order, but for the thirty to talk about.
      if (/limit/.test(sql) && !/supports/.test(sql)) expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY')
    }
  },
)

test('the last page is as good as the first, and the one post is found', async () => {
  expect((await world.as('kasia').get(`${hafren}?page=400`)).text).toContain('Here we do number 0.')
  expect((await world.as('kasia').get(`${hafren}?words=HERON`)).text).toContain('Here we keep a heron.')
})
