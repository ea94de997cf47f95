import { beforeAll, describe, expect, test } from 'vitest'
import { now } from '../../src/web/now.js'
import { readBack } from '../pdf/reading.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world
const page = '/networks/hafren/dossiers/weir'
const groups = '/groups/reading/dossiers/weir'
let link: string

beforeAll(async () => {
  const at = now()
  const recommendation = (id: string, number: number, more: object) => ({
    ...{ id, groupId: 'reading', enquiryId: 'reading-1', number, recommendation: `Do ${id}`, reasons: 'We *saw* why.' },
    ...{ releaseDays: 2, cost: 'A shelf', draftedAt: at, draftedBy: 'sadia', releasedOutsideAt: null },
    ...{ withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null },
    ...more,
  })
  await db
    .insertInto('recommendations')
    .values([
      recommendation('less counting', 1, {}),
      recommendation('what was taken back', 2, { withdrawnAt: at, withdrawnBy: 'sadia', withdrawnBecause: 'No' }),
      recommendation('what another school was asked', 3, {}),
    ])
    .execute()
  const response = (recommendationId: string, schoolId: string, more: object = {}) => ({
    ...{ id: `${recommendationId} ${schoolId}`, recommendationId, schoolId, sentAt: at, sentBy: 'sadia', answer: null },
    ...{ reason: '', reviewOn: null, answeredAt: null, answeredBy: null, adoption: null, inPlaceAt: null },
    ...{ inPlaceOn: null, inPlaceBy: null, publicAt: null, publicBy: null },
    ...more,
  })
  const answered = { answer: 'decline', reason: 'Another head’s reason', answeredAt: at, answeredBy: 'carys' }
  await db
    .insertInto('responses')
    .values([
      response('less counting', 'weir'),
      response('less counting', 'bryn', answered),
      response('what was taken back', 'weir'),
      response('what another school was asked', 'bryn'),
    ])
    .execute()
  const piece = (id: string, number: number) => ({
    ...{ id, groupId: 'reading', enquiryId: 'reading-1', number, capture: null, title: `Title of ${id}` },
    ...({
      whatWeSaw: 'Words',
      kind: 'observation',
      stage: 'evidence',
      gatheredOn: '2026-09-20',
      loggedAt: at,
    } as const),
    ...{ loggedBy: 'huw', revisedAt: null, sharedWithGroupAt: at, sharedWithNetworkAt: at, sharedOutsideAt: at },
    ...{ namesPupilAt: null, withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null },
  })
  await db
    .insertInto('evidence')
    .values([piece('open', 801), piece('kept in', 802)])
    .execute()
  await db
    .insertInto('consents')
    .values({
      ...{ id: 'c', evidenceId: 'open', who: 'no one', audience: 'public', givenOn: '2026-09-20', recordedBy: 'huw' },
      ...{ recordedAt: at, withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null },
    })
    .execute()
  await renewAll(db)
  await db
    .insertInto('recommendationEvidence')
    .values([
      { recommendationId: 'less counting', evidenceId: 'open' },
      { recommendationId: 'less counting', evidenceId: 'kept in' },
    ])
    .execute()
  const made = await world.as('nia').led(`${page}/links`, { days: '7' })
  link = /\/dossiers\/[\w-]{40,}/.exec(made.text)![0]
})

describe('the dossier of a school', () => {
  test('tells its head what is recommended, why, what it costs and what it leans on', async () => {
    const { text, status } = await world.as('imran').get(page)
    expect(status).toBe(200)
    for (const words of [
      'Do less counting',
      'We <em>saw</em> why.',
      '2 days',
      'A shelf',
      'E801 Title of open',
      'Reply slip',
    ])
      expect(text).toContain(words)
  })

  test('has a slip that says from which school it comes, to whom it goes and of which day it is', async () => {
    const { text } = await world.as('imran').get(page)
    expect(text).toMatch(
      /From Weir Lane Primary to [^<]+, Hafren Learning Network\. As it stood on \d{1,2} \w+ \d{4}\./,
    )
  })

  test('keeps another school’s answer, what was taken back, and evidence that may not go outside to itself', async () => {
    for (const { text } of [await world.as('imran').get(page), await world.stranger.get(link)]) {
      expect(text).not.toMatch(/Another head|Do what|Title of kept in/)
      expect(text).toContain('One piece is not shown here.')
    }
  })

  test('a piece that was withdrawn is said to be, and nobody is said to have asked for it', async () => {
    const change = (withdrawnAt: string | null) =>
      world.db.updateTable('evidence').set({ withdrawnAt }).where('id', '=', 'kept in').execute()
    await change(now())
    await renewAll(world.db)
    expect((await world.as('imran').get(page)).text).toMatch(/One piece was withdrawn\./)
    await change(null)
    await renewAll(world.db)
  })

  test('is read by the head, the network leader and the group, and does not exist for others', async () => {
    for (const person of ['imran', 'nia']) expect((await world.as(person).get(page)).status).toBe(200)
    for (const person of ['sadia', 'sam']) expect((await world.as(person).get(groups)).status).toBe(200)
    for (const person of ['sam', 'ruth', 'kasia', 'alex']) expect((await world.as(person).get(page)).status).toBe(404)
    for (const person of ['nia', 'imran', 'ruth']) expect((await world.as(person).get(groups)).status).toBe(404)
  })

  test('comes as a PDF in which every heading is one, and for Word', async () => {
    const pdf = await world
      .as('nia')
      .get(`${page}.pdf`)
      .buffer()
      .parse(bytes as never)
    const reading = await readBack(pdf.body as Buffer)
    expect(reading.title).toBe('What is recommended to Weir Lane Primary')
    expect(reading.bookmarks.map(mark => mark.title)).toContain('Reply slip')
    const word = await world
      .as('sadia')
      .get(`${groups}.docx`)
      .buffer()
      .parse(bytes as never)
    expect((word.body as Buffer).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('a link to it', () => {
  test('shows it to somebody without an account, and tells search engines to leave it', async () => {
    const { text, status, headers } = await world.stranger.get(link)
    expect(status).toBe(200)
    expect(text).toContain('Do less counting')
    expect(headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' })
    expect((await world.stranger.get(`${link}.pdf`)).headers['content-type']).toBe('application/pdf')
  })

  test('is kept only as a hash', async () => {
    const rows = await db.selectFrom('dossierLinks').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1))
  })

  test('ends, is withdrawn, and then leads nowhere, like one that never was', async () => {
    const second = /\/dossiers\/[\w-]{40,}/.exec((await world.as('imran').led(`${page}/links`, { days: '7' })).text)![0]
    const row = (
      await db.selectFrom('dossierLinks').selectAll().where('madeBy', '=', 'imran').executeTakeFirstOrThrow()
    ).id
    expect((await world.as('sam').post(`${page}/links/${row}/withdrawal`)).status).toBe(404)
    expect((await world.as('nia').post(`${page}/links/${row}/withdrawal`)).status).toBe(303)
    expect((await world.stranger.get(second)).status).toBe(404)
    await db
      .updateTable('dossierLinks')
      .set({ endsAt: '2020-01-01T00:00:00.000Z' })
      .where('madeBy', '=', 'nia')
      .execute()
    expect((await world.stranger.get(link)).status).toBe(404)
    expect((await world.stranger.get(`/dossiers/${'x'.repeat(43)}`)).status).toBe(404)
  })

  test('says when everything that it led to was withdrawn, and by whom, to those who could read it', async () => {
    const made = await world.as('sadia').led(`${groups}/links`, { days: '7' })
    const fresh = /\/dossiers\/[\w-]{40,}/.exec(made.text)![0]
    const all = db.updateTable('recommendations').where('id', '=', 'less counting')
    await all.set({ withdrawnAt: '2026-11-20T09:00:00.000Z', withdrawnBy: 'sadia' }).execute()
    for (const reading of [world.stranger.get(fresh), world.as('imran').get(page), world.as('sadia').get(groups)]) {
      const answer = await reading
      expect(answer.status).toBe(410)
      expect(answer.text).toContain('Reading by choice has withdrawn what it recommended to Weir Lane')
      expect(answer.text).toMatch(/on \d+ \w+ 20\d\d/)
    }
    expect((await world.as('sam').get(page)).status).toBe(404)
    await all.set({ withdrawnAt: null, withdrawnBy: null }).execute()
    expect((await world.stranger.get(fresh)).status).toBe(200)
  })

  test('is made by those who answer for what is sent', async () => {
    expect((await world.as('sam').post(`${groups}/links`, { days: '7' })).status).toBe(403)
    expect((await world.as('sadia').post(`${groups}/links`, { days: '7' })).status).toBe(303)
    expect((await world.as('sadia').post(`${groups}/links`, { days: '4000' })).status).toBe(422)
  })

  test('cannot be guessed by asking again and again', async () => {
    const answers: number[] = []
    for (let time = 0; time < 45; time++) answers.push((await world.stranger.get('/dossiers/guess')).status)
    expect(answers.at(-1)).toBe(429)
  })
})

function bytes(res: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  res.on('data', (chunk: Buffer) => chunks.push(chunk))
  res.on('end', () => done(null, Buffer.concat(chunks)))
}
