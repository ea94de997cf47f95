import { beforeAll, describe, expect, test } from 'vitest'
import type { FoundWriteUp } from '../../src/write-ups/write-ups.js'
import { editionToRead } from '../../src/publishing/editions/still-allowed.js'
import { pictureIds } from '../../src/publishing/editions/pictures-then.js'
import { documentOf } from '../../src/publishing/submitting/submissions.js'
import { textOf } from '../../src/documents/to-text.js'
import { allWords, readBack } from '../pdf/reading.js'
import { newWorld } from '../world.js'
import { bare, wordsOnPage } from '../write-ups/page-text.js'
import { begin, claimFrom, letOut, logPiece, part, write, type Logged } from '../write-ups/writing.js'

const world = newWorld()
let swapped: Logged
let chart: Logged
let shrug: Logged
let writeUp: FoundWriteUp
const page = '/published/write-ups/reading-by-choice'

const editions = () => world.db.selectFrom('editions').selectAll().orderBy('number', 'desc').execute()
const waiting = () =>
  world.db.selectFrom('submissions').selectAll().orderBy('submittedAt', 'desc').executeTakeFirstOrThrow()

async function pdfText(address: string): Promise<string> {
  const answer = await world.stranger.get(address).buffer(true)
  expect(answer.status).toBe(200)
  return allWords(await readBack(answer.body as Buffer)).replace(/^Contents$/m, '')
}

beforeAll(async () => {
  swapped = await logPiece(world, {
    title: 'Comics by the coats',
    words: 'Three boys swapped comics and missed the bell.',
  })
  chart = await logPiece(world, { title: 'What we pick up', words: 'Covers, friends, thin books.', picture: true })
  shrug = await logPiece(world, { title: 'A shrug', words: 'She read all week, and shrugged when asked why.' })
  await logPiece(world, { title: 'Not yet', words: 'A private thought about the head of Weir Lane.', draft: true })
  await claimFrom(world, 'Children read what a friend has read first', swapped, shrug)
})

describe('a write-up goes from the group to the public', () => {
  test('it is composed from what the group logged, challenge beside support, and never from drafts', async () => {
    writeUp = await begin(world)
    const shown = await world.as('sadia').get('/groups/reading/write-up')
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Children read what a friend has read first')
    expect(shown.text).toContain('What speaks for it')
    expect(shown.text).toContain('What speaks against it')
    expect(shown.text).toContain('Comics by the coats')
    expect(shown.text).not.toContain('A private thought')
    expect(shown.text).not.toContain('Not yet')
  })

  test('every part is edited as it is typed, and quotations come from the pieces themselves', async () => {
    const saved = await write(
      world,
      writeUp,
      'summary',
      `Half of our readers *could* and did not. See ${'[['}${swapped.label}]].\n\n[[${swapped.label} quote]]\n\n[[${chart.label} picture]]`,
    )
    expect(saved.status).toBe(303)
    const { id } = await part(world, writeUp, 'summary')
    const preview = await world.as('sam').get(`/write-up-parts/${id}/preview`)
    expect(preview.text).toContain('<blockquote')
    expect(preview.text).toContain('Three boys swapped comics')
    expect(preview.text).toContain('<figure')
    const editing = await world.as('sam').get(`/write-up-parts/${id}`)
    expect(editing.status).toBe(200)
    expect(editing.text).toContain(`[[${chart.label} picture]]`)
  })

  test('the check names every piece that may not go out, and submitting is refused until it is clear', async () => {
    const shown = await world.as('sadia').get(`/write-ups/${writeUp.id}/check`)
    for (const { label } of [swapped, chart, shrug])
      expect(shown.text).toContain(`${label} is shared with the group only`)
    expect(shown.text).toContain('Say that nobody can be recognised in 2 pieces')
    expect(shown.text).toContain('Settle who agreed in 1 piece')
    expect(shown.text).toContain(`${chart.label} What we pick up`)
    const refused = await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('7 things stand')
    expect((await world.as('sadia').get('/groups/reading/write-up')).text).toContain('7 things stand')
    expect(await world.db.selectFrom('submissions').selectAll().execute()).toHaveLength(0)
  })

  test('until then a co-leader, a network leader and a head find no write-up, and read that it is still to come', async () => {
    for (const person of ['tomasz', 'nia', 'imran']) {
      const none = await world.as(person).get('/groups/reading/write-up').expect(200)
      expect(none.text).toContain('Nothing to read here yet')
      expect(none.text).not.toContain(writeUp.id)
      expect((await world.as(person).get(`/write-ups/${writeUp.id}/preview`)).status).toBe(404)
      expect((await world.as(person).get('/groups/reading/write-up.pdf')).status).toBe(404)
    }
    expect((await world.as('ruth').get('/groups/reading/write-up')).status).toBe(404)
    expect((await world.stranger.get(page)).status).toBe(404)
  })

  test('when all is mended, the lead submits it, and only the lead', async () => {
    for (const piece of [swapped, chart, shrug]) await letOut(world, piece)
    expect((await world.as('sadia').get('/groups/reading/write-up')).text).toContain('Clear to be submitted')
    expect((await world.as('sadia').get(`/write-ups/${writeUp.id}/submitting`)).text).toContain('Tomasz')
    expect((await world.as('sam').post(`/write-ups/${writeUp.id}/submission`)).status).toBe(403)
    const sent = await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`)
    expect(sent.status).toBe(303)
    expect((await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`)).status).toBe(409)
  })

  test('those around the group read exactly that version; what is edited afterwards is not in it', async () => {
    await write(world, writeUp, 'what-did-not-work', 'Certificates did nothing at all.')
    for (const person of ['tomasz', 'nia', 'imran', 'fiona', 'sam']) {
      const shown = await world.as(person).get(`/write-ups/${writeUp.id}/submission`)
      expect(shown.status, person).toBe(200)
      expect(shown.text).toContain('Three boys swapped comics')
      expect(shown.text).not.toContain('Certificates')
    }
    const pdf = await world.as('imran').get(`/write-ups/${writeUp.id}/submission.pdf`).buffer(true)
    expect(pdf.type).toBe('application/pdf')
    const [picture] = pictureIds(documentOf(await waiting()).parts)
    expect((await world.as('imran').get(`/write-ups/${writeUp.id}/files/${picture}`)).status).toBe(200)
    expect((await world.as('ruth').get(`/write-ups/${writeUp.id}/files/${picture}`)).status).toBe(404)
    expect((await world.as('ruth').get(`/write-ups/${writeUp.id}/submission`)).status).toBe(404)
  })

  test('neither the submitter nor a head can approve it', async () => {
    const { hash } = await waiting()
    expect((await world.as('sadia').post(`/write-ups/${writeUp.id}/publication`, { hash })).status).toBe(403)
    expect((await world.as('imran').post(`/write-ups/${writeUp.id}/publication`, { hash })).status).toBe(403)
    expect(await editions()).toHaveLength(0)
  })

  test('a submitter who leads the network as well still cannot approve their own', async () => {
    const { id, hash } = await waiting()
    await world.db.updateTable('submissions').set({ submittedBy: 'nia' }).where('id', '=', id).execute()
    const answer = await world.as('nia').post(`/write-ups/${writeUp.id}/publication`, { hash })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('two people')
    await world.db.updateTable('submissions').set({ submittedBy: 'sadia' }).where('id', '=', id).execute()
  })

  test('a second person returns it with what should change, keeping words of a form that is not finished', async () => {
    const empty = await world.as('tomasz').post(`/write-ups/${writeUp.id}/return`, { because: ' ' })
    expect(empty.status).toBe(422)
    const answer = await world
      .as('tomasz')
      .post(`/write-ups/${writeUp.id}/return`, { because: 'Say what did not work.' })
    expect(answer.status).toBe(303)
    expect((await world.as('sadia').get('/groups/reading/write-up')).text).toContain('Say what did not work.')
    expect((await world.as('tomasz').get('/groups/reading/write-up')).text).toContain('Say what did not work.')
    expect((await world.as('imran').get(`/write-ups/${writeUp.id}/submission`)).status).toBe(404)
  })

  test('the approval is bound to the version that was shown', async () => {
    const old = (await waiting()).hash
    await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`)
    const refused = await world.as('tomasz').post(`/write-ups/${writeUp.id}/publication`, { hash: old })
    expect(refused.status).toBe(409)
    const shown = await world.as('tomasz').get(`/write-ups/${writeUp.id}/submission`)
    const [, hash] = /name="hash" value="([0-9a-f]{64})"/.exec(shown.text)!
    const answer = await world.as('tomasz').post(`/write-ups/${writeUp.id}/publication`, { hash: hash! })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(page)
  })

  test('everybody reads it, and the words of the page, the PDF and the document are the same', async () => {
    const [edition] = await editions()
    const document = await editionToRead(world.db, edition!, 'http://localhost:3000')
    const shown = await world.stranger.get(page)
    expect(shown.status).toBe(200)
    expect(wordsOnPage(shown.text)).toBe(bare(textOf(document)))
    expect(bare(await pdfText(`${page}.pdf`))).toContain('Certificatesdidnothingatall.')
    const left = bare((await pdfText(`${page}.pdf`)).replace(/[•]/g, ''))
    for (const words of textOf(document)
      .split('\n\n')
      .filter(one => !/[\u0600-\u06ff]/.test(one)))
      expect(left).toContain(bare(words.replace(/[•]\s/g, '')))
  })

  test('a picture is public inside its edition, and nowhere else', async () => {
    const shown = await world.stranger.get(page)
    const [address] = /\/published\/files\/[\w-]+\/[\w-]+/.exec(shown.text)!
    const picture = await world.stranger.get(address)
    expect(picture.status).toBe(200)
    expect(picture.type).toBe('image/jpeg')
    expect((await world.stranger.get(address.replace(/[\w-]+$/, 'nothing'))).status).toBe(404)
  })

  test('consent that is taken back masks page, PDF and picture at once, and tells group and network leaders', async () => {
    const shown = await world.stranger.get(page)
    const [picture] = /\/published\/files\/[\w-]+\/[\w-]+/.exec(shown.text)!
    for (const piece of [swapped, chart]) {
      const because = { reason: 'A parent asked' }
      const done = await world.as('sadia').post(`/evidence/${piece.id}/consent/withdrawal`, because)
      expect(done.status).toBe(303)
    }
    const masked = await world.stranger.get(page)
    const pdf = await pdfText(`${page}.pdf`)
    for (const text of [masked.text, pdf]) {
      expect(text).not.toContain('Three boys swapped')
      expect(text).not.toContain('Comics by the coats')
      expect(text).not.toContain('What we pick up')
      expect(text.replace(/\s+/g, ' ')).toContain('Not shown any more.')
      expect(text).not.toContain('at the request of')
      expect(text).toContain(swapped.label)
    }
    expect((await world.stranger.get(picture)).status).toBe(404)
    for (const person of ['sadia', 'sam', 'nia', 'tomasz'])
      expect((await world.as(person).get('/groups/reading/write-up')).text).toContain('The published edition has a gap')
  })

  test('what changes after publication is a new edition, with a reason, and the earlier one says so', async () => {
    await write(world, writeUp, 'summary', `We know less than we thought. [[${shrug.label}]]`)
    await write(world, writeUp, 'claims', 'One child read all week and would not say why.')
    const without = await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`, { reason: '' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('what is different')
    await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`, { reason: 'Two families asked us to stop.' })
    const { hash } = await waiting()
    const shown = await world.as('rhian').get(`/write-ups/${writeUp.id}/submission`)
    expect(shown.text).toContain(`/write-ups/${writeUp.id}/submission/comparison`)
    const compared = await world.as('rhian').get(`/write-ups/${writeUp.id}/submission/comparison`)
    expect(compared.text).toContain('Edition 2 beside edition 1')
    expect(compared.text).toContain('Two families asked us to stop.')
    expect(compared.text).toContain('<ins class="diff">')
    expect(compared.text).toMatch(new RegExp(`Evidence that went out[\\s\\S]*?${swapped.label}`))
    expect((await world.as('ruth').get(`/write-ups/${writeUp.id}/submission/comparison`)).status).toBe(404)
    await world.as('rhian').post(`/write-ups/${writeUp.id}/publication`, { hash })
    const newest = await world.stranger.get(page)
    expect(newest.text).toContain('We know less than we thought')
    expect(newest.text).toContain('Two families asked us to stop.')
    const earlier = await world.stranger.get(`${page}?edition=1`)
    expect(earlier.text).toContain('Edition 2 is newer')
    expect((await world.stranger.get(`${page}?edition=7`)).status).toBe(404)
  })

  test('a withdrawn work leaves a marker with when and why; its PDF and pictures are gone', async () => {
    expect((await world.as('sadia').post(`${page}/withdrawal`, { because: 'No' })).status).toBe(403)
    expect((await world.as('nia').get(`${page}/withdrawal`)).text).toContain('All 2 editions')
    const empty = await world.as('nia').post(`${page}/withdrawal`, { because: '' })
    expect(empty.status).toBe(422)
    await world.as('nia').post(`${page}/withdrawal`, { because: 'A school asked us to take it back.' })
    for (const address of [page, `${page}.pdf`, `${page}?edition=1`]) {
      const gone = await world.stranger.get(address)
      expect(gone.status).toBe(410)
      expect(gone.text).toContain('A school asked us to take it back.')
      expect(gone.text).not.toContain('We know less')
    }
    expect((await world.stranger.get('/published')).text).not.toContain(page)
    expect((await world.stranger.get('/published/feed.xml')).text).not.toContain(page)
  })

  test('history and audit tell who did what', async () => {
    const did = (await world.history('reading')).map(line => line.did)
    expect(did).toContain('submitted the write-up')
    expect(did).toContain('returned the write-up')
    expect(did).toContain('withdrew the published write-up')
    const names = await Promise.all(['tomasz', 'rhian', 'nia'].map(async id => (await world.person(id)).name))
    expect((await world.audited('write-up')).map(line => line.person)).toEqual(expect.arrayContaining(names))
  })
})
