import { expect, test } from 'vitest'
import { contributionsIn } from '../../src/termly-reports/what-happened/contributions.js'
import { termInRecords } from '../../src/termly-reports/what-happened/term-in-records.js'
import { newWorld } from '../world.js'

const world = newWorld()
const at = '2026-10-05T09:00:00.000Z'

test('a school that answers under a pseudonym is not counted among the term’s answers by its own name', async () => {
  const { db } = world
  const term = await db
    .selectFrom('terms')
    .selectAll()
    .where('networkId', '=', 'hafren')
    .where('slug', '=', 'autumn-2026')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('recommendations')
    .values({
      ...{ id: 'choose', groupId: 'reading', enquiryId: 'reading-1', number: 1, recommendation: 'Let them choose.' },
      ...{ releaseDays: null, draftedAt: at, draftedBy: 'sadia', releasedOutsideAt: null },
      ...{ withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null },
    })
    .execute()
  await db
    .insertInto('responses')
    .values(
      ['weir', 'bryn'].map(schoolId => ({
        ...{ id: `choose ${schoolId}`, recommendationId: 'choose', schoolId, sentAt: at, sentBy: 'sadia' },
        ...{ answer: 'accept' as const, reviewOn: null, answeredAt: at, answeredBy: 'imran', adoption: null },
        ...{ inPlaceAt: null, inPlaceOn: null, inPlaceBy: null, publicAt: at, publicBy: 'imran' },
      })),
    )
    .execute()
  const answers = async () =>
    new Map((await contributionsIn(termInRecords(db, 'hafren', term))).map(school => [school.id, school.answers]))
  expect([(await answers()).get('weir'), (await answers()).get('bryn')]).toEqual([1, 1])

  const chosen = { kind: 'school', school: 'weir', pseudonym: 'Rowan School' }
  await world.as('sadia').post('/groups/reading/pseudonyms', chosen).expect(303)
  expect([(await answers()).get('weir'), (await answers()).get('bryn')]).toEqual([0, 1])
})
