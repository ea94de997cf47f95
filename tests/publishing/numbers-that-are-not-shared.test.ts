import { beforeAll, expect, test } from 'vitest'
import { addReading } from '../../src/instruments/measures/measures.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { inOne } from '../../src/database.js'
import { newWorld } from '../world.js'
import { begin } from '../write-ups/writing.js'

const world = newWorld()
const says = /Numbers of Weir Lane Primary are not shared: Books chosen/
let check: string
let measure: string

beforeAll(async () => {
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(world.db, sadia, 'reading')
  for (const [measuredOn, value] of [
    ['2026-09-20', 12],
    ['2026-11-20', 19.5],
  ] as const)
    await inOne(world.db, trx =>
      addReading(trx, enquiry, sadia, { schoolId: 'weir', measure: 'Books chosen', measuredOn, value, pupils: 28 }),
    )
  const row = await world.db
    .selectFrom('measures')
    .select('id')
    .where('name', '=', 'Books chosen' as never)
    .executeTakeFirst()
  measure = `/measures/${row!.id}`
  check = `/write-ups/${(await begin(world)).id}/check`
})

test('the page on which a write-up is put together, and its check, say whose numbers are left out and lead there', async () => {
  for (const address of ['/groups/reading/write-up', check]) {
    const { text } = await world.as('sadia').get(address)
    expect(text, address).toMatch(says)
    expect(text, address).toContain(`href="${measure}"`)
  }
})

test('once the school has shared them nothing is said any more', async () => {
  await world.db
    .insertInto('measureShares')
    .values({
      measureId: measure.split('/')[2]!,
      schoolId: 'weir',
      sharedAt: '2026-11-21T10:00:00.000Z',
      sharedBy: 'sadia',
    })
    .execute()
  for (const address of ['/groups/reading/write-up', check])
    expect((await world.as('sadia').get(address)).text).not.toMatch(/are not shared/)
})
