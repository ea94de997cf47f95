import { beforeAll, describe, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { makeClaim } from '../../src/claims/making/making.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { newWorld } from '../world.js'
import { begin, logPiece, type Logged } from '../write-ups/writing.js'

const world = newWorld()
let cover: Logged
let friend: Logged
let draft: Logged
let sams: Logged
let picture: Logged
const factsOf = async ({ id }: Logged) =>
  (await world.db.selectFrom('facts').select('kind').where('aboutId', '=', id).execute()).map(one => one.kind)
const list = '/groups/reading/evidence'
const together = `${list}/together`

const rowOf = ({ id }: Logged) =>
  world.db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const looking = (pieces: Logged[], todo: string, person = 'sadia') =>
  world.as(person).get(`${together}?${new URLSearchParams([...pieces.map(one => ['pieces', one.id]), ['do', todo]])}`)
const doing = (pieces: Logged[], todo: string, person = 'sadia') =>
  world.as(person).led(together, { do: todo, pieces: pieces.map(one => one.id) })
const undoing = async (html: string) => {
  const [address] = /\/groups\/reading\/evidence\/together\/[\w-]+\/undoing/.exec(html)!
  return world.as('sadia').led(address)
}

beforeAll(async () => {
  cover = await logPiece(world, { title: 'Covers first', words: 'They choose by the cover.' })
  friend = await logPiece(world, { title: 'A friend', words: 'What a friend has read.', kind: 'interview' })
  draft = await logPiece(world, { title: 'Not yet', words: 'A thought of mine.', draft: true })
  sams = await logPiece(world, { title: 'Comics', words: 'Comics go round.', by: 'sam' })
  picture = await logPiece(world, { title: 'The corner', words: '', picture: true })
})

describe('pieces are ticked in the list, and one thing is done to all', () => {
  test('the list has a box for each piece, works as a plain form, and ticks its page without a script', async () => {
    const shown = await world.as('sadia').get(list)
    for (const piece of [cover, sams]) expect(shown.text).toContain(`id="f-pick-${piece.id}"`)
    expect(shown.text).not.toContain('form="together" checked')
    expect((await world.as('sadia').get(`${list}?tick=page`)).text).toContain('form="together" checked')
  })

  test('those who only read the list are offered no boxes, and find no such page', async () => {
    for (const person of ['nia', 'imran']) {
      expect((await world.as(person).get(list)).text, person).not.toContain('f-pick-')
      expect((await looking([cover], 'share:network', person)).status, person).toBe(404)
      expect((await world.as(person).post(together, { do: 'share:network', pieces: cover.id })).status).toBe(404)
    }
  })

  test('nothing ticked, or nothing chosen, says so and loses nothing', async () => {
    expect((await looking([], 'share:network')).status).toBe(422)
    const answer = await world.as('sadia').post(together, { do: 'nothing', pieces: [cover.id] })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#f-do">Choose what to do')
    expect(answer.text).toContain(`value="${cover.id}" checked`)
  })

  test('what cannot be done is said piece by piece before it is done', async () => {
    await world.as('sadia').led(together, { do: 'consent:no one', pieces: [cover.id, friend.id] })
    const shown = await looking([cover, friend, sams, picture], 'share:network')
    expect(shown.text).toContain('This is done to 2 pieces')
    expect(shown.text).toContain('logged it and decides who sees it')
    expect(shown.text).toContain('First say who can be seen')
    expect((await rowOf(cover)).sharedWithNetworkAt).toBeNull()
  })

  test('it is done to all that are free, one fact each, and said of the others afterwards', async () => {
    const shown = await doing([cover, friend, sams, picture], 'share:network')
    expect(shown.text).toContain('Done to 2 pieces')
    expect(shown.text).toContain('2 pieces stay as they are')
    for (const piece of [cover, friend]) {
      expect((await rowOf(piece)).sharedWithNetworkAt).not.toBeNull()
      expect(await factsOf(piece)).toContain('evidence shared')
    }
    expect((await rowOf(sams)).sharedWithNetworkAt).toBeNull()
  })

  test('one press takes it back, once, for whoever did it', async () => {
    await doing([cover, friend], 'share:group')
    const shown = await doing([cover, friend, draft], 'share:network')
    const [address] = /\/groups\/reading\/evidence\/together\/[\w-]+\/undoing/.exec(shown.text)!
    expect((await world.as('sam').post(address)).status).toBe(404)
    const back = await world.as('sadia').led(address)
    expect(back.text).toContain('Taken back on')
    for (const piece of [cover, friend]) expect((await rowOf(piece)).sharedWithNetworkAt).toBeNull()
    expect((await world.as('sadia').post(address)).status).toBe(409)
  })

  test('a draft that was shared becomes a draft again', async () => {
    const shown = await doing([draft], 'share:group')
    expect((await rowOf(draft)).reach).toBe('group')
    await undoing(shown.text)
    expect((await rowOf(draft)).reach).toBe('author')
  })

  test('nobody is said to be seen in a picture among many; what is said of consent is not taken back in a press', async () => {
    const shown = await looking([picture, sams], 'consent:no one')
    expect(shown.text).toContain('Open it, and look at its pictures')
    const done = await doing([sams, picture], 'consent:unasked')
    expect(done.text).toContain('Done to 2 pieces')
    expect(done.text).not.toContain('undoing')
  })
})

describe('what later rooms do with many pieces', () => {
  test('they are put to a stage by those who keep them', async () => {
    const before = (await rowOf(cover)).stage
    const shown = await doing([cover, sams], 'stage:action')
    expect(shown.text).toContain('Done to 1 piece')
    expect((await rowOf(cover)).stage).toBe('action')
    await undoing(shown.text)
    expect((await rowOf(cover)).stage).toBe(before)
  })

  test('all their words get a code, and lose it again', async () => {
    const sadia = await world.person('sadia')
    const enquiry = await findEnquiry(world.db, sadia, 'reading')
    await world.as('sadia').post('/groups/reading/codes', { name: 'Choosing', description: 'How a book is chosen' })
    const code = await world.db
      .selectFrom('codes')
      .select('id')
      .where('groupId', '=', enquiry.groupId)
      .executeTakeFirstOrThrow()
    const codings = () =>
      world.db.selectFrom('codings').selectAll().where('codeId', '=', code.id).where('removedAt', 'is', null).execute()
    const shown = await doing([cover, sams, picture], `code:${code.id}`)
    expect(shown.text).toContain('It has no words of its own')
    expect(await codings()).toHaveLength(2)
    await undoing(shown.text)
    expect(await codings()).toHaveLength(0)
  })

  test('they speak for a claim, and those that did so before go on when it is taken back', async () => {
    const sadia = await world.person('sadia')
    const enquiry = await findEnquiry(world.db, sadia, 'reading')
    const claim = await inOne(world.db, trx =>
      makeClaim(trx, enquiry, sadia, { claim: 'Covers decide', strength: 'a hunch', whatWouldChange: '' }),
    )
    const bearings = async () =>
      (await world.db.selectFrom('claimEvidence').selectAll().where('claimId', '=', claim.id).execute())
        .map(one => `${one.evidenceId} ${one.bearing}`)
        .sort()
    await doing([cover], `claim:against ${claim.id}`)
    const shown = await doing([cover, sams, draft], `claim:for ${claim.id}`)
    expect(shown.text).toContain('still your own draft')
    expect(await bearings()).toEqual([`${cover.id} for`, `${sams.id} for`].sort())
    await undoing(shown.text)
    expect(await bearings()).toEqual([`${cover.id} against`])
  })

  test('they are listed in the write-up, and then they are checked like what it quotes', async () => {
    const writeUp = await begin(world)
    const shown = await doing([sams], 'write-up:listed')
    expect((await world.as('sadia').get(`/write-ups/${writeUp.id}/preview`)).text).toContain('Comics')
    expect((await world.as('sadia').get(`/write-ups/${writeUp.id}/check`)).text).toContain(`value="${sams.id}"`)
    await undoing(shown.text)
    expect((await world.as('sadia').get(`/write-ups/${writeUp.id}/check`)).text).not.toContain(`value="${sams.id}"`)
  })

  test('those that are ticked are downloaded as a table', async () => {
    const answer = await world.as('sadia').get(`${list}.csv?pieces=${cover.id}&pieces=${sams.id}`)
    expect(answer.text).toContain('Covers first')
    expect(answer.text).toContain('Comics')
    expect(answer.text).not.toContain('A friend')
  })
})

describe('the way through a list', () => {
  test('filters that are on stand as chips, each with the list without it', async () => {
    const shown = await world.as('sadia').get(`${list}?kind=interview&who=sadia`)
    expect(shown.text).toContain(`href="${list}?who=sadia"`)
    expect(shown.text).toContain('Kind: ')
    expect((await world.as('sadia').get(list)).text).not.toContain('Filters that are on')
  })

  test('it stands in the order that is asked for', async () => {
    const order = async (sort: string) =>
      [...(await world.as('sadia').get(`${list}?sort=${sort}`)).text.matchAll(/id="f-pick-([\w-]+)"/g)].map(
        one => one[1],
      )
    const byNumber = await order('number')
    expect(byNumber).toEqual([cover, friend, draft, sams, picture].map(one => one.id))
    expect(await order('logged')).toEqual([...byNumber].reverse())
    expect((await order('school')).sort()).toEqual([...byNumber].sort())
  })

  test('a piece leads on to the one before it and after it in that list, and back', async () => {
    const shown = await world.as('sadia').get(`/evidence/${friend.id}?list=sort%3Dnumber`)
    expect(shown.text).toContain('2 of 5')
    expect(shown.text).toContain(`href="/evidence/${cover.id}?list=sort%3Dnumber" rel="prev"`)
    expect(shown.text).toContain(`href="/evidence/${draft.id}?list=sort%3Dnumber" rel="next"`)
    expect(shown.text).toContain(`href="${list}?sort=number"`)
    expect((await world.as('sadia').get(`/evidence/${friend.id}`)).text).not.toContain('rel="next"')
    expect((await world.as('sam').get(`/evidence/${sams.id}?list=sort%3Dnumber`)).text).toContain('3 of 4')
  })
})
