import { beforeAll, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { closeAccount } from '../../src/keeping/erasing/closing-account.js'
import { log } from '../evidence/real-files.js'
import { newWorld } from '../world.js'

// A pseudonym stands for a school or a colleague whatever they are called: now, before, or after they were renamed.

const world = newWorld()
const at = '2026-10-01T09:00:00.000Z'

beforeAll(async () => {
  const body =
    'At Weir Lane Primary we asked Huw ap Siôn. Weir Lane is small, Larkfield Academy is new. Huw Treharne agreed.'
  await world
    .as('sam')
    .post('/texts/stage/reading-1/context.startingPoint', { body, version: 0, 'names-answer': 'as it is' })
    .expect(303)
  await world.db
    .insertInto('sharedStages')
    .values({ enquiryId: 'reading-1', stage: 'context', sharedAt: at, sharedBy: 'sadia' })
    .execute()
  const fields = { whatWeSaw: 'Nine of ten read on.', audience: 'group', schools: 'weir', nobody: 'yes' }
  const piece = await log(world.as('sam'), fields)
  await world.as('sam').post(`/evidence/${piece}/sharing`, { audience: 'network' }).expect(303)
  await world
    .as('nia')
    .post('/networks/hafren/schools/weir', { name: 'Larkfield Academy', phase: 'Primary' })
    .expect(303)
  await world
    .as('sam')
    .post('/groups/reading/pseudonyms', { kind: 'school', school: 'weir', pseudonym: 'Alder School' })
    .expect(303)
  const huw = { kind: 'person', name: 'Huw ap Siôn', pseudonym: 'Colleague A' }
  await world.as('sam').post('/groups/reading/pseudonyms', huw).expect(303)
  await world.as('huw').post('/account/name', { name: 'Huw Treharne' }).expect(303)
})

test('texts that say a former name are read outside under the pseudonym, and those that say the new one too', async () => {
  const page = await world.as('nia').get('/groups/reading/stages/context').expect(200)
  expect(page.text).toContain(
    'At Alder School we asked Colleague A. Alder School is small, Alder School is new. Colleague A agreed.',
  )
  expect(page.text).not.toMatch(/Weir|Siôn|Huw/)
  expect((await world.as('sam').get('/groups/reading/stages/context')).text).toContain('At Weir Lane Primary we asked')
})

test('what is counted by school is read under the pseudonym as well', async () => {
  const page = (await world.as('nia').get('/groups/reading').expect(200)).text
  expect(page).toContain('<span>Alder School 1</span>')
  expect(page).not.toMatch(/<span>Larkfield Academy \d/)
  expect((await world.as('sam').get('/groups/reading')).text).toContain('<span>Larkfield Academy 1</span>')
})

test('a colleague about whom the group has decided is not asked about again under a new name', async () => {
  const page = (await world.as('sam').get('/groups/reading/pseudonyms')).text
  expect(page).not.toContain('value="Huw Treharne"')
})

test('with a closed account the former names go too', async () => {
  expect(await world.db.selectFrom('formerNames').where('personId', '=', 'huw').select('name').execute()).toEqual([
    { name: 'Huw ap Siôn' },
  ])
  await inOne(world.db, trx => closeAccount(trx, 'huw', 'words stay', []))
  expect(await world.db.selectFrom('formerNames').where('personId', '=', 'huw').select('name').execute()).toEqual([])
})
