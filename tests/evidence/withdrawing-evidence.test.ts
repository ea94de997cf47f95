import { expect, test } from 'vitest'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'
import { another, fileOf, log, pieceRow, real } from './real-files.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()

test('a withdrawn piece leaves a gap with its number, for the group alone', async () => {
  const id = await log(world.as('sam'), { whatWeSaw: 'The crate by the stairs', audience: 'group' }, [
    another(real.photo),
  ])
  await world.as('sam').post(`/evidence/${id}/sharing`, { audience: 'network', nobody: 'yes' })
  const { address, thumbnail } = await fileOf(world, id)
  const page = await world.as('sam').get(`/evidence/${id}/withdrawal`)
  expect(page.text).toContain('What will happen')
  expect((await world.as('sam').post(`/evidence/${id}/withdrawal`, { reason: ' ' })).status).toBe(422)
  expect((await world.as('sam').post(`/evidence/${id}/withdrawal`, { reason: 'It was the wrong day' })).status).toBe(
    303,
  )

  const number = `E${(await pieceRow(world, id)).number}`
  const gap = await world.as('huw').get(`/evidence/${id}`)
  expect(gap.text).toContain(`${number} was withdrawn`)
  expect(gap.text).not.toContain('crate')
  expect((await world.as('huw').get('/groups/reading/evidence')).text).toContain('withdrawn')
  expect((await world.as('huw').get('/groups/reading/evidence.csv')).text).toMatch(new RegExp(`${number}","withdrawn`))
  for (const at of [address, thumbnail]) expect((await world.as('sam').get(at)).status).toBe(404)
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(404)
  expect((await world.as('nia').get('/groups/reading/evidence')).text).not.toContain('withdrawn')
  expect((await world.as('sam').post(`/evidence/${id}/withdrawal`, { reason: 'again' })).status).toBe(404)

  expect((await world.as('huw').post(`/evidence/${id}/return`)).status).toBe(403)
  expect((await world.as('sam').post(`/evidence/${id}/return`)).status).toBe(303)
  expect((await world.as('huw').get(address)).status).toBe(200)
  expect((await world.as('nia').get(address)).status).toBe(404)
})

test('the lead learner may withdraw a piece of the group, a colleague may not', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  expect((await world.as('huw').get(`/evidence/${id}/withdrawal`)).status).toBe(403)
  expect((await world.as('huw').post(`/evidence/${id}/withdrawal`, { reason: 'x' })).status).toBe(403)
  expect((await world.as('sadia').post(`/evidence/${id}/withdrawal`, { reason: 'The school asked' })).status).toBe(303)
})

test('a draft is erased altogether: row, words and bytes', async () => {
  const id = await log(world.as('huw'), { whatWeSaw: 'xylophone sentence' }, [another(real.photo)])
  const { row } = await fileOf(world, id)
  expect((await world.as('sadia').post(`/evidence/${id}/removal`)).status).toBe(404)
  expect((await world.as('huw').get(`/evidence/${id}/removal`)).status).toBe(200)
  expect((await world.as('huw').post(`/evidence/${id}/removal`)).status).toBe(303)
  expect(await world.db.selectFrom('evidence').select('id').where('id', '=', id).executeTakeFirst()).toBeUndefined()
  for (const key of [row.storedAs, row.smallAs!, row.thumbnailAs!])
    expect(await world.house.store.size(key)).toBeUndefined()
  const left = sqliteOf(world.house).serialize()
  expect(left.includes('xylophone sentence')).toBe(false)
})

test('a shared piece is withdrawn, not erased; a gap can be erased for good and keeps its number', async () => {
  const id = await log(world.as('sam'), { whatWeSaw: 'marmalade sentence', audience: 'group' }, [another(real.photo)])
  const { row } = await fileOf(world, id)
  expect((await world.as('sam').post(`/evidence/${id}/removal`)).status).toBe(403)
  await world.as('sam').post(`/evidence/${id}/withdrawal`, { reason: 'The family asked' })
  expect((await world.as('huw').get(`/evidence/${id}/erasure`)).status).toBe(403)
  expect((await world.as('sam').get(`/evidence/${id}/erasure`)).status).toBe(200)
  expect((await world.as('sam').post(`/evidence/${id}/erasure`)).status).toBe(303)
  expect(await world.house.store.size(row.storedAs)).toBeUndefined()
  expect(sqliteOf(world.house).serialize().includes('marmalade sentence')).toBe(false)
  const gap = await world.as('sam').get(`/evidence/${id}`)
  expect(gap.status).toBe(200)
  expect(gap.text).not.toContain('Put it back')
  expect((await world.as('sam').post(`/evidence/${id}/return`)).status).toBe(409)
})

test('a draft that something leans on is not erased', async () => {
  const id = await log(world.as('sam'))
  const claim = {
    id: 'claim-on-draft',
    groupId: 'reading',
    enquiryId: 'reading-1',
    number: 900,
    claim: 'A claim',
    strength: 'a hunch' as const,
    madeAt: '2026-11-20T10:00:00.000Z',
    madeBy: 'sam',
  }
  await world.db.insertInto('claims').values(claim).execute()
  const link = { claimId: claim.id, evidenceId: id, bearing: 'for', linkedAt: claim.madeAt, linkedBy: 'sam' } as const
  await world.db.insertInto('claimEvidence').values(link).execute()
  await renewAll(world.db)
  const answer = await world.as('sam').post(`/evidence/${id}/removal`)
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('leans on this piece')
  expect((await world.as('sam').get(`/evidence/${id}`)).status).toBe(200)
})
