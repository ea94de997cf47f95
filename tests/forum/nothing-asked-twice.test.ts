import { expect, test } from 'vitest'
import { askedAgain, listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { hafren, idOf, posted } from './forum.js'

const world = newWorld()
const listening = listenTo(world.house)
const post = await posted(world, 'sam', { kind: 'come', sentence: 'Come and see', onDay: '2099-05-05', places: '2' })
for (const person of ['kasia', 'huw', 'maeve']) await world.as(person).post(`${post}/places`)
await world.as('kasia').post(`${post}/answers`, { words: 'With pleasure.' })
await world.as('kasia').post(`${post}/take-ups`, { how: 'takes it' })
await world.as('kasia').post(`${post}/support`)
const { id } = await world.db
  .selectFrom('forumTakeUps')
  .select('id')
  .where('postId', '=', idOf(post))
  .executeTakeFirstOrThrow()

test.each([
  ['kasia', hafren],
  ['kasia', `${hafren}/new`],
  ['kasia', post],
  ['sam', post],
  ['nia', post],
  ['sam', `${post}/edit`],
  ['sam', `${post}/files`],
  ['kasia', `${post}/take-ups/${id}`],
  ['nia', `${hafren}/talk`],
  ['nia', `${hafren}/readers`],
  ['sam', '/letters'],
])('%s opens %s, and no question is asked twice', async (person, address) => {
  const browser = world.as(person)
  let status = 0
  const asked = await listening(async () => {
    ;({ status } = await browser.get(address))
  })
  expect(status).toBe(200)
  // A letter asks each room for its news and for its dates.
  const newsAndDates = /from "(data_evenings|outside_colleagues)"/
  expect(askedAgain(asked).filter(one => address !== '/letters' || !newsAndDates.test(one))).toEqual([])
})
