import { beforeAll, describe, expect, test } from 'vitest'
import type { FoundWriteUp } from '../../src/write-ups/write-ups.js'
import { readBack } from '../pdf/reading.js'
import { publicationCheck } from './publication-check.js'
import { newWorld } from '../world.js'
import { begin, claimFrom, letOut, logPiece, part, write, type Logged } from './writing.js'

const world = newWorld()
let seen: Logged
let heard: Logged
let writeUp: FoundWriteUp

beforeAll(async () => {
  seen = await logPiece(world, { title: 'A queue at the shelf', words: 'Nine children queued for one thin book.' })
  heard = await logPiece(world, { title: 'Too long', words: '“It has too many pages,” said a girl of nine.' })
  await claimFrom(world, 'Thin books are begun, thick ones are looked at', seen, heard)
})

describe('beginning', () => {
  test('a member sees what will happen, and begins it once however often the button is pressed', async () => {
    const before = await world.as('sam').get('/groups/reading/write-up')
    expect(before.status).toBe(200)
    expect(before.text).toContain('Compose the write-up')
    writeUp = await begin(world, 'reading', 'sam')
    await begin(world, 'reading', 'sadia')
    expect(await world.db.selectFrom('writeUps').selectAll().where('groupId', '=', 'reading').execute()).toHaveLength(1)
  })

  test('a facilitator cannot begin it, and to another network it does not exist', async () => {
    expect((await world.as('fiona').post('/groups/reading/write-up')).status).toBe(403)
    expect((await world.as('ruth').post('/groups/reading/write-up')).status).toBe(404)
  })
})

describe('writing', () => {
  test('what was logged since comes in, and what somebody edited stays', async () => {
    await write(world, writeUp, 'summary', 'In our own words.')
    await claimFrom(world, 'Friends lend, shelves do not', heard, seen)
    await world.as('sadia').post(`/write-ups/${writeUp.id}/composing`)
    expect((await part(world, writeUp, 'claims')).text.body).toContain('Friends lend, shelves do not')
    expect((await part(world, writeUp, 'summary')).text.body).toBe('In our own words.')
  })

  test('composing an edited part anew asks first, and keeps the edited words', async () => {
    const { id } = await part(world, writeUp, 'summary')
    const asking = await world.as('sadia').get(`/write-up-parts/${id}/composing`)
    expect(asking.text).toContain('They stay among the earlier words')
    await world.as('sadia').post(`/write-up-parts/${id}/composing`)
    expect((await part(world, writeUp, 'summary')).text.body).toContain('asked together')
    const earlier = await world.as('sam').get(`/write-up-parts/${id}/earlier`)
    expect(earlier.text).toContain('In our own words.')
  })

  test('two people who change the same words are shown both', async () => {
    const { id, text } = await part(world, writeUp, 'next')
    const address = `/texts/write-up-part/${id}/text`
    await world.as('sadia').post(address, { body: 'Ask about books.', version: text.version })
    const { version } = (await part(world, writeUp, 'next')).text
    await world.as('sadia').post(address, { body: 'Ask about comics.', version })
    const clash = await world.as('sam').post(address, { body: 'Ask about poems.', version })
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Ask about comics.')
    expect(clash.text).toContain('Ask about poems.')
  })

  test('a challenge from outside the group is counted and not quoted, and nobody is named behind an @', async () => {
    await world.as('sadia').post('/groups/reading/stages/purpose/sharing').expect(303)
    const asks = (person: string, words: string) =>
      world.as(person).post('/groups/reading/stages/purpose/comments', { words, kind: 'challenge' }).expect(303)
    await asks('fiona', 'Have you asked @Sadia Qureshi and the children who never come?')
    await asks('huw', 'Did @Sam O’Neill ask those who came late?')
    const { id } = await part(world, writeUp, 'next')
    const asking = await world.as('sadia').get(`/write-up-parts/${id}/composing`)
    expect(asking.text).toContain('What somebody outside the group asked is counted, and not quoted')
    await world.as('sadia').post(`/write-up-parts/${id}/composing`).expect(303)
    const { body } = (await part(world, writeUp, 'next')).text
    expect(body).toContain('- Did a colleague ask those who came late?')
    expect(body).toContain('- 1 challenge from outside the group.')
    expect(body).not.toContain('who never come')
    expect(body).not.toContain('@')
  })

  test('headings are worded anew, and an empty one comes back with its reason', async () => {
    const { id } = await part(world, writeUp, 'claims')
    const empty = await world.as('sam').post(`/write-up-parts/${id}/heading`, { heading: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Give the part a heading')
    await world.as('sam').post(`/write-up-parts/${id}/heading`, { heading: 'What children told us' })
    expect((await world.as('sadia').get('/groups/reading/write-up')).text).toContain('What children told us')
  })

  test('a part is left out and taken in again, with its words', async () => {
    const { id } = await part(world, writeUp, 'claims')
    await world.as('sadia').post(`/write-up-parts/${id}/leaving-out`)
    const without = await world.as('sadia').get(`/write-ups/${writeUp.id}/preview`)
    expect(without.text).not.toContain('What speaks against it')
    await world.as('sadia').post(`/write-up-parts/${id}/taking-in`)
    expect((await world.as('sadia').get(`/write-ups/${writeUp.id}/preview`)).text).toContain('What speaks against it')
  })

  test('the title is changed once, not over somebody else’s', async () => {
    const address = `/write-ups/${writeUp.id}/title`
    expect((await world.as('sam').get(address)).status).toBe(200)
    const was = writeUp.title
    expect((await world.as('sam').post(address, { title: '', was })).status).toBe(422)
    expect((await world.as('sam').post(address, { title: 'Thin books first', was })).status).toBe(303)
    expect((await world.as('sadia').post(address, { title: 'Another', was })).status).toBe(409)
  })

  test('a number without a piece is named by the check, with the part in which it stands', async () => {
    await write(world, writeUp, 'thanks', 'Thank you [[E99]].')
    const shown = await publicationCheck(world, 'sadia')
    expect(shown.text).toContain('speaks of E99')
    await write(world, writeUp, 'thanks', 'Thank you.')
  })

  test('words of a piece that may not go out are found where they were pasted', async () => {
    const long = 'The whole of Year 5 fell silent when the drawer with the football annuals was opened on Monday.'
    const piece = await logPiece(world, { title: 'The drawer', words: long })
    await write(world, writeUp, 'thanks', `We remember: ${long}`)
    const shown = await publicationCheck(world, 'sadia')
    expect(shown.text).toContain(`Words of ${piece.label} stand in the text`)
    await write(world, writeUp, 'thanks', 'Thank you.')
  })

  test('the draft is a PDF that says it is a draft', async () => {
    const pdf = await world.as('sam').get('/groups/reading/write-up.pdf').buffer(true)
    expect(pdf.type).toBe('application/pdf')
    const reading = await readBack(pdf.body as Buffer)
    expect(reading.title).toContain('Thin books first')
    expect(reading.bookmarks.map(one => one.title)).toContain('What children told us')
  })
})

describe('who else reads the draft', () => {
  test('a facilitator reads nothing of the draft, and says nothing about it, as the page on which it is composed says', async () => {
    const fiona = world.as('fiona')
    const shown = await fiona.get('/groups/reading/write-up')
    expect(shown.status).toBe(200)
    expect(shown.text).not.toContain('Thin books are begun')
    for (const door of ['preview', 'submission', 'files/none'])
      expect((await fiona.get(`/write-ups/${writeUp.id}/${door}`)).status, door).toBe(404)
    for (const file of ['write-up.pdf', 'write-up.docx'])
      expect((await fiona.get(`/groups/reading/${file}`)).status, file).toBe(404)
    expect((await fiona.get('/search?q=thin+books+are+begun')).text).not.toContain('write-up, draft')
    for (const words of ['Who did not queue?', '']) {
      const said = await fiona.post(`/write-ups/${writeUp.id}/comments`, { words, kind: 'challenge' })
      expect(said.status).toBe(404)
    }
  })

  test('a facilitator cannot open a part, nor a stranger anything', async () => {
    const { id } = await part(world, writeUp, 'summary')
    expect((await world.as('fiona').get(`/write-up-parts/${id}`)).status).toBe(404)
    expect((await world.as('tomasz').get(`/write-up-parts/${id}`)).status).toBe(404)
    expect((await world.stranger.get('/groups/reading/write-up')).status).not.toBe(200)
  })

  test('an answer that its head keeps to the school stops publication where it is quoted', async () => {
    const reason = 'We cannot give up the phonics table before the spring, and I have promised so.'
    const { id: recommendationId } = await world.db
      .insertInto('recommendations')
      .values({
        id: 'thin-books',
        groupId: 'reading',
        enquiryId: 'reading-1',
        number: 1,
        recommendation: 'A shelf of thin books',
        draftedAt: '2026-03-01T10:00:00.000Z',
        draftedBy: 'sadia',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await world.db
      .insertInto('responses')
      .values({
        id: 'weir-answer',
        recommendationId,
        schoolId: 'weir',
        sentAt: '2026-03-02T10:00:00.000Z',
        sentBy: 'sadia',
        answer: 'decline',
        reason,
        answeredAt: '2026-03-03T10:00:00.000Z',
        answeredBy: 'imran',
      })
      .execute()
    await write(world, writeUp, 'recommendations', `One head wrote: ${reason}`)
    const shown = await publicationCheck(world, 'sadia')
    expect(shown.text).toContain('its head has not agreed to its being published')
  })
})

test('letting a piece out clears its line of the check', async () => {
  await letOut(world, seen)
  expect((await world.as('sadia').get('/groups/reading/write-up')).text).not.toContain(`Mend ${seen.label}<`)
})
