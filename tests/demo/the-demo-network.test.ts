import type { Document } from '../../src/documents/document.js'
import { hashOf } from '../../src/documents/hash.js'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groups } from '../../src/demo/cast.js'
import { faultsIn } from '../../src/demo/material/check.js'
import { filesFolder, groupMaterials } from '../../src/demo/material/index.js'
import { readEnvironment } from '../../src/environment.js'
import { root } from '../../src/root.js'
import { now } from '../../src/web/now.js'
import { wronglyKept } from '../reach/kept.js'
import { type DemoHouse, openDemo } from './demo-house.js'
import { sqliteOf } from '../sqlite-of.js'

let demo: DemoHouse
beforeAll(async () => {
  demo = await openDemo()
}, 300_000)
afterAll(() => demo.close())

test('the material names nobody and nothing that is not there', () => {
  expect(faultsIn(groupMaterials, join(root, filesFolder))).toEqual([])
})

test('how far every piece goes is kept as it is, after all that people did', async () => {
  expect(await wronglyKept(demo.house.db)).toEqual([])
})

test('every group stands where the cast says', async () => {
  const { db } = demo.house
  for (const group of groups) {
    const cycle = await db
      .selectFrom('enquiries')
      .selectAll()
      .where('groupId', '=', group.id)
      .orderBy('cycle', 'desc')
      .executeTakeFirstOrThrow()
    expect(cycle).toMatchObject({
      question: group.question,
      cycle: group.cycle,
      stage: group.stage,
      decision: group.finished?.decision ?? null,
    })
    expect(cycle.finishedAt?.slice(0, 10)).toBe(group.finished?.on)
    const moves = groupMaterials.find(one => one.group === group.id)!.cycles.at(-1)!.moves
    const moved = await db.selectFrom('stageMoves').selectAll().where('enquiryId', '=', cycle.id).execute()
    expect(moved.map(move => move.sentence).sort()).toEqual(moves.map(move => move.sentence).sort())
  }
})

test('whoever leads a group is whom the cast says, and a hand-over stays in the memory', async () => {
  const { db } = demo.house
  for (const group of groups) {
    const leads = await db
      .selectFrom('groupPeople')
      .select('personId')
      .where('groupId', '=', group.id)
      .where('role', '=', 'lead learner')
      .where('leftAt', 'is', null)
      .execute()
    expect(leads).toEqual([{ personId: group.people.find(one => one.role === 'lead learner')!.person }])
  }
  const handover = await db.selectFrom('handovers').selectAll().executeTakeFirstOrThrow()
  expect(handover).toMatchObject({ groupId: 'number', fromPerson: 'zofia', toPerson: 'maeve' })
  expect(handover.acceptedAt).toMatch(/^2026-01-08/)
})

test('a second cycle goes on with its claims and with the challenge that nobody has answered', async () => {
  const page = await demo.ask('/groups/number/claims', await demo.signInAs('maeve'))
  expect(await page.text()).toContain('Some children begin to estimate before they calculate')
  const carried = await demo.house.db
    .selectFrom('comments')
    .innerJoin('claims', 'claims.id', 'comments.aboutId')
    .innerJoin('enquiries', 'enquiries.id', 'claims.enquiryId')
    .select(['comments.body', 'comments.answeredAt'])
    .where('enquiries.groupId', '=', 'number')
    .where('enquiries.cycle', '=', 2)
    .execute()
  expect(carried).toMatchObject([{ body: expect.stringContaining('three good stories') as string, answeredAt: null }])
})

test('every piece is logged under the number of its place, on its day', async () => {
  for (const { group, cycles } of groupMaterials) {
    const pieces = await demo.house.db
      .selectFrom('evidence')
      .select(['number', 'title', 'gatheredOn', 'loggedAt'])
      .where('groupId', '=', group)
      // What was filled in as a sheet or answered by colleagues, or seen on a visit, comes of its own doing.
      .where('capture', 'is', null)
      .orderBy('number')
      .execute()
    const told = cycles.flatMap(cycle => cycle.evidence)
    expect(pieces.map(piece => piece.title)).toEqual(told.map(piece => piece.title))
    for (const piece of pieces) expect(piece.loggedAt.slice(0, 10)).toBe(piece.gatheredOn)
  }
})

test('one group is drowning in evidence', async () => {
  const cookie = await demo.signInAs('sadia')
  const pieces = await (await demo.ask('/groups/reading/evidence.csv', cookie)).text()
  expect(pieces.trim().split(/\r?\n(?="E?\d)/).length).toBeGreaterThan(200)
})

test('every file is in the store, as many as the material names', async () => {
  const { db, store } = demo.house
  const files = await db.selectFrom('files').selectAll().execute()
  const inPieces = await db.selectFrom('evidenceFiles').select('fileId').execute()
  const ofPieces = files.filter(file => inPieces.some(one => one.fileId === file.id))
  const named = groupMaterials.flatMap(group =>
    group.cycles.flatMap(cycle => cycle.evidence.flatMap(piece => piece.files ?? [])),
  )
  expect(ofPieces.map(file => file.name).sort()).toEqual(named.map(file => file.replaced?.by ?? file.name).sort())
  for (const file of files) {
    expect(await store.size(file.storedAs), file.name).toBe(file.bytes)
    if (file.kind === 'image') expect(file.thumbnailAs && (await store.size(file.thumbnailAs))).toBeGreaterThan(0)
  }
})

test('files of the reading group were minded: one transcribed, one typed out, one covered, one replaced and met twice', async () => {
  const { db, store } = demo.house
  const texts = await db
    .selectFrom('readableTexts')
    .innerJoin('files', 'files.id', 'readableTexts.fileId')
    .select(['files.name', 'source', 'timings'])
    .where('madeBy', 'is not', null)
    .orderBy('files.name')
    .execute()
  expect(texts.map(text => [text.name, text.source, text.timings !== null])).toEqual([
    ['corridor-note.ogg', 'transcript', true],
    ['scanned-consent-form.pdf', 'document', false],
  ])
  const versions = await db.selectFrom('fileVersions').selectAll().orderBy('name').orderBy('version').execute()
  expect(versions.map(one => [one.name, one.how, one.erasedAt === null])).toEqual([
    ['erased.jpg', 'sent', false],
    ['reading-ages-autumn-2025-slips-counted.csv', 'replaced', true],
    ['reading-ages-autumn-2025.csv', 'sent', true],
    ['what-makes-you-pick-up-a-book.jpg', 'covered', true],
  ])
  expect(await store.size(versions[0]!.storedAs)).toBeUndefined()
  const twice = await db.selectFrom('files').select('storedAs').where('name', '=', versions[1]!.name).execute()
  expect(new Set(twice.map(one => one.storedAs)).size).toBe(1)
  expect(twice).toHaveLength(2)
})

test('the finished group has a published write-up, and recommendations at three different answers', async () => {
  const { db } = demo.house
  const write = await db.selectFrom('editions').selectAll().where('ofKind', '=', 'write-up').execute()
  expect(write).toMatchObject([
    { slug: 'polish-is-for-the-car', number: 1, publishedBy: 'eleri', approvedBy: 'tomasz' },
  ])
  const answers = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .select('responses.answer')
    .distinct()
    .where('recommendations.groupId', '=', 'bilingual')
    .execute()
  expect(answers.map(one => one.answer).sort()).toEqual([null, 'accept', 'adapt', 'decline'].sort())
  const page = await demo.ask('/published/write-ups/polish-is-for-the-car')
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Polish is for the car')
})

test('termly reports are published in succession, one corrected, one withdrawn, each with a second person; one is being written', async () => {
  const { db } = demo.house
  const published = await db.selectFrom('editions').selectAll().where('ofKind', '=', 'termly report').execute()
  expect(published.map(one => [one.slug, one.number, one.publishedBy, one.approvedBy])).toEqual([
    ['hafren-autumn-2025', 1, 'nia', 'rhian'],
    ['hafren-spring-2026', 1, 'nia', 'rhian'],
    ['hafren-summer-2026', 1, 'nia', 'rhian'],
    ['hafren-summer-2026', 2, 'nia', 'rhian'],
  ])
  expect(published.filter(one => one.withdrawnAt).map(one => one.slug)).toEqual(['hafren-autumn-2025'])
  for (const edition of published) expect(hashOf(JSON.parse(edition.document) as Document)).toBe(edition.hash)
  const summer = await (await demo.ask('/published/reports/hafren-summer-2026')).text()
  expect(summer).toContain('Summer term 2026 beside Spring term 2026')
  expect(summer).toContain('Five heads gave it. One head came too.')
  expect(summer).toContain('Nine words that everybody knows by now')
  const draft = await demo.ask('/networks/hafren/reports/autumn-2026', await demo.signInAs('nia'))
  expect(await draft.text()).toContain('Seven of them just knew.')
  const sent = await db
    .selectFrom('shortReports')
    .select('groupId')
    .where('termId', '=', 'hafren-autumn-2026')
    .execute()
  expect(sent.map(one => one.groupId).sort()).toEqual(['marking', 'number'])
})

test('nothing happens after the demo’s own day, and the clock runs again', async () => {
  const { last } = await demo.house.db
    .selectFrom('facts')
    .select(eb => eb.fn.max('at').as('last'))
    .executeTakeFirstOrThrow()
  expect(last.slice(0, 10) <= '2026-11-20').toBe(true)
  expect(Math.abs(Date.parse(now()) - Date.now())).toBeLessThan(1000)
})

test('the database that is served keeps every promise of durability', () => {
  expect(sqliteOf(demo.house).pragma('synchronous', { simple: true })).toBe(2)
})

test('the sign-in page offers each of the cast as one button', async () => {
  const page = await (await demo.ask('/sign-in')).text()
  expect(page).toContain('Nia Prŷs')
  expect(await demo.signInAs('nia')).toMatch(/^workbench=/)
})

test('the demo refuses to be open to other machines', () => {
  expect(() => readEnvironment({ HOST: '0.0.0.0' }, true)).toThrow('The demo signs anyone in with one click')
})
