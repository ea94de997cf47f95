import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replayWithdrawals } from '../../src/evidence/withdrawing/replaying-withdrawals.js'
import { brought } from '../../src/rooms.js'
import { newWorld } from '../world.js'
import { another, fileOf, log, real } from './real-files.js'

const world = newWorld()
const folder = mkdtempSync(join(tmpdir(), 'journal-'))
beforeAll(() => void (world.house.journal = join(folder, 'withdrawals')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const agreed = { who: 'pupils', audience: 'network', givenBy: 'A parent, by form', givenOn: '2026-03-01', wording: '' }

/** A picture of which the left half is covered, and that is kept as it was too. */
async function coveredAndKept() {
  const id = await log(world.as('sam'), { audience: 'group' }, [another(real.photo)])
  const { row } = await fileOf(world, id)
  const at = `/evidence/${id}`
  expect((await world.as('sam').post(`${at}/consent`, agreed)).status).toBe(303)
  const covered = await world.as('sam').post(`${at}/files/${row.id}/covering`, {
    ...{ version: '1', with: 'colour', original: 'keep', agreed: 'The parent of P07, by form' },
    ...{ left1: '0', top1: '0', width1: '50', height1: '100' },
  })
  expect(covered.status).toBe(303)
  return { id, at, original: row, keptAt: `${at}/files/${row.id}/versions/1/${encodeURIComponent(row.name)}` }
}

const bytesOf = ({ storedAs, smallAs, thumbnailAs }: Awaited<ReturnType<typeof coveredAndKept>>['original']) =>
  Promise.all([storedAs, smallAs!, thumbnailAs!].map(key => world.house.store.size(key)))

const gone = [undefined, undefined, undefined]

test('when consent is taken back, what was kept uncovered is erased from the disk, and the list says so', async () => {
  const { at, original, keptAt } = await coveredAndKept()
  expect((await world.as('sam').get(keptAt)).status).toBe(200)
  expect((await world.as('sam').get(`${at}/consent/withdrawal`)).text).toContain('is erased for good')
  const done = await world.as('sam').post(`${at}/consent/withdrawal`, { reason: 'A parent, by phone' })
  expect(await bytesOf(original)).toEqual(gone)
  const list = (await world.as('sam').get(done.headers.location!)).text
  expect(list).toContain('1 picture from before it was covered')
  expect(list).toContain('Erased for good, in every version and at every size.')
  // The covered picture is hidden, not erased: a new consent brings it back, and nothing else.
  expect((await world.as('sam').post(`${at}/consent`, agreed)).status).toBe(303)
  expect((await world.as('sam').get(`/files/${original.id}/x.jpg`)).status).toBe(200)
  expect((await world.as('sam').get(keptAt)).status).toBe(404)
})

test('when nobody’s agreement is left it is erased too, and the page says so first', async () => {
  for (const answer of [{ who: 'no one' }, { ...agreed, audience: 'unasked' }]) {
    const { at, original, keptAt } = await coveredAndKept()
    expect((await world.as('sam').get(`${at}/consent`)).text).toContain('also kept as it was before it was covered')
    await world.as('sam').post(`${at}/consent`, { ...agreed, audience: 'group' })
    expect((await world.as('sam').get(keptAt)).status).toBe(200)
    expect((await world.as('sam').post(`${at}/consent`, answer)).status).toBe(303)
    expect((await world.as('sam').get(keptAt)).status).toBe(404)
    expect(await bytesOf(original)).toEqual(gone)
    expect((await world.as('huw').get(`/files/${original.id}/x.jpg`)).status).toBe(200)
    expect((await world.as('sam').get(`${at}/consent`)).text).not.toContain('also kept as it was')
  }
})

test('a backup from before that is put back erases it again, and keeps the covered picture', async () => {
  const { at, original, keptAt } = await coveredAndKept()
  const before = await world.db.selectFrom('fileVersions').selectAll().where('fileId', '=', original.id).execute()
  await world.as('sam').post(`${at}/consent`, { who: 'no one' })
  for (const { fileId, version, ...was } of before)
    await world.db
      .updateTable('fileVersions')
      .set(was)
      .where('fileId', '=', fileId)
      .where('version', '=', version)
      .execute()
  world.forgetFacts()
  await replayWithdrawals(world.db, join(folder, 'withdrawals'), brought.erases)
  expect((await world.as('sam').get(keptAt)).status).toBe(404)
  expect((await world.as('sam').get(`/files/${original.id}/x.jpg`)).status).toBe(200)
})
