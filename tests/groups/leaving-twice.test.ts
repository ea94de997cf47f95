import { beforeAll, expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()

beforeAll(async () => {
  const was = (id: string, personId: string, schoolId: string, joinedAt: string, leftAt: string) => ({
    ...{ id, groupId: 'reading', personId, role: 'volunteer' as const, schoolId, joinedAt, leftAt },
  })
  await world.db
    .insertInto('groupPeople')
    .values([
      was('first', 'alys', 'coed', '2025-09-20T09:00:00.000Z', '2025-10-20T09:00:00.000Z'),
      was('again', 'alys', 'weir', '2025-11-20T09:00:00.000Z', '2025-12-20T09:00:00.000Z'),
      was('other', 'kasia', 'upper-marsh', '2025-11-21T09:00:00.000Z', '2025-12-20T09:00:00.000Z'),
      was('back', 'huw', 'coed', '2025-09-16T09:00:00.000Z', '2025-09-20T09:00:00.000Z'),
    ])
    .execute()
})

test('whoever left twice is one person, with both schools and both times; whoever came back has not left', async () => {
  const page = (await world.as('sadia').get('/groups/reading/people').expect(200)).text
  expect(page).toContain('2 people were in the group before')
  const later = page.slice(page.indexOf('in the group before'))
  expect(later).toContain('20 September 2025 to 20 October 2025')
  expect(later).toContain('20 November 2025 to 20 December 2025')
  expect(later.match(/Alys/g)).toHaveLength(1)
})

test('a write-up names each of them once, and no comma stands beside another', async () => {
  await world.as('sadia').post('/groups/reading/write-up').expect(303)
  const row = await world.db
    .selectFrom('writeUpParts')
    .select('composed')
    .where('part', '=', 'thanks')
    .executeTakeFirstOrThrow()
  expect(row.composed).toContain(' worked with us earlier.')
  expect(row.composed).toMatch(/Alys [^()]+\(Weir Lane Primary and Ysgol Coed-y-dŵr\)/)
  expect(row.composed).not.toMatch(/,,|, and/)
  expect(row.composed.match(/Alys/g)).toHaveLength(1)
})
