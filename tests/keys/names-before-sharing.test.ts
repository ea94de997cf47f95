import { expect, test } from 'vitest'
import { log, pieceRow, real } from '../evidence/real-files.js'
import { newWorld } from '../world.js'

// What looks like a pupil's name does not leave the group before somebody has said what it is.

const world = newWorld()
const further = { audience: 'network', nobody: 'yes' }
const share = (piece: string, more = {}) =>
  world.as('sadia').post(`/evidence/${piece}/sharing`, { ...further, ...more })
const logged = (whatWeSaw: string) => log(world.as('sadia'), { whatWeSaw, audience: 'group' })

test('a piece with a name is stopped on its way out, shows it, and leaves with the code', async () => {
  const piece = await logged('Tomos Griffiths in Year 4 said he reads. Later Tomos Griffiths sat down.')
  const page = await share(piece).expect(422)
  expect(page.text).toContain('Nothing is shared yet')
  expect(page.text).toContain('<mark>Tomos Griffiths</mark> in Year 4')
  expect(page.text).toContain('Write “A pupil” and share')
  expect(page.text).not.toContain('as it is</button>')
  expect((await pieceRow(world, piece)).sharedWithNetworkAt).toBeNull()
  await share(piece, { 'names-answer': 'as it is' }).expect(422)
  await share(piece, { 'names-seen': 'Tomos Griffiths' }).expect(422)

  await share(piece, { 'names-out': 'code' }).expect(303)
  const row = await pieceRow(world, piece)
  expect(row.sharedWithNetworkAt).not.toBeNull()
  expect(row.whatWeSaw).toBe('A pupil in Year 4 said he reads. Later a pupil sat down.')
  expect(row.title).not.toContain('Tomos')
})

test('whoever is no pupil is let be, and the piece goes out as it is', async () => {
  const piece = await logged('In the corner Marged Hopkins drew maps.')
  await share(piece).expect(422)
  await share(piece, { 'names-answer': 'not:Marged Hopkins' }).expect(303)
  expect((await pieceRow(world, piece)).sharedWithNetworkAt).not.toBeNull()
})

test('within the group nothing is stopped', async () => {
  const piece = await logged('By the sink Cerys Morgan hummed.')
  await world.as('sadia').post(`/evidence/${piece}/sharing`, { audience: 'group' }).expect(303)
})

test('the name of a file is looked at too, and what a picture shows', async () => {
  const piece = await log(world.as('sadia'), { whatWeSaw: 'A map of the hall.', audience: 'group' }, [
    { ...real.photo, name: 'Tomos_Griffiths_map.jpg' },
  ])
  await world.db
    .updateTable('evidenceFiles')
    .set({ alt: 'A map that Cerys Morgan drew' })
    .where('evidenceId', '=', piece)
    .execute()
  const page = await share(piece).expect(422)
  expect(page.text).toContain('<mark>Tomos Griffiths</mark>')
  expect(page.text).toContain('<mark>Cerys Morgan</mark>')
  await share(piece, { 'names-out': 'code' }).expect(303)
  const files = await world.db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .select(['files.name', 'evidenceFiles.alt'])
    .where('evidenceId', '=', piece)
    .execute()
  expect(files).toEqual([{ name: 'A pupil_map.jpg', alt: 'A map that a pupil drew' }])
})

test('of several pieces that are shared at once, one with a name stays, with the reason', async () => {
  const [one, other] = [await logged('Near the door Rhodri Evans waited.'), await logged('The benches are low.')]
  for (const id of [one, other]) await world.as('sadia').post(`/evidence/${id}/consent`, { who: 'no one' }).expect(303)
  const answer = await world
    .as('sadia')
    .post('/groups/reading/evidence/together', { pieces: [one, other], do: 'share:network' })
    .expect(303)
  expect((await pieceRow(world, one)).sharedWithNetworkAt).toBeNull()
  expect((await pieceRow(world, other)).sharedWithNetworkAt).not.toBeNull()
  const done = await world.as('sadia').get(answer.headers.location!)
  expect(done.text).toContain('A word in it may be a pupil’s name')
})

test('a stage is stopped as well, with the words of its context cards, and no earlier version keeps the name', async () => {
  const sadia = world.as('sadia')
  const saved = { version: 0, 'names-answer': 'as it is' }
  await sadia
    .post('/texts/stage/reading-1/context.startingPoint', { body: 'Osian Bevan reads. We ask why.', ...saved })
    .expect(303)
  const card = { id: 'card', enquiryId: 'reading-1', schoolId: 'weir', phase: '', roll: null }
  await world.db
    .insertInto('contextCards')
    .values({ ...card, addedAt: '2026-10-01T09:00:00.000Z', addedBy: 'sadia' })
    .execute()
  await sadia
    .post('/texts/context-card/card/circumstances', { body: 'Since May Gwilym Rowe reads.', ...saved })
    .expect(303)
  const page = await sadia.post('/groups/reading/stages/context/sharing').expect(422)
  expect(page.text).toContain('<mark>Osian Bevan</mark>')
  expect(page.text).toContain('<mark>Gwilym Rowe</mark>')
  expect(await world.db.selectFrom('sharedStages').selectAll().execute()).toEqual([])
  await sadia.post('/groups/reading/stages/context/sharing', { 'names-out': 'code' }).expect(303)
  expect(await world.db.selectFrom('sharedStages').select('stage').execute()).toEqual([{ stage: 'context' }])
  const versions = await world.db.selectFrom('textVersions').select('body').execute()
  expect(JSON.stringify(versions)).not.toMatch(/Osian|Gwilym/)
  expect(JSON.stringify(versions)).toContain('A pupil reads. We ask why.')
})

test('whoever may not share it is asked nothing and changes nothing', async () => {
  const piece = await logged('At lunch Iestyn Parry sang.')
  await world
    .as('sam')
    .post(`/evidence/${piece}/sharing`, { ...further, 'names-out': 'code' })
    .expect(403)
  expect((await pieceRow(world, piece)).whatWeSaw).toBe('At lunch Iestyn Parry sang.')
})
