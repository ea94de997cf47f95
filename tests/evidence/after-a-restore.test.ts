import { mkdtempSync, readFileSync, appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFile } from '../../src/database.js'
import { replayWithdrawals } from '../../src/evidence/withdrawing/replaying-withdrawals.js'
import { brought } from '../../src/rooms.js'
import { renewAll } from '../reach/kept.js'
import { newWorld, type World } from '../world.js'
import { log as logPiece } from './real-files.js'
import { sqliteOf } from '../sqlite-of.js'

const before = newWorld()
const restored = newWorld()
const later = newWorld()
const journal = join(mkdtempSync(join(tmpdir(), 'journal-')), 'workbench.db.withdrawals')

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
  before.house.journal = journal
  await before.as('sam').post('/evidence/words/withdrawal', { reason: 'They asked us to' }).expect(303)
  await before.as('sam').post('/evidence/voice/consent/withdrawal', { reason: 'A parent said no' }).expect(303)
  const lines = readFileSync(journal, 'utf8')
  expect(lines.trim().split('\n')).toHaveLength(2)
  expect(lines).not.toContain('parent')

  expect((await restored.as('huw').get('/evidence/words')).text).toContain('words')
  appendFileSync(journal, '{"at":"20')
  expect(await replayWithdrawals(restored.db, journal, brought.erases)).toBe(2)
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
  expect(await replayWithdrawals(before.db, journal, brought.erases)).toBe(0)
})

test('withdrawals and erasures are replayed whatever the clock of the backup says', async () => {
  const home = mkdtempSync(join(tmpdir(), 'restored-'))
  const pieces = await Promise.all(
    [1, 2, 3].map(number => logPiece(later.as('sam'), { whatWeSaw: `Secretword${number}`, audience: 'group' })),
  )
  // The backup's own trail is an hour ahead: a clock that was set back since.
  const ahead = new Date(Date.now() + 3_600_000).toISOString()
  const line = {
    id: 'ahead',
    at: ahead,
    personId: 'nia',
    did: 'looked',
    aboutKind: null,
    aboutId: null,
    networkId: null,
  }
  await later.db.insertInto('audit').values(line).execute()
  const backup = join(home, 'backup.db')
  await sqliteOf(later.house).backup(backup)
  later.house.journal = join(home, 'withdrawals')
  for (const piece of pieces)
    await later.as('sam').post(`/evidence/${piece}/withdrawal`, { reason: 'Asked' }).expect(303)
  await later.as('sam').post(`/evidence/${pieces[0]}/erasure`).expect(303)

  const {
    db,
    engine: { sqlite },
  } = openFile(backup)
  expect(await replayWithdrawals(db, later.house.journal, brought.erases)).toBe(4)
  const rows = await db.selectFrom('evidence').select(['whatWeSaw', 'withdrawnAt']).where('id', 'in', pieces).execute()
  expect(rows.every(row => row.withdrawnAt !== null)).toBe(true)
  expect(rows.map(row => row.whatWeSaw).sort()).toEqual(['', 'Secretword2', 'Secretword3'])
  expect(await replayWithdrawals(db, later.house.journal, brought.erases)).toBe(0)
  const waiting = await db.selectFrom('factOutbox').selectAll().execute()
  expect(waiting.length).toBeGreaterThanOrEqual(4)
  await db.destroy()
  expect(sqlite.open).toBe(false)
})
