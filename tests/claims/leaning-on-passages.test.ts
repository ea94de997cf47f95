import { beforeAll, expect, test } from 'vitest'
import { findEvidence } from '../../src/evidence/evidence.js'
import { keepText, readableTextsOf } from '../../src/evidence/readable-texts/readable-texts.js'
import { newWorld } from '../world.js'
import { putClaim, putPiece, withdraw } from './claim-world.js'

const world = newWorld()
const seen = 'They read standing up, by the coats. Two boys missed the bell. Nobody had told them to read.'

async function putWords(words = seen, shared: 'group' | 'network' | 'author' = 'group') {
  const piece = await putPiece(world, { title: 'By the coats', shared })
  await world.db.transaction().execute(async trx => {
    await keepText(trx, { evidenceId: piece.id, source: 'words' }, words, { id: 'sadia' })
  })
  const found = await findEvidence(world.db, await world.person('sadia'), piece.id)
  const [text] = await readableTextsOf(world.db, found)
  return { ...piece, text: text! }
}

async function use(claimId: string, piece: { id: string; text: { id: string } }, fields: object, person = 'sam') {
  return world
    .as(person)
    .post(`/evidence/${piece.id}/passages`, { text: piece.text.id, claim: claimId, bearing: 'for', ...fields })
}

beforeAll(async () => {
  await putPiece(world)
})

test('words that were selected stand on the claim in their sentence, with the piece’s number and the way to them', async () => {
  const [claim, piece] = [await putClaim(world), await putWords()]
  const startsAt = seen.indexOf('missed')
  const done = await use(claim.id, piece, { startsAt, endsAt: startsAt + 'missed the bell'.length })
  expect(done.status).toBe(303)
  const page = await world.as('huw').get(`/claims/${claim.id}`)
  expect(page.text).toContain('<mark class="quoted-words">missed the bell</mark>')
  expect(page.text).toContain('<span class="around">Two boys </span>')
  expect(page.text).not.toContain('Nobody had told them')
  expect(page.text).toMatch(new RegExp(`href="/evidence/${piece.id}/passages#passage-\\w+">E${piece.number}, where`))
})

test('without a script, words are chosen from one sentence to another', async () => {
  const [claim, piece] = [await putClaim(world), await putWords()]
  const page = await world.as('sam').get(`/evidence/${piece.id}/passages?claim=${claim.id}`)
  expect(page.text).toContain('2. Two boys missed the bell.')
  await use(claim.id, piece, { from: '1', to: '2', bearing: 'against', note: 'Nobody asked them to' })
  const after = await world.as('sadia').get(`/claims/${claim.id}`)
  expect(after.text).toContain('Two boys missed the bell. Nobody had told them to read.')
  expect(after.text).toContain('Nobody asked them to')
  const none = await use(claim.id, piece, { from: '', to: '' })
  expect(none.status).toBe(422)
  expect(none.text).toContain('Choose the words first')
})

test('words selected on the page of the piece are found in what was typed, marks of Markdown or not', async () => {
  const [claim, piece] = [await putClaim(world), await putWords('We *saw* it.\n\n- again: **we saw** it!\n- and again')]
  await use(claim.id, piece, { said: 'we saw it!', nth: '0', back: `/evidence/${piece.id}#claims` })
  const { words } = await world.db
    .selectFrom('passages')
    .select('words')
    .where('evidenceId', '=', piece.id)
    .executeTakeFirstOrThrow()
  expect(words).toBe('we saw** it!')
  expect((await use(claim.id, piece, { said: 'we never saw it' })).status).toBe(422)
})

test('words that were selected may hold a name: it stands in the piece already, and is not asked about here', async () => {
  const [claim, piece] = [await putClaim(world), await putWords('It rained. Mali said that she chose it.')]
  expect((await use(claim.id, piece, { said: 'Mali said that' })).status).toBe(303)
})

test('a claim can begin with the words that gave the idea', async () => {
  const piece = await putWords()
  const to = await use('new', piece, { from: '0' })
  const form = await world.as('sam').get(to.get('location')!)
  expect(form.text).toContain('They read standing up, by the coats.')
  const asked = Object.fromEntries(new URL(to.get('location')!, 'http://x').searchParams)
  const made = await world
    .as('sam')
    .post('/groups/reading/claims', { claim: 'Coats are a good place', strength: 'a hunch', ...asked })
  expect((await world.as('sam').get(made.get('location')!)).text).toContain('They read standing up, by the coats.')
})

test('words go along with their text, and when they are not in it any more the claim says so and quotes nothing', async () => {
  const [claim, piece] = [await putClaim(world), await putWords()]
  await use(claim.id, piece, { from: '1' })
  const rewrite = (words: string) =>
    world.db
      .transaction()
      .execute(trx => keepText(trx, { evidenceId: piece.id, source: 'words' }, words, { id: 'sadia' }))
  await rewrite(`On Tuesday. ${seen}`)
  expect((await world.as('sam').get(`/claims/${claim.id}`)).text).toContain('Two boys missed the bell.')
  await rewrite('Only this is left.')
  const page = await world.as('sam').get(`/claims/${claim.id}`)
  expect(page.text).not.toContain('missed the bell')
  expect(page.text).toContain('These words are lost.')
  expect(page.text).toContain('1 passage has lost its words, because the text was changed')
  expect(page.text).toContain('Choose the words anew')
})

test('a withdrawn piece takes its words along, and the claim shows the gap and no word of it', async () => {
  const [claim, piece] = [await putClaim(world), await putWords('One was crying. It stopped.')]
  await use(claim.id, piece, { from: '0' })
  expect((await world.as('sam').get('/groups/reading/claims/map')).text).toContain('One was crying.')
  await withdraw(world, piece.id)
  for (const page of [
    `/claims/${claim.id}`,
    '/groups/reading/claims',
    '/groups/reading/claims/map',
    '/groups/reading/claims.csv',
  ]) {
    const { text } = await world.as('sam').get(page)
    expect(text).not.toContain('One was crying')
  }
  const page = await world.as('sam').get(`/claims/${claim.id}`)
  expect(page.text).toContain(`E${piece.number}`)
  expect(page.text).toContain('1 piece that it leaned on has been withdrawn')
})

test('those outside read the words of pieces that are shared with them, and only those', async () => {
  const claim = await putClaim(world)
  const [inside, outside] = [await putWords('Kept in the group.'), await putWords('Told to the network.', 'network')]
  await use(claim.id, inside, { from: '0' })
  await use(claim.id, outside, { from: '0' })
  await world.as('sadia').post(`/claims/${claim.id}/sharing`)
  const page = await world.as('nia').get(`/claims/${claim.id}`)
  expect(page.text).toContain('Told to the network.')
  expect(page.text).not.toContain('Kept in the group.')
  expect((await world.as('nia').get(`/evidence/${inside.id}/passages`)).status).toBe(404)
  expect((await world.as('nia').get(`/evidence/${outside.id}/passages`)).text).not.toContain('Choose by sentence')
  expect((await use(claim.id, outside, { from: '0' }, 'nia')).status).toBe(403)
})

test('why the words bear is noted, and they are taken away again', async () => {
  const [claim, piece] = [await putClaim(world), await putWords()]
  const done = await use(claim.id, piece, { from: '1' })
  const [, passage] = /#passage-(\w+)/.exec(done.get('location')!)!
  const address = `/claims/${claim.id}/passages/${passage}`
  await world.as('huw').post(address, { note: 'They chose to' })
  expect((await world.as('sam').get(`/claims/${claim.id}`)).text).toContain('They chose to')
  expect((await world.as('fiona').post(`${address}/removal`)).status).toBe(403)
  await world.as('huw').post(`${address}/removal`)
  expect((await world.as('sam').get(`/claims/${claim.id}`)).text).not.toContain('missed the bell')
})

test('a draft cannot be leaned on before it is shared with the group', async () => {
  const [claim, piece] = [await putClaim(world), await putWords(seen, 'author')]
  expect((await use(claim.id, piece, { from: '0' }, 'sadia')).status).toBe(403)
})
