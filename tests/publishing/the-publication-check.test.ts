import { beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../src/documents/to-text.js'
import { citedIn } from '../../src/write-ups/document/citing.js'
import { draftOf } from '../../src/write-ups/document/draft.js'
import type { FoundWriteUp } from '../../src/write-ups/write-ups.js'
import { newWorld } from '../world.js'
import { begin, letOut, logPiece, type Logged, write } from '../write-ups/writing.js'

const world = newWorld()
let own: Logged
let picture: Logged
let sams: Logged
let samsOther: Logged
let samsThird: Logged
let writeUp: FoundWriteUp
let check: string

const consentsOf = (piece: Logged) =>
  world.db.selectFrom('consents').selectAll().where('evidenceId', '=', piece.id).execute()
const sharedWithNetwork = async (piece: Logged) =>
  (
    await world.db
      .selectFrom('evidence')
      .select('sharedWithNetworkAt')
      .where('id', '=', piece.id)
      .executeTakeFirstOrThrow()
  ).sharedWithNetworkAt !== null
const factsOf = async ({ id }: Logged) =>
  (await world.db.selectFrom('facts').select('kind').where('aboutId', '=', id).execute()).map(one => one.kind)
const page = (person = 'sadia', query = '') => world.as(person).get(`${check}${query}`)
const thingsLeft = async () => /<strong>(\d+) things? stands?<\/strong>/.exec((await page()).text)?.[1] ?? '0'
const sectionOf = (html: string, id: string) =>
  new RegExp(`<section[^>]*id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? ''

beforeAll(async () => {
  own = await logPiece(world, { title: 'Covers first', words: 'They choose by the cover and the thickness.' })
  picture = await logPiece(world, { title: 'The corner', words: 'Seen from the door.', picture: true })
  const bySam = { by: 'sam' }
  sams = await logPiece(world, { title: 'Comics', words: 'Comics go round the table.', ...bySam })
  samsOther = await logPiece(world, { title: 'Bus stop', words: 'Reading at the bus stop.', ...bySam })
  samsThird = await logPiece(world, { title: 'Wet play', words: 'Wet play is reading time.', ...bySam })
  writeUp = await begin(world)
  check = `/write-ups/${writeUp.id}/check`
  const numbers = [own, picture, sams, samsOther, samsThird].map(one => `- [[${one.label}]]: why it matters`).join('\n')
  await write(
    world,
    writeUp,
    'summary',
    `What we saw.\n\n${numbers}\n\n[[${sams.label} quote]]\n\nSee [[${sams.label}]].`,
  )
})

describe('everything that stands in the way is one list, by what its reader can do', () => {
  test('the lead mends her own, and is offered to ask Sam about his, all at once', async () => {
    const shown = await page()
    expect(shown.status).toBe(200)
    expect(sectionOf(shown.text, 'at-nobody')).toContain(own.id)
    expect(sectionOf(shown.text, 'at-agreed')).toContain(picture.id)
    const asking = sectionOf(shown.text, 'at-ask-sam')
    for (const piece of [sams, samsOther, samsThird]) expect(asking).toContain(`value="${piece.id}"`)
    expect(asking).toContain('Ask Sam')
    expect(asking).not.toContain(own.id)
  })

  test('what is counted is what submitting is refused for', async () => {
    const left = await thingsLeft()
    const refused = await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`${left} things stand`)
    expect((await world.as('sadia').get('/groups/reading/write-up')).text).toContain(`${left} things stand`)
  })

  test('one kind is shown alone, with all the kinds counted', async () => {
    const shown = await page('sadia', '?kind=picture')
    expect(shown.text).toContain('Describe 1 picture')
    expect(shown.text).not.toContain('Say that nobody')
    expect(shown.text).toContain('kind=sharing')
  })

  test('Sam sees the same list with his own to mend; a facilitator and those outside find none', async () => {
    expect(sectionOf((await page('sam')).text, 'at-nobody')).toContain(sams.id)
    for (const person of ['fiona', 'nia', 'imran', 'ruth']) expect((await page(person)).status, person).toBe(404)
  })
})

describe('what one can mend is mended together', () => {
  test('nothing ticked says so, and leads to the first box', async () => {
    const answer = await world.as('sadia').post(`${check}/nobody`, { at: 'nobody', kind: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#f-nobody">Tick at least one piece')
    expect(answer.text).toContain('id="f-nobody"')
  })

  test('nobody is said to be seen in words alone, never in a picture that is not opened', async () => {
    const answer = await world.as('sadia').led(`${check}/nobody`, { at: 'nobody', pieces: [own.id, picture.id] })
    expect(answer.text).toContain('recorded for 1 piece')
    expect(answer.text).toContain(`${picture.label}: Open it, and look at its pictures`)
    expect(await consentsOf(own)).toHaveLength(1)
    expect(await consentsOf(picture)).toHaveLength(0)
  })

  test('where consent allows, one press shares them, each with a fact of its own', async () => {
    expect(sectionOf((await page()).text, 'at-share')).toContain(own.id)
    const sadia = world.as('sadia')
    const answer = await sadia.post(`${check}/sharing`, { at: 'share', kind: '', pieces: [own.id, sams.id] })
    expect(answer.headers.location).toBe(`${check}#at-share`)
    const after = await sadia.get(check)
    expect(after.text).toContain('1 piece is shared with the network')
    expect(after.text).toContain('logged it and decides who sees it')
    expect(await sharedWithNetwork(own)).toBe(true)
    expect(await sharedWithNetwork(sams)).toBe(false)
    expect(await factsOf(own)).toContain('evidence shared')
  })

  test('pictures are described in one form, and stay undescribed where nothing was said', async () => {
    const { fileId } = await world.db
      .selectFrom('evidenceFiles')
      .select('fileId')
      .where('evidenceId', '=', picture.id)
      .executeTakeFirstOrThrow()
    const nothing = await world.as('sadia').post(`${check}/descriptions`, { at: 'pictures', [`alt-${fileId}`]: ' ' })
    expect(nothing.status).toBe(422)
    const answer = await world
      .as('sadia')
      .led(`${check}/descriptions`, { at: 'pictures', kind: 'picture', [`alt-${fileId}`]: 'A reading corner' })
    expect(answer.text).toContain('1 picture is described')
  })
})

describe('an author is asked, and answers for the whole list', () => {
  test('one press asks Sam about all of his; it stands on his day until he has answered', async () => {
    const before = await world.as('sam').get('/')
    expect(before.text).not.toContain('may use')
    const pieces = [sams.id, samsOther.id, samsThird.id]
    const answer = await world.as('sadia').led(`${check}/asking`, { at: 'ask-sam', of: 'sam', pieces })
    expect(answer.text).toMatch(/Sam [^<]* is asked/)
    expect(sectionOf(answer.text, 'at-asked-sam')).toContain('3 pieces not answered yet')
    expect((await world.as('sam').get('/')).text).toContain('may use 3 pieces of yours')
    const again = await world.as('sadia').post(`${check}/asking`, { at: 'ask-sam', of: 'sam', pieces })
    expect(again.status).toBe(409)
  })

  test('his page has his pieces; somebody else has nothing there', async () => {
    const shown = await world.as('sam').get(`/write-ups/${writeUp.id}/asked`)
    for (const piece of [sams, samsOther, samsThird]) expect(shown.text).toContain(piece.label)
    const consent = new RegExp(`/evidence/${sams.id}/consent[?]before=[^"]+`).exec(shown.text)![0]
    const recorded = { who: 'adults', audience: 'network', givenBy: 'the two teachers', givenOn: '2026-03-01' }
    expect((await world.as('sam').post(consent, { who: '' })).text).toContain(consent)
    expect((await world.as('sam').post(consent, recorded)).headers.location).toBe(`/write-ups/${writeUp.id}/asked`)
    expect((await world.as('zofia').get(`/write-ups/${writeUp.id}/asked`)).text).toContain('Nobody waits for you here')
    expect((await world.as('nia').get(`/write-ups/${writeUp.id}/asked`)).status).toBe(404)
  })

  test('what he shares goes out as far as was agreed; the rest stays with its reason, and waits', async () => {
    const answer = await world
      .as('sam')
      .led(`/write-ups/${writeUp.id}/asked`, { answer: 'share', pieces: [sams.id, samsOther.id], nobody: sams.id })
    expect(answer.text).toContain('1 piece is shared with the network')
    expect(answer.text).toContain(`${samsOther.label}: First say who can be seen`)
    expect(await sharedWithNetwork(sams)).toBe(true)
    expect((await world.as('sam').get('/')).text).toContain('may use 2 pieces of yours')
  })

  test('he keeps pieces back with a reason, which those who write up read', async () => {
    const kept = { answer: 'keep', pieces: [samsOther.id, samsThird.id] }
    const empty = await world.as('sam').post(`/write-ups/${writeUp.id}/asked`, kept)
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('href="#f-because"')
    await world.as('sam').post(`/write-ups/${writeUp.id}/asked`, { ...kept, because: 'The children asked me not to.' })
    expect((await world.as('sam').get('/')).text).not.toContain('may use')
    const shown = await page()
    expect(sectionOf(shown.text, 'at-asked-sam')).toContain('2 pieces kept back')
    expect(shown.text).toContain('The children asked me not to.')
  })

  test('nobody can answer for somebody else', async () => {
    const answer = await world
      .as('sadia')
      .post(`/write-ups/${writeUp.id}/asked`, { answer: 'share', pieces: [samsThird.id] })
    expect(answer.status).toBe(422)
    expect(await sharedWithNetwork(samsThird)).toBe(false)
  })
})

describe('a piece that was asked for can still be erased by its author', () => {
  test('taken back to a draft, it goes with what was asked and chosen about it', async () => {
    const piece = await logPiece(world, { title: 'A slip', words: 'Not for anybody.', by: 'sam' })
    await write(world, writeUp, 'next', `And [[${piece.label}]].`)
    await world.as('sadia').post(`${check}/asking`, { at: 'ask-sam', pieces: [piece.id] })
    await world.as('sadia').post(`${check}/leaving-out`, { at: 'ask-sam', pieces: [piece.id] })
    await world.as('sam').post(`/evidence/${piece.id}/sharing`, { audience: 'author' })
    await world.as('sam').post(`/evidence/${piece.id}/removal`)
    expect(await world.db.selectFrom('evidence').select('id').where('id', '=', piece.id).execute()).toEqual([])
    await write(world, writeUp, 'next', '')
  })
})

describe('the write-up goes without pieces, and says so', () => {
  test('what is left out is named as left out, quoted nowhere, and stops nothing', async () => {
    const pieces = [sams.id, samsOther.id, samsThird.id, picture.id]
    const answer = await world.as('sadia').led(`${check}/leaving-out`, { at: 'asked-sam', pieces })
    expect(answer.text).toContain('left out')
    expect(await thingsLeft()).toBe('0')
    const draft = await draftOf(world.db, writeUp)
    const said = textOf(draft.document)
    expect(said).toContain(`${samsOther.label}: left out of this write-up by the group.`)
    expect(said).toContain(`See ${sams.label} (left out).`)
    expect(said).toContain('which it does not publish')
    expect(said).not.toContain('Comics go round the table')
    expect(said).not.toContain('Bus stop')
    expect(citedIn(draft.document)).toEqual([own.id])
    expect((await world.history('reading'))[0]!.did).toContain('out of the write-up')
    expect((await world.as('sadia').get('/groups/reading/write-up')).text).toContain('Clear to be submitted')
  })

  test('it is taken in again, and stands in the way again', async () => {
    const answer = await world.as('sadia').led(`${check}/taking-in`, { at: 'left-out', pieces: [samsOther.id] })
    expect(answer.text).toContain(`${samsOther.label} is told again`)
    expect(await thingsLeft()).not.toBe('0')
    await letOut(world, samsOther)
    expect(await thingsLeft()).toBe('0')
    expect(citedIn((await draftOf(world.db, writeUp)).document)).toContain(samsOther.id)
  })

  test('words that were pasted from a piece that is left out still stop it', async () => {
    const long = 'Wet play is reading time, and nobody asked for the tablets in the whole of that long hour.'
    await world.db.updateTable('evidence').set({ whatWeSaw: long }).where('id', '=', samsThird.id).execute()
    await write(world, writeUp, 'next', long)
    expect((await page()).text).toContain(`Words of ${samsThird.label} stand in the text`)
  })
})
