import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookOf } from '../../src/coding/codebook/book.js'
import { piledUp } from '../../src/coding/undoing/undoing.js'
import { newWorld } from '../world.js'
import { codeWords, lastStep, putCode, putWords, takeStep } from './coding-world.js'

const world = newWorld()
const names = async () => (await bookOf(world.db, { groupId: 'reading' })).map(code => code.name)

test('the button says what it takes back, each person their own, and what was taken back can be done again', async () => {
  const code = await putCode(world, 'choice', {}, 'sam')
  const renaming = { name: 'choosing', mark: 'CH', colour: 'sea', notFor: '', description: '', version: 1 }
  await world.as('sam').post(`/codes/${code.id}`, renaming)
  const page = await world.as('sam').get('/groups/reading/codes')
  expect(page.text).toContain('Undo: renamed the code “choice” to “choosing”')
  expect((await world.as('huw').get('/groups/reading/codes')).text).not.toContain('Undo:')

  await takeStep(world, 'sam')
  expect(await names()).toEqual(['choice'])
  await takeStep(world, 'sam')
  expect(await names()).toEqual([])
  expect(await lastStep(world, 'sam')).toBe('')
  await takeStep(world, 'sam', 'redo')
  await takeStep(world, 'sam', 'redo')
  expect(await names()).toEqual(['choosing'])
  expect(await lastStep(world, 'sam', 'redo')).toBe('')
})

test('pressed twice, one step is taken back', async () => {
  await putCode(world, 'one', {}, 'sam')
  await putCode(world, 'two', {}, 'sam')
  const act = await lastStep(world, 'sam')
  expect((await world.as('sam').post('/groups/reading/codes/undo', { act })).status).toBe(303)
  const again = await world.as('sam').post('/groups/reading/codes/undo', { act })
  expect(again.status).toBe(409)
  expect(again.text).toContain('not your last step any more')
  expect(await names()).toContain('one')
})

test('a step that a colleague has built on stays, and they are named', async () => {
  const code = await putCode(world, 'home', {}, 'sam')
  const piece = await putWords(world, 'Her mother signs the whole week on a Sunday night.')
  await codeWords(world, piece, 'Her mother signs', [code], 'huw')
  const refused = await takeStep(world, 'sam')
  expect(refused.status).toBe(409)
  expect(refused.text).toContain((await world.person('huw')).name)
  expect(await names()).toContain('home')
  await takeStep(world, 'huw')
  expect((await takeStep(world, 'sam')).status).toBe(303)
  expect(await names()).not.toContain('home')
})

test('a renaming that a colleague renamed again stays', async () => {
  const code = await putCode(world, 'friend', {}, 'sam')
  const as = (name: string, version: number) => ({
    ...{ name, version, mark: 'FR', colour: 'sea', notFor: '', description: '' },
  })
  await world.as('sam').post(`/codes/${code.id}`, as('friends', 1))
  const { version } = await world.db
    .selectFrom('codes')
    .select('version')
    .where('id', '=', code.id)
    .executeTakeFirstOrThrow()
  await world.as('huw').post(`/codes/${code.id}`, as('mates', version))
  const refused = await takeStep(world, 'sam')
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('taking your step back would undo theirs too')
  expect(await names()).toContain('mates')
})

test('steps on a piece that was withdrawn rest, and the ones before can be taken back', async () => {
  const code = await putCode(world, 'resting', {}, 'huw')
  const piece = await putWords(world, 'He reads by the coats.', { by: 'huw' })
  await codeWords(world, piece, 'by the coats', [code], 'huw')
  await world.as('huw').post(`/evidence/${piece.id}/withdrawal`, { reason: 'The wrong class.' })
  const page = await world.as('huw').get('/groups/reading/codes')
  expect(page.text).toContain('Undo: made the code “resting”')
  // Not in the signs of a form that acts once, which are drawn by chance.
  expect(page.text.replace(/ value="[^"]*"/g, '')).not.toContain(`E${piece.number}`)
})

test('the log only grows', async () => {
  await expect(world.db.updateTable('codingActs').set({ did: 'nothing' }).execute()).rejects.toThrow('only grows')
  await expect(world.db.deleteFrom('codingChanges').execute()).rejects.toThrow('only grows')
})

test('whatever is done, undone and done again, undoing everything and doing it again ends in the same place', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 60 }), ways => {
      const acts: { id: string; undoes: string | null; redoes: string | null }[] = []
      const done: string[] = []
      const undone: string[] = []
      for (const [place, way] of ways.entries()) {
        const id = String(place)
        if (way === 'do') {
          acts.push({ id, undoes: null, redoes: null })
          done.push(id)
          undone.length = 0
        } else if (way === 'undo' && done.length > 0) {
          undone.push(done.pop()!)
          acts.push({ id, undoes: undone.at(-1)!, redoes: null })
        } else if (way === 'redo' && undone.length > 0) {
          done.push(undone.pop()!)
          acts.push({ id, undoes: null, redoes: done.at(-1)! })
        }
      }
      const { undo, redo } = piledUp(acts)
      expect(undo.map(one => one.id)).toEqual(done)
      expect(redo.map(one => one.id)).toEqual(undone)
    }),
  )
})
