import { afterAll, describe, expect, test } from 'vitest'
import { textOfBlocks } from '../../src/documents/to-text.js'
import { movesIn } from '../../src/influence/moves/moves-in-network.js'
import { whatMovedInReport } from '../../src/influence/moves/in-report.js'
import { findNetwork } from '../../src/networks/networks.js'
import { brought } from '../../src/rooms.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world
const at = '2026-10-05T09:00:00.000Z'
const ever = { from: '1990-01-01T00:00:00.000Z', until: '2999-01-01T00:00:00.000Z' }

async function answer(id: string, schoolId: string, said: object) {
  const recommendation = { groupId: 'reading', enquiryId: 'reading-1', recommendation: `A jar by the door, ${id}` }
  await db
    .insertInto('recommendations')
    .values({ id, ...recommendation, number: Number(id.slice(1)), draftedAt: at, draftedBy: 'sadia' })
    .execute()
  const response = { id: `${id}-${schoolId}`, recommendationId: id, schoolId, sentAt: at, sentBy: 'sadia' }
  await db
    .insertInto('responses')
    .values({ ...response, answer: 'accept', answeredAt: at, answeredBy: 'imran', ...said } as never)
    .execute()
}
await answer('r91', 'weir', {
  adoption: 'in place',
  inPlaceAt: at,
  whatCanBeSeen: 'Three classes tell it now.',
  publicAt: at,
})
await answer('r92', 'bryn', { adoption: 'trying' })
await answer('r93', 'bryn', { answer: 'adapt', adoption: 'trying', reason: 'In Welsh first.' })
await answer('r94', 'glanwy', { adoption: 'considering' })

// They were entered without deeds, so no fact told the index of them.
afterAll(async () => {
  await beginAnew(db, brought.searchables)
  await bringUpToDate(db, brought.searchables)
})

const page = async (person: string, query = '?term=ever') =>
  (await world.as(person).get(`/networks/hafren/influence${query}`)).text

describe('what moved between schools', () => {
  test('is told as a sentence, with what the school made of it', async () => {
    const text = await page('nia')
    expect(text).toContain('has “A jar by the door, r91” in place, from')
    expect(text).toContain('Three classes tell it now.')
    expect(text).toContain('tries “A jar by the door, r93” in its own way')
  })

  test('leaves out what nobody has begun', async () => {
    expect(await page('nia')).not.toContain('door, r94')
  })

  test('tells a colleague of what the head lets everybody read, and of nothing else', async () => {
    const text = await page('kasia')
    expect(text).toContain('r91')
    expect(text).not.toContain('door, r92')
    expect(text).not.toContain('door, r93')
  })

  test('tells the group that recommended it of all of it', async () => {
    expect(await page('sam')).toContain('r92')
  })

  test('does not exist for governors, other networks and administrators', async () => {
    for (const person of ['dilys', 'ruth', 'fiona', 'alex'])
      expect((await world.as(person).get('/networks/hafren/influence')).status).toBe(404)
  })

  test('is narrowed to one school, and taken away as the same list', async () => {
    const csv = await world.as('nia').get('/networks/hafren/influence.csv?term=ever')
    expect(csv.text.split('\r\n').filter(line => line.includes('A jar by the door'))).toHaveLength(3)
    const { name } = await db.selectFrom('schools').select('name').where('id', '=', 'weir').executeTakeFirstOrThrow()
    const text = await page('nia', `?term=ever&to=${encodeURIComponent(name)}`)
    expect(text).toContain('r91')
    expect(text).not.toContain('door, r92')
  })

  test('is drawn as a picture that is said in words too', async () => {
    expect(await page('nia')).toMatch(/role="img" aria-label="Lines from 1 place where something was found/)
  })

  test('stands in the termly report as far as everybody may read it', async () => {
    const network = await findNetwork(db, await world.person('nia'), 'hafren')
    const said = textOfBlocks(await whatMovedInReport.blocks(db, network, {} as never, ever, brought.inTheYear))
    expect(said).toContain('r91')
    expect(said).not.toContain('door, r92')
  })

  test('vanishes with a recommendation that is withdrawn', async () => {
    const withdrawn = { withdrawnAt: at, withdrawnBy: 'sadia' }
    await db.updateTable('recommendations').set(withdrawn).where('id', '=', 'r91').execute()
    const nia = await world.person('nia')
    const network = await findNetwork(db, nia, 'hafren')
    const moves = await movesIn(db, brought.inTheYear.moves, nia, network, ever)
    expect(moves.map(move => move.what).join()).not.toContain('door, r91')
  })
})
