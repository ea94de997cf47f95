import { expect, test } from 'vitest'
import { unread } from '../../src/names/names.js'
import { newWorld } from '../world.js'

// Whatever a text said before is kept, but not the names that were taken out of it.

const world = newWorld()
const versions = async (kind: string) =>
  (
    await world.db
      .selectFrom('textVersions')
      .innerJoin('texts', 'texts.id', 'textVersions.textId')
      .select('textVersions.body')
      .where('texts.kind', '=', kind)
      .execute()
  )
    .map(row => unread(row.body))
    .join('\n')

test('a name that gave way to a code is in no earlier version of the text, also where it is saved as it is typed', async () => {
  const address = '/texts/stage/reading-1/purpose.ethics'
  const typed = (body: string, version: number) =>
    world.as('sam').post(address, { body, version }).set('Accept', 'application/json').expect(200)
  await typed('We asked. Marged Hopkins said no, and Elis was away.', 0)
  await typed('We asked. A pupil said no, and Elis was away.', 1)
  expect(await versions('stage')).not.toContain('Marged')
  expect(await versions('stage')).toContain('We asked. A pupil said no, and Elis was away.')
  await typed('We asked. A pupil said no.', 2)
  expect(await versions('stage')).toContain('Elis was away')
})

test('what the workbench composed before is no earlier version: nothing of it was written by anybody', async () => {
  const address = '/texts/stage/reading-1/purpose.intendedLearning'
  const write = (body: string, version: number) =>
    world.as('sadia').post(address, { body, version, 'names-answer': 'as it is' }).expect(303)
  await write('Whether Gwilym Rowe reads on.', 0)
  await world.as('sadia').post('/groups/reading/write-up').expect(303)
  expect(await versions('write-up-part')).toContain('Gwilym Rowe')
  await write('Whether they read on.', 1)
  const { id } = await world.db.selectFrom('writeUps').select('id').executeTakeFirstOrThrow()
  await world.as('sadia').post(`/write-ups/${id}/composing`).expect(303)
  expect(await versions('write-up-part')).toContain('Whether they read on.')
  expect(await versions('write-up-part')).not.toContain('Gwilym')
})
