import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namesTyped } from '../../src/enquiries/comments/names-typed.js'
import { standStillAt } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
beforeAll(() => standStillAt('2026-11-24T09:00:00.000Z'))
afterAll(() => standStillAt(null))

const stage = '/groups/reading/stages/purpose'
const say = (person: string, words: string, kind = 'comment', at = stage) =>
  world.as(person).post(`${at}/comments`, { words, kind })
const textOf = async (person: string, at: string) =>
  (await world.as(person).get(at).expect(200)).text.replace(/&#39;/g, '’')
const idOf = (location: string | undefined) => /#comment-(.+)$/.exec(location ?? '')![1]!

describe('names behind an @', () => {
  const people = [
    { id: 'nia', name: 'Nia Prŷs' },
    { id: 'sam', name: 'Sam O’Neill' },
    { id: 'sam2', name: 'Sam Parry' },
    { id: 'bilal', name: 'بلال احمد (Bilal Ahmed)' },
  ]
  test.each<[words: string, ids: string[], unknown: string[], unclear: string[]]>([
    ['Could @Nia Prŷs look?', ['nia'], [], []],
    ['@nia prys, please.', ['nia'], [], []],
    ["(@Sam O'Neill's class)", ['sam'], [], []],
    ['@Bilal and @بلال احمد', ['bilal', 'bilal'], [], []],
    ['@Nia', ['nia'], [], []],
    ['@Sam knows', [], [], ['Sam']],
    ['@Rhian Morgan knows', [], ['Rhian Morgan'], []],
    ['Write to office@school.example, or @ the gate, @home', [], [], []],
    ['Nobody is named.', [], [], []],
  ])('%s', (words, ids, unknown, unclear) => {
    const typed = namesTyped(words, people)
    expect(typed.named.map(one => one.personId)).toEqual(ids)
    expect([typed.unknown, typed.unclear]).toEqual([unknown, unclear])
  })

  test('who is named twice is named once, and a page of @ is told in a few names', () => {
    expect(namesTyped('@Nia, and @Nia again', people).named).toHaveLength(1)
    const many = Array.from({ length: 900 }, (_, place) => `@Q${String.fromCharCode(97 + (place % 26))}`).join(' ')
    expect(namesTyped(many, people).unknown).toHaveLength(5)
  })
})

test('a colleague who is named finds a waiting line, until they have opened the page', async () => {
  await say('sadia', 'What do you make of this, @Sam O’Neill?').expect(303)
  const line = 'Sadia Qureshi asks for your eyes on Purpose in Reading by choice.'
  expect(await textOf('sam', '/')).toContain(line)
  for (const person of ['sadia', 'bilal', 'nia', 'kasia']) expect(await textOf(person, '/')).not.toContain(line)
  expect(await textOf('sam', stage)).toContain('<strong>@Sam O’Neill</strong>')
  expect(await textOf('sam', '/')).not.toContain(line)
})

test('the name is that of today, whatever it was when it was written', async () => {
  await world.db.updateTable('people').set({ name: 'Sam Price' }).where('id', '=', 'sam').execute()
  const page = await textOf('bilal', stage)
  expect(page).toContain('<strong>@Sam Price</strong>')
  expect(page).not.toContain('@Sam O’Neill')
  await world.db.updateTable('people').set({ name: 'Sam O’Neill' }).where('id', '=', 'sam').execute()
})

test('a name within a longer one is told apart', async () => {
  await say('sadia', '@Huw and @Huw ap Siôn.').expect(303)
  const page = await textOf('bilal', stage)
  expect(page).toContain('<strong>@Huw ap Siôn</strong> and <strong>@Huw ap Siôn</strong>.')
})

test('nobody can be named who may not read the thing; a sentence says so, and every word is kept', async () => {
  for (const name of ['Kasia Wiśniewska', 'Fiona Strand', 'Nobody Atall']) {
    const asked = { words: `Would @${name} know?`, kind: 'comment', 'names-answer': 'as it is' }
    const page = await world.as('sadia').post(`${stage}/comments`, asked).expect(422)
    expect(page.text).toContain(`Nobody called ${name} can read this`)
    expect(page.text).toContain(`Would @${name} know?`)
    expect(page.text).toContain('href="#f-words"')
  }
  const rows = await world.db.selectFrom('mentions').select('personId').execute()
  for (const person of ['kasia', 'fiona']) expect(rows.map(row => row.personId)).not.toContain(person)
})

test('the list behind an @ offers those who may read the thing, and nothing to anybody else', async () => {
  const { id } = await world.db
    .selectFrom('enquiries')
    .select('id')
    .where('groupId', '=', 'reading')
    .executeTakeFirstOrThrow()
  const at = `/comments/people?group=reading&kind=stage&about=${id}.purpose`
  const { people } = (await world.as('sadia').get(at).expect(200)).body as { people: string[] }
  expect(people).toContain('Sam O’Neill')
  for (const name of ['Sadia Qureshi', 'Fiona Strand']) expect(people).not.toContain(name)
  for (const person of ['fiona', 'ruth', 'kasia']) await world.as(person).get(at).expect(404)
  await world.as('sadia').get('/comments/people?group=reading&kind=toString&about=x').expect(404)
})

test('an answer can name somebody too', async () => {
  const id = idOf((await say('bilal', 'Is this not about the books?', 'challenge').expect(303)).get('location'))
  const bad = await world.as('sadia').post(`/comments/${id}/answer?back=${stage}`, { words: 'Ask @Ruth Ellis.' })
  expect([bad.status, bad.text.includes('Ask @Ruth Ellis.')]).toEqual([422, true])
  await world.as('sadia').post(`/comments/${id}/answer?back=${stage}`, { words: 'Ask @Huw.' }).expect(303)
  expect(await textOf('huw', '/')).toContain('asks for your eyes on Purpose')
  expect(await textOf('huw', stage)).toContain('<strong>@Huw ap Siôn</strong>')
})

describe('what is settled', () => {
  let challenge = ''
  let comment = ''
  test('challenges wait for the group, on its page as on each day', async () => {
    challenge = idOf((await say('bilal', 'Who never reads at all?', 'challenge').expect(303)).get('location'))
    const claim = (
      await world
        .as('sam')
        .post('/groups/reading/claims', { claim: 'They swap at the window.', strength: 'a hunch' })
        .expect(303)
    ).get('location')!
    for (const words of ['Says who?', 'Only at the window?']) await say('bilal', words, 'challenge', claim).expect(303)
    const page = await textOf('sadia', '/groups/reading')
    // Each line stands once to be read and once in the name of its button.
    const line = '3 challenges wait for the answer of Reading by choice.'
    for (const one of [page, await textOf('sadia', '/')]) expect(one.split(line)).toHaveLength(3)
  })

  test('before it is answered only its author settles it, not the group that it is put to', async () => {
    await world.as('sadia').post(`/comments/${challenge}/settling?back=${stage}`).expect(403)
    expect(await textOf('sadia', stage)).not.toContain(`/comments/${challenge}/settling`)
    await world.as('bilal').post(`/comments/${challenge}/settling?back=${stage}`).expect(303)
    expect(await textOf('sadia', stage)).toContain('Settled: a challenge from')
    expect(await textOf('sadia', '/')).not.toContain('challenges Purpose')
  })

  test('opened again it waits again', async () => {
    await world.as('bilal').post(`/comments/${challenge}/reopening?back=${stage}`).expect(303)
    expect(await textOf('sadia', stage)).not.toContain('Settled: a challenge from')
    expect(await textOf('sadia', '/groups/reading')).toContain('3 challenges wait for the answer')
  })

  test('a comment is settled by whoever made it or by the lead learner, and by nobody else', async () => {
    comment = idOf((await say('sam', 'A photo of the shelf would help.').expect(303)).get('location'))
    for (const person of ['huw', 'bilal']) await world.as(person).post(`/comments/${comment}/settling`).expect(403)
    await world.as('ruth').post(`/comments/${comment}/settling`).expect(404)
    await world.as('sadia').post(`/comments/${comment}/settling`).expect(303)
    expect((await world.history('reading'))[0]!.did).toBe('settled a comment')
  })
})
