import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { findEnquiry, type Enquiry } from '../../src/enquiries/enquiry.js'
import { recordConsent, withdrawConsent } from '../../src/evidence/consent/consent.js'
import { evidenceInGroups, evidenceVisibleTo, type Piece, piecesWithIds } from '../../src/evidence/evidence.js'
import { evidenceOf } from '../../src/evidence/listing/listing.js'
import { logEvidence } from '../../src/evidence/logging/logging.js'
import { clearsNamesPupil, marksNamesPupil } from '../../src/evidence/names/naming-a-pupil.js'
import { isAboutDescription, publishable } from '../../src/evidence/sharing/publishable.js'
import { liftRefusal, refuseFor } from '../../src/evidence/consent/refusals.js'
import { pieceSearch } from '../../src/evidence/searching/piece-search.js'
import { narrow, shareOutside, shareWithNetwork, shareWithSchool } from '../../src/evidence/sharing/sharing.js'
import { putBack, withdrawEvidence } from '../../src/evidence/withdrawing/withdrawing.js'
import { Conflict } from '../../src/errors.js'
import { readersOf } from '../../src/groups/readers.js'

import type { Reader } from '../../src/names/reader.js'
import { agreedOn } from '../../src/reach/agreed.js'
import { isGapFor } from '../../src/reach/finding.js'
import { reachOf } from '../../src/reach/reaches.js'
import { refusedContents } from '../../src/reach/refused.js'
import { renewEnded, renewReach } from '../../src/reach/renewing.js'
import { comesUpon, readersOfPiece, waysToGaps } from '../../src/reach/ways.js'
import { newId } from '../../src/web/new-id.js'
import { standStillAt, today } from '../../src/web/now.js'
import { newWorld } from '../world.js'
import { renewAll, wronglyKept } from './kept.js'

const world = newWorld()
const { db } = world
const everybody: Reader[] = []
let sadia: Reader
let enquiry: Enquiry

beforeAll(async () => {
  for (const { id } of await db.selectFrom('people').select('id').execute()) everybody.push(await world.person(id))
  sadia = await world.person('sadia')
  enquiry = await findEnquiry(db, sadia, 'reading')
})
afterAll(async () => {
  standStillAt(null)
  await renewAll(db)
})

/** Days only go forward, from one run to the next too. */
let clock = Date.parse('2026-11-29T12:00:00.000Z')
function passes(days: number): void {
  clock += days * 86_400_000
  standStillAt(new Date(clock).toISOString())
}
const inDays = (days: number) => new Date(clock + days * 86_400_000).toISOString().slice(0, 10)

const audience = fc.constantFrom('unasked', 'group', 'school', 'network', 'outside', 'public')
const at = '2026-11-01T10:00:00.000Z'
const sometimes = fc.option(fc.constant(at), { freq: 3, nil: null })
const school = fc.constantFrom('st-davids', 'weir')

const said = fc.record({
  did: fc.constant('said' as const),
  who: fc.constantFrom('no one', 'pupils', 'adults'),
  audience,
  subject: fc.constantFrom('', 'a boy'),
  lasts: fc.constantFrom(null, null, -1, 0, 1, 20),
})
const chose = fc.record({
  did: fc.constant('chose' as const),
  sharedWithGroupAt: fc.option(fc.constant(at), { freq: 6, nil: null }),
  sharedWithSchoolAt: sometimes,
  sharedWithNetworkAt: sometimes,
  sharedOutsideAt: sometimes,
})

/** Whatever people, and the days, can do to a piece. */
const deed = fc.oneof(
  said,
  chose,
  fc.record({ did: fc.constant('took consent back' as const) }),
  fc.record({
    did: fc.constant('shared' as const),
    how: fc.constantFrom(shareWithSchool, shareWithNetwork, shareOutside),
  }),
  fc.record({ did: fc.constant('narrowed' as const) }),
  fc.record({ did: fc.constant('named a pupil' as const), how: fc.constantFrom(marksNamesPupil, clearsNamesPupil) }),
  fc.record({ did: fc.constant('withdrew' as const) }),
  fc.record({ did: fc.constant('put back' as const) }),
  fc.record({
    did: fc.constant('refused' as const),
    school,
    content: fc.constantFrom(...refusedContents.map(one => one.key)),
    audience: fc.constantFrom('group', 'school', 'network'),
  }),
  fc.record({ did: fc.constant('lifted' as const) }),
  fc.record({
    did: fc.constant('is' as const),
    kind: fc.constantFrom('observation', 'photograph', 'pupil-work', 'interview'),
    schools: fc.uniqueArray(school, { maxLength: 2 }),
  }),
  fc.record({ did: fc.constant('added a file' as const), kind: fc.constantFrom('image', 'sound', 'film', 'text') }),
  fc.record({ did: fc.constant('took files out' as const) }),
  fc.record({ did: fc.constant('a day passed' as const), days: fc.integer({ min: 1, max: 25 }) }),
  fc.record({ did: fc.constant('swept' as const) }),
)
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

test('however things came to be so, SQL, pages, lists, counts and the search index say the same of every person', async () => {
  await fc.assert(
    fc.asyncProperty(said, chose, fc.array(deed, { maxLength: 12 }), async (first, then, deeds) => {
      const id = await logs()
      for (const one of [first, then, ...deeds]) await does(id, one).catch(unlessConflict)
      expect(await wronglyKept(db)).toEqual([])
      await allAgree(id)
      await does(id, { did: 'lifted' })
    }),
    { numRuns: 50 },
  )
}, 600_000)

async function logs(): Promise<string> {
  passes(0)
  const words = { title: '', whatWeSaw: 'They read.', kind: 'observation', stage: 'evidence' } as const
  const logged = { ...words, gatheredOn: today(), schools: ['st-davids'], audience: 'group', capture: null } as const
  return (await inOne(db, trx => logEvidence(trx, enquiry, sadia, { ...logged, schools: [...logged.schools] }))).piece
    .id
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error
}

async function does(id: string, one: Deed): Promise<void> {
  const piece = await pieceOf(id)
  switch (one.did) {
    case 'said':
      return inOne(db, trx =>
        recordConsent(trx, piece, sadia, {
          ...({ who: one.who, audience: one.audience, subject: one.subject } as { who: 'pupils'; audience: 'public' }),
          ...{ givenBy: '', givenOn: today(), wording: '', endsOn: one.lasts === null ? null : inDays(one.lasts) },
        }),
      )
    case 'took consent back':
      return void (await inOne(db, trx => withdrawConsent(trx, piece, sadia, 'By phone')))
    case 'chose': {
      const { did: _, ...chosen } = one
      return changed(id, trx => trx.updateTable('evidence').set(chosen).where('id', '=', id).execute())
    }
    case 'shared':
      return inOne(db, trx => one.how(trx, piece, sadia))
    case 'narrowed':
      return inOne(db, trx => narrow(trx, piece, sadia, 'group'))
    case 'named a pupil':
      return inOne(db, trx => one.how(trx, piece, sadia))
    case 'withdrew':
      return void (await inOne(db, trx => withdrawEvidence(trx, piece, sadia, 'They asked')))
    case 'put back':
      return inOne(db, trx => putBack(trx, piece, sadia))
    case 'refused': {
      const { content, audience } = one
      return inOne(db, trx =>
        refuseFor(trx, { id: one.school, networkId: 'hafren' }, sadia, { content, audience, because: 'Families' }),
      )
    }
    case 'lifted': {
      const all = await db.selectFrom('schoolRefusals').selectAll().where('endedAt', 'is', null).execute()
      for (const row of all)
        await inOne(db, trx => liftRefusal(trx, { id: row.schoolId, networkId: 'hafren' }, sadia, row))
      return
    }
    case 'is':
      return changed(id, async trx => {
        await trx.updateTable('evidence').set({ kind: one.kind }).where('id', '=', id).execute()
        await trx.deleteFrom('evidenceSchools').where('evidenceId', '=', id).execute()
        const rows = one.schools.map(schoolId => ({ evidenceId: id, schoolId }))
        if (rows.length > 0) await trx.insertInto('evidenceSchools').values(rows).execute()
      })
    case 'added a file':
      return changed(id, async trx => {
        const file = newId()
        await trx
          .insertInto('files')
          .values({
            ...{ id: file, kind: one.kind, name: 'a file', mediaType: 'x/y', bytes: 1, sha256: '', storedAs: file },
            ...{ uploadedBy: 'sadia', uploadedAt: at },
          })
          .execute()
        await trx
          .insertInto('evidenceFiles')
          .values({ evidenceId: id, fileId: file, position: 1, removedAt: null })
          .execute()
      })
    case 'took files out':
      return changed(id, trx =>
        trx.updateTable('evidenceFiles').set({ removedAt: at }).where('evidenceId', '=', id).execute(),
      )
    case 'a day passed':
      return passes(one.days)
    case 'swept':
      return void (await inOne(db, trx => renewEnded(trx)))
  }
}

function changed(id: string, change: (trx: Parameters<typeof renewReach>[0]) => Promise<unknown>): Promise<void> {
  return db.transaction().execute(async trx => {
    await change(trx)
    await renewReach(trx, [id])
  })
}

async function pieceOf(id: string): Promise<Piece> {
  return (await piecesWithIds(db, [id]))[0]!
}

async function allAgree(id: string): Promise<void> {
  const piece = await pieceOf(id)
  const placed = { ...piece, schoolIds: piece.schools.map(one => one.id) }
  const agreed = agreedOn(await standing(id), piece.cap ? [piece.cap] : [], today())
  const worked = { ...placed, reach: reachOf(piece, agreed), reachUntil: null }
  const tokens = readersOfPiece(placed, today())
  expect((await pieceSearch.entries(db, [id])).flatMap(entry => entry.readers)).toEqual(tokens)
  for (const person of everybody) {
    const sees = plainly(person, piece, agreed)
    const knows = plainlyKnows(person, piece, agreed)
    const bySql = await evidenceVisibleTo(db, person).select('evidence.id').where('evidence.id', '=', id).execute()
    const gap = await evidenceInGroups(db)
      .select('evidence.id')
      .where('evidence.id', '=', id)
      .where(eb => isGapFor(eb, person))
      .execute()
    const { pieces, total } = await evidenceOf(db, person, enquiry)
    const held = await readersOf(db, person)
    const searched = await pieceSearch.find(db, person, [id])
    const said = {
      sql: bySql.length === 1,
      typescript: comesUpon(person, worked, today()),
      kept: comesUpon(person, placed, today()),
      search: searched.length === 1,
      list: pieces.some(one => one.id === id && !one.gap),
    }
    const is = { sql: sees, typescript: sees, kept: sees, search: sees, list: sees }
    expect([person.id, said]).toEqual([person.id, is])
    if (piece.sharedWithGroupAt) expect([person.id, tokens.some(one => held.includes(one))]).toEqual([person.id, sees])
    else if (sees) expect(held).toEqual(expect.arrayContaining(tokens))
    expect([gap.length === 1, comesUpon(person, worked, today(), waysToGaps)]).toEqual([knows, knows])
    expect([person.id, total]).toEqual([person.id, pieces.length])
  }
  const stops = (await publishable(db, [id], 'public')).filter(one => !isAboutDescription(one))
  expect(stops.length === 0).toBe(worked.reach.startsWith('network') && agreed === 'public')
}

function standing(id: string) {
  return db.selectFrom('consents').selectAll().where('evidenceId', '=', id).where('replacedAt', 'is', null).execute()
}

const rungs = ['withdrawn', 'group', 'school', 'network', 'outside', 'public']

/** The table "Who sees what" (PRODUCT.md), said once more in plain words. */
function plainly(person: Reader, piece: Piece, agreed: string): boolean {
  if (piece.withdrawnAt || agreed === 'withdrawn') return false
  const isMember = person.groups.some(one => one.groupId === piece.groupId && one.role !== 'facilitator')
  const isIn = person.roles.some(one => one.networkId === piece.networkId)
  if (!piece.sharedWithGroupAt) return person.id === piece.loggedBy && (isMember || isIn)
  if (isMember) return true
  if (piece.namesPupilAt) return false
  const covers = (rung: string) => agreed === 'unasked' || rungs.indexOf(agreed) >= rungs.indexOf(rung)
  const works = person.roles.filter(one => !['governor', 'partner', 'adviser'].includes(one.role))
  const inNetwork = works.some(one => one.networkId === piece.networkId)
  const inSchool = works.some(one => piece.schools.some(school => school.id === one.schoolId))
  const helps = person.groups.some(
    one => one.groupId === piece.groupId && one.role === 'facilitator' && (one.until === null || one.until >= today()),
  )
  const toNetwork = piece.sharedWithNetworkAt !== null
  return (
    (toNetwork && covers('network') && inNetwork) ||
    ((toNetwork || piece.sharedWithSchoolAt !== null) && covers('school') && inSchool) ||
    (piece.sharedOutsideAt !== null && covers('outside') && helps)
  )
}

function plainlyKnows(person: Reader, piece: Piece, agreed: string): boolean {
  if (!piece.withdrawnAt && agreed !== 'withdrawn') return false
  const isMember = person.groups.some(one => one.groupId === piece.groupId && one.role !== 'facilitator')
  return person.id === piece.loggedBy || (isMember && piece.sharedWithGroupAt !== null)
}

test('at midnight in London an agreement has ended, for SQL, pages and lists alike, before anything is swept', async () => {
  clock = Date.parse('2027-06-30T22:59:59.000Z')
  passes(0)
  const id = await logs()
  await does(id, { did: 'said', who: 'pupils', audience: 'public', subject: '', lasts: 0 })
  const piece = await pieceOf(id)
  await inOne(db, trx => shareWithNetwork(trx, piece, sadia))
  const nia = await world.person('nia')
  const sees = async () => (await evidenceOf(db, nia, enquiry)).pieces.some(one => one.id === id)
  expect([today(), await sees()]).toEqual(['2027-06-30', true])
  const before = (await evidenceOf(db, nia, enquiry)).total

  standStillAt('2027-06-30T23:00:00.000Z')
  expect([today(), await sees()]).toEqual(['2027-07-01', false])
  expect((await evidenceOf(db, nia, enquiry)).total).toBe(before - 1)
  expect((await pieceOf(id)).reach).toBe('network')
  await allAgree(id)

  expect(await inOne(db, trx => renewEnded(trx))).toBeGreaterThan(0)
  expect((await pieceOf(id)).reach).toBe('group')
  expect(await inOne(db, trx => renewEnded(trx))).toBe(0)
  await allAgree(id)
})
