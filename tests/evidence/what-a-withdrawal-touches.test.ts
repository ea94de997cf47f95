import { expect, test } from 'vitest'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'
import { log, pieceRow, real } from './real-files.js'

const world = newWorld()
const at = '2026-11-01T10:00:00.000Z'

test('whoever records a withdrawal sees what it touched, the group finds the list again, and nobody else', async () => {
  const id = await log(world.as('huw'), { whatWeSaw: 'Two boys read behind the piano', audience: 'group' }, [
    real.photo,
  ])
  const { number } = await pieceRow(world, id)
  await world.db
    .insertInto('claims')
    .values({
      id: 'leaning',
      groupId: 'reading',
      enquiryId: 'reading-1',
      number: 901,
      claim: 'Hidden places are read in',
      strength: 'a hunch',
      madeAt: at,
      madeBy: 'sam',
    })
    .execute()
  await world.db
    .insertInto('claimEvidence')
    .values({ claimId: 'leaning', evidenceId: id, bearing: 'for', linkedAt: at, linkedBy: 'sam' })
    .execute()
  await renewAll(world.db)
  await world.as('sadia').post('/groups/reading/write-up').expect(303)
  const part = await world.db
    .selectFrom('writeUpParts')
    .selectAll()
    .where('part', '=', 'summary')
    .executeTakeFirstOrThrow()
  await world.db
    .updateTable('texts')
    .set({ body: `As [[E${number} quote]] shows.` })
    .where('owner', '=', part.id)
    .execute()

  world.letters.length = 0
  const done = await world.as('huw').post(`/evidence/${id}/withdrawal`, { reason: 'A parent asked' })
  const list = done.headers.location!
  expect(list).toMatch(/^\/withdrawals\//)
  const page = await world.as('huw').get(list)
  expect(page.status).toBe(200)
  for (const words of ['Claim: C901', `1 file: E${number}`, 'Part of the write-up: “In short”'])
    expect(page.text).toContain(words)
  expect(page.text).not.toMatch(/piano|Hidden places/)

  expect((await world.as('sam').get(`/evidence/${id}`)).text).toContain(list)
  expect((await world.as('sam').get(list)).status).toBe(200)
  for (const person of ['nia', 'imran', 'fiona', 'alex', 'dilys', 'mair'])
    expect([person, (await world.as(person).get(list)).status]).toEqual([person, 404])

  await world.posted()
  expect(world.letters).toHaveLength(1)
  expect(world.letters[0]!.text).toContain(list)
  // Addresses are made by chance, and may hold a letter and a figure that look like a number of evidence.
  const said = JSON.stringify(world.letters).replace(/https?:[^\s\\"]+/g, '')
  expect(said).not.toMatch(/piano|parent|E\d/)
})

test('a colleague of the school who is not in the group reads the list without ways into it', async () => {
  const id = await log(world.as('sadia'), { audience: 'group' }, [real.photo])
  const done = await world.as('joanna').post(`/evidence/${id}/consent/withdrawal`, { reason: 'A parent, by phone' })
  const page = await world.as('joanna').get(done.headers.location!)
  expect(page.status).toBe(200)
  expect(page.text).toContain('1 file')
  expect(page.text).not.toContain(`/evidence/${id}`)
})
