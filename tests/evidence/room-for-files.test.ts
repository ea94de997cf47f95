import { expect, test } from 'vitest'
import { roomForFiles, roomLeftFor } from '../../src/evidence/files/room-for-files.js'
import { newWorld } from '../world.js'
import { another, log, real } from './real-files.js'

const world = newWorld()
const { db } = world

test('two who send their last files at once do not fill more than the group’s room, and the words are shown again', async () => {
  const first = await log(world.as('sam'), {}, [another(real.photo)])
  const room = real.photo.bytes.length + 200_000
  const { fileId } = await db
    .selectFrom('evidenceFiles')
    .select('fileId')
    .where('evidenceId', '=', first)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('files')
    .set({ bytes: roomForFiles - room })
    .where('id', '=', fileId)
    .execute()

  const send = (person: string, words: string) =>
    world
      .as(person)
      .send('/groups/reading/evidence')
      .field({ whatWeSaw: words, kind: 'observation', stage: 'evidence', gatheredOn: '2026-03-04', audience: 'group' })
      .attach('files', another(real.photo).bytes, 'photo.jpg')
  const answers = await Promise.all([
    send('sam', 'Nine readers queued at the shelf by the door.'),
    send('sadia', 'Ten readers queued at the shelf by the door.'),
    send('huw', 'Eleven readers queued at the shelf by the door.'),
  ])
  const kept = answers.filter(one => one.status === 303)
  const refused = answers.filter(one => one.status !== 303)
  expect(kept.length).toBeGreaterThan(0)
  expect(refused.length).toBeGreaterThan(0)
  for (const one of refused) {
    expect(one.text).toContain('room for files left')
    expect(one.text).toContain('readers queued at the shelf by the door.')
  }
  expect(await roomLeftFor(db, 'reading')).toBeGreaterThanOrEqual(0)
  const { used } = await db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .select(eb => eb.fn.sum<number>('bytes').as('used'))
    .executeTakeFirstOrThrow()
  expect(Number(used)).toBeLessThanOrEqual(roomForFiles)
})
