import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { makeLunchGroup } from './lunch-group.js'

const world = newWorld()

test('a write-up that was begun before its schools had pseudonyms does not tell by their order which is which', async () => {
  // By their own names: Weir Lane, Coed-y-dŵr, y Bryn.
  const group = await makeLunchGroup(world, { weir: 'Cedar School', coed: 'Birch School', bryn: 'Ash School' }, 'after')
  const { id } = await world.db
    .selectFrom('writeUps')
    .select('id')
    .where('groupId', '=', group)
    .executeTakeFirstOrThrow()
  await world.as('alys').post(`/write-ups/${id}/submission`).expect(303)
  const waiting = await world.as('nia').get(`/write-ups/${id}/submission`)
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(waiting.text)![1]!
  await world.as('nia').post(`/write-ups/${id}/publication`, { hash }).expect(303)
  const { slug } = await world.db.selectFrom('editions').select('slug').where('ofId', '=', id).executeTakeFirstOrThrow()
  const page = (await world.stranger.get(`/published/write-ups/${slug}`).expect(200)).text
  const told = page
    .replace(/<(style|script)[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  expect(told).not.toMatch(/Coed-y|Weir|Bryn/)
  expect(told).toContain('Ash School, Birch School and Cedar School')
  for (const [first, second] of [
    ['Cedar School', 'Birch School'],
    ['Birch School', 'Ash School'],
    ['Cedar School', 'Ash School'],
  ] as const)
    expect(told).not.toMatch(new RegExp(`${first}(?:, | and )${second}`))
  const heads = [...page.matchAll(/<th[^>]*scope="col"[^>]*>([^<]*School)<\/th>/g)].map(found => found[1])
  expect(heads.slice(0, 3)).toEqual(['Ash School', 'Birch School', 'Cedar School'])
}, 300_000)
