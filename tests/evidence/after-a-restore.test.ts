import { mkdtempSync, readFileSync, appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keepWithdrawalsAt, replayWithdrawals } from '../../src/evidence/withdrawal-journal.js'
import { brought } from '../../src/rooms.js'
import { renewAll } from '../reach/kept.js'
import { newWorld, type World } from '../world.js'

const before = newWorld()
const restored = newWorld()
const journal = join(mkdtempSync(join(tmpdir(), 'journal-')), 'workbench.db.withdrawals')
afterAll(() => keepWithdrawalsAt(null))

/** The same two pieces in the house and in its backup. */
async function log({ db }: World): Promise<void> {
  const at = '2026-10-01T09:00:00.000Z'
  for (const [number, id] of ['words', 'voice'].entries()) {
    await db
      .insertInto('evidence')
      .values({
        id,
        groupId: 'reading',
        enquiryId: 'reading-1',
        number: number + 1,
        capture: null,
        title: id,
        whatWeSaw: id,
        kind: 'observation',
        stage: 'evidence',
        gatheredOn: '2026-09-20',
        loggedAt: at,
        loggedBy: 'sam',
        revisedAt: null,
        sharedWithGroupAt: at,
        sharedWithNetworkAt: at,
        sharedOutsideAt: null,
        namesPupilAt: null,
        withdrawnAt: null,
        withdrawnBy: null,
        withdrawnBecause: null,
      })
      .execute()
    await db
      .insertInto('consents')
      .values({
        id: `c-${id}`,
        evidenceId: id,
        who: 'pupils',
        audience: 'public',
        givenOn: '2026-09-20',
        recordedBy: 'sam',
        recordedAt: at,
        withdrawnAt: null,
        withdrawnBy: null,
        withdrawnBecause: null,
      })
      .execute()
  }
  await renewAll(db)
}

test('a withdrawal that came after the backup is recorded again when the backup is put back', async () => {
  await log(before)
  await log(restored)
  keepWithdrawalsAt(journal)
  await before.as('sam').post('/evidence/words/withdrawal', { reason: 'They asked us to' }).expect(303)
  await before.as('sam').post('/evidence/voice/consent/withdrawal', { reason: 'A parent said no' }).expect(303)
  const lines = readFileSync(journal, 'utf8')
  expect(lines.trim().split('\n')).toHaveLength(2)
  expect(lines).not.toContain('parent')

  expect((await restored.as('huw').get('/evidence/words')).text).toContain('words')
  appendFileSync(journal, '{"at":"20')
  expect(await replayWithdrawals(restored.db, journal, { store: restored.house.store, along: brought.erases })).toBe(2)
  const gone = await restored.db
    .selectFrom('evidence')
    .select(['id', 'withdrawnAt', 'sharedWithNetworkAt'])
    .orderBy('id')
    .execute()
  expect(gone.find(piece => piece.id === 'words')?.withdrawnAt).toBeTruthy()
  expect(gone.find(piece => piece.id === 'voice')?.sharedWithNetworkAt).toBeNull()
  for (const id of ['words', 'voice']) expect((await restored.as('nia').get(`/evidence/${id}`)).status).toBe(404)
})

test('a database that knows them already is left as it is', async () => {
  expect(await replayWithdrawals(before.db, journal, { store: before.house.store, along: brought.erases })).toBe(0)
})
