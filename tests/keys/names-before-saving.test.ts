import { beforeAll, expect, test } from 'vitest'
import { log, pieceRow } from '../evidence/real-files.js'
import { whoseWordsBy } from '../../src/keys/whose-words.js'
import { brought } from '../../src/rooms.js'
import { newWorld } from '../world.js'

const world = newWorld()
const passphrase = 'four quiet herons walk'
const comments = '/groups/reading/stages/evidence/comments'
const said = (words: string, more = {}) => ({ kind: 'comment', words, ...more })
const bodies = async () =>
  (await world.db.selectFrom('comments').select('body').orderBy('madeAt').execute()).map(row => row.body)

beforeAll(async () => {
  const key = (await world.as('sadia').post('/groups/reading/keys', { passphrase })).headers.location!
  await world.as('sadia').post(`${key}/openings`, { because: 'To give codes', passphrase })
  await world.as('sadia').post(`${key}/pupils`, { name: 'Ozoemena Hughes', also: '', year: '', notes: '' })
})

test('without JavaScript a form with a name comes back once, and is saved with the code in one press', async () => {
  const page = await world.as('sadia').post(comments, said('By then Ozoemena Hughes read aloud.'))
  expect(page.status).toBe(422)
  expect(page.text).toContain('Nothing is saved yet')
  expect(page.text).toContain('<mark>Ozoemena Hughes</mark>')
  expect(page.text).toContain('Write “P01” and save')
  expect(await bodies()).toEqual([])
  const answer = { 'names-answer': 'code' }
  await world.as('sadia').post(comments, said('By then Ozoemena Hughes read aloud.', answer)).expect(303)
  expect(await bodies()).toEqual(['By then P01 read aloud.'])
})

test('or as it is, which is not asked again within the hour, or said to be nobody’s, which holds for the group', async () => {
  const words = 'By then Tomasz sat down.'
  await world.as('sam').post(comments, said(words)).expect(422)
  await world
    .as('sam')
    .post(comments, said(words, { 'names-answer': 'as it is' }))
    .expect(303)
  await world
    .as('sam')
    .post(comments, said(`${words} Again.`))
    .expect(303)
  await world.as('huw').post(comments, said(words)).expect(422)
  await world
    .as('huw')
    .post(comments, said(words, { 'names-answer': 'not:Tomasz' }))
    .expect(303)
  await world.as('sadia').post(comments, said('So Tomasz it was.')).expect(303)
})

test('a name that was seen while it was typed stops nobody, and what is saved as it is typed is never stopped', async () => {
  await world
    .as('sam')
    .post(comments, said('Then Zuzanna came.', { 'names-seen': 'Zuzanna' }))
    .expect(303)
  const cycle = await world.db
    .selectFrom('enquiries')
    .select('id')
    .where('groupId', '=', 'reading')
    .executeTakeFirstOrThrow()
  const field = `/texts/stage/${cycle.id}/purpose.ethics`
  const typed = (body: string, version: number) => world.as('sam').post(field, { body, version })
  expect((await typed('Then Zuzanna came.', 0).set('Accept', 'application/json')).status).toBe(200)
  expect((await typed('And Zuzanna left.', 1)).text).toContain('Nothing is saved yet')
})

test('whoever may not open the key is told of names on the list, and never who stands in it', async () => {
  const asked = (person: string, text: string) =>
    world.as(person).post('/names', { address: comments, text }).set('Accept', 'application/json')
  const keeper = await asked('sadia', 'By then Ozoemena Hughes read, and Zuzanna.')
  expect(told(keeper.body).names.map(one => one.instead)).toEqual(['P01', 'a pupil'])
  const inside = await asked('sam', 'By then Ozoemena Hughes read, and Zuzanna.')
  expect(told(inside.body).names.map(one => one.instead)).toEqual(['a pupil'])
  const outside = await asked('imran', 'By then Ozoemena Hughes read, and Zuzanna.')
  expect(told(outside.body).names.map(one => one.words)).toEqual(['Zuzanna'])
  expect(told(outside.body).mayLetBe).toBe(false)
  const letBe = { address: comments, words: 'Zuzanna' }
  expect((await world.as('imran').post('/names/let-be', letBe)).status).toBe(403)
  expect((await world.stranger.post('/names', { address: comments, text: 'Zuzanna' })).status).toBe(303)
  expect((await asked('dilys', 'Zuzanna')).status).toBe(200)
  const own = await world.as('sam').post('/names', { address: '/account/name', field: 'name', text: 'Zuzanna' })
  expect(told(own.body).names).toEqual([])
})

test('a name of the key is let be in one place only', async () => {
  const [one, other] = [
    await log(world.as('sadia'), { whatWeSaw: 'By the window Ozoemena read.', audience: 'group' }),
    await log(world.as('sadia'), { whatWeSaw: 'At the door Ozoemena read.', audience: 'group' }),
  ]
  const let1 = { address: `/evidence/${one}`, words: 'Ozoemena', back: `/evidence/${one}` }
  expect((await world.as('sadia').post('/names/let-be', let1)).headers.location).toBe(`/evidence/${one}`)
  expect((await world.as('sadia').get(`/evidence/${one}`)).text).not.toContain('looks like a pupil’s name')
  expect((await world.as('sadia').get(`/evidence/${other}`)).text).toContain('looks like a pupil’s name')
})

test('the code that was written can be undone on the page that follows, by whoever wrote it, and not later', async () => {
  const id = await log(world.as('sadia'), { whatWeSaw: 'Near us Ozoemena Hughes read.', audience: 'group' })
  const write = () => world.as('sadia').post(`/evidence/${id}/names`, { words: 'Ozoemena Hughes' }).expect(303)
  await write()
  expect((await world.as('sadia').get(`/evidence/${id}`)).text).toContain('Undo: write the name again')
  await world.as('sadia').post(`/evidence/${id}/names/undoing`).expect(303)
  expect((await pieceRow(world, id)).whatWeSaw).toBe('Near us Ozoemena Hughes read.')
  await write()
  await world.as('sadia').get(`/evidence/${id}`)
  expect((await world.as('sadia').get(`/evidence/${id}`)).text).not.toContain('Undo')
  await world.as('sadia').post(`/evidence/${id}/names/undoing`).expect(303)
  expect((await pieceRow(world, id)).whatWeSaw).toBe('Near us P01 read.')
})

test('no earlier version keeps the name, and what was coded keeps its place', async () => {
  const id = await log(world.as('sadia'), {
    whatWeSaw: 'Far off Ozoemena Hughes sang the long song.',
    audience: 'group',
  })
  const first = await text(id)
  const place = (words: string) => {
    const startsAt = first.words.indexOf(words)
    return { startsAt, endsAt: startsAt + words.length }
  }
  const passage = { evidenceId: id, madeAt: '2026-11-25T10:00:00.000Z', madeBy: 'sam', lostAt: null, removedAt: null }
  for (const words of ['Ozoemena Hughes sang', 'the long song'])
    await world.db
      .insertInto('passages')
      .values({ id: `${id}-${words.length}`, readableTextId: first.id, words, ...place(words), ...passage })
      .execute()
  await world
    .as('sadia')
    .post(`/evidence/${id}/edit`, await edited(id, 'So far off Ozoemena Hughes sang the long song.'))
  await world.as('sadia').post(`/evidence/${id}/names`, { words: 'Ozoemena Hughes' }).expect(303)
  const versions = await world.db.selectFrom('readableTexts').selectAll().where('evidenceId', '=', id).execute()
  expect(versions.length).toBe(3)
  expect(versions.filter(one => one.words.includes('Ozoemena'))).toEqual([])
  const now = await text(id)
  const passages = await world.db.selectFrom('passages').selectAll().where('evidenceId', '=', id).execute()
  for (const one of passages) {
    expect(one.readableTextId).toBe(now.id)
    expect(now.words.slice(one.startsAt, one.endsAt)).toBe(one.words)
  }
  expect(passages.map(one => one.words).sort()).toEqual(['P01 sang', 'the long song'])
})

function told(answer: unknown) {
  return answer as { names: { words: string; instead: string }[]; mayLetBe: boolean }
}

function text(id: string) {
  return world.db
    .selectFrom('readableTexts')
    .selectAll()
    .where('evidenceId', '=', id)
    .where('replacedAt', 'is', null)
    .executeTakeFirstOrThrow()
}

async function edited(id: string, whatWeSaw: string) {
  const { title, kind, stage, gatheredOn, version } = await pieceRow(world, id)
  return { title, kind, stage, gatheredOn, version, whatWeSaw, 'names-answer': 'as it is' }
}

test('words that are typed where nothing is are looked up without a mistake, as the network’s', async () => {
  const sam = await world.person('sam')
  for (const first of [...Object.keys(brought.whose), 'texts', 'nothing'])
    expect(await whoseWordsBy(brought)(world.db, sam, `/${first}/nothing-like-it/stances`, {})).toMatchObject({
      groupId: null,
    })
})

test('a last name alone is noticed for whoever may open the key, and written small it is only a word', async () => {
  const asked = async (text: string) =>
    told((await world.as('sadia').post('/names', { address: comments, text }).set('Accept', 'application/json')).body)
      .names
  expect((await asked('After lunch Hughes was late again.')).map(one => one.instead)).toEqual(['P01'])
  expect((await asked('Mrs Hughes came, and the hughes of the wall.')).map(one => one.words)).toEqual([])
})

test('behind an @ stands a colleague of the network, also one outside the group', async () => {
  const noticed = async (whatWeSaw: string) => {
    const id = await log(world.as('sadia'), { whatWeSaw, audience: 'group' })
    return (await world.as('sadia').get(`/evidence/${id}`)).text.includes('looks like a pupil’s name')
  }
  expect(await noticed('Would @Carys look at how they choose?')).toBe(false)
  expect(await noticed('Then Carys looked away.')).toBe(true)
})

test('a word with which somebody’s own words begin is a word, in the middle of a sentence too; a name there is a name', async () => {
  const noticed = async (text: string) =>
    told(
      (await world.as('sadia').post('/names', { address: comments, text }).set('Accept', 'application/json')).body,
    ).names.map(one => one.words)
  expect(await noticed('The column is called “Said by all” from now on.')).toEqual([])
  expect(await noticed('She wrote "Hope is not a plan" on the board.')).toEqual([])
  expect(await noticed('The column is called “Jack said” from now on.')).toEqual(['Jack'])
  expect(await noticed('Then Hope read on.')).toEqual(['Hope'])
})

test('an address is no words: what is typed as one is never taken for a pupil, nor changed', async () => {
  const made = { name: 'Upper Vale Network', leaderName: 'Cerys Example', leaderEmail: 'Cerys@Example.org' }
  const answer = await world.as('alex').post('/networks', made).expect(422)
  expect(answer.text).toContain('Name the term')
  expect(answer.text).toContain('value="Cerys@Example.org"')
  const typed = said('https://Cerys.example.org/Tomos')
  await world.as('sadia').post(comments, typed).expect(303)
})

test('where a sentence begins with a name, what stands instead begins with a capital', async () => {
  const write = (words: string) =>
    world
      .as('sadia')
      .post(comments, said(words, { 'names-answer': 'code' }))
      .expect(303)
  await write('Tomos in Year 4 said so. Cerys agreed, and so did Osian.\n\n- Marged too')
  expect((await bodies()).at(-1)).toBe(
    'A pupil in Year 4 said so. A pupil agreed, and so did a pupil.\n\n- A pupil too',
  )
})

test('the piece’s own button writes it so, too', async () => {
  const id = await log(world.as('sadia'), { whatWeSaw: 'Gethin sat. We saw Gethin again.', audience: 'group' })
  await world.as('sadia').post(`/evidence/${id}/names`, { words: 'Gethin' }).expect(303)
  const row = await pieceRow(world, id)
  expect(row.whatWeSaw).toBe('A pupil sat. We saw a pupil again.')
  expect(row.title).toBe('A pupil sat. We saw a pupil again')
})
