import { beforeAll, expect, test } from 'vitest'
import { lookupIn, piecesToCite } from '../../src/write-ups/document/citing.js'
import { linkPassage } from '../../src/claims/linking/linking-passages.js'
import { claimInView } from '../../src/claims/claims.js'
import { inOne } from '../../src/database.js'
import { findEvidence } from '../../src/evidence/evidence.js'
import { readableTextsOf } from '../../src/evidence/readable-texts/readable-texts.js'
import { chosenBy } from '../../src/names/names.js'
import { putClaim } from '../claims/claim-world.js'
import { newWorld } from '../world.js'
import { logPiece, type Logged } from './writing.js'

const world = newWorld()
const words = 'He waited at the shelf until somebody else had chosen, and then he took the same one.'
let piece: Logged

beforeAll(async () => {
  piece = await logPiece(world, { title: 'At the shelf', words, kind: 'interview' })
})

async function edited(person: string, more: Record<string, string> = {}) {
  const { version } = await world.db
    .selectFrom('evidence')
    .select('version')
    .where('id', '=', piece.id)
    .executeTakeFirstOrThrow()
  const whole = { title: 'At the shelf', whatWeSaw: words, kind: 'interview', stage: 'evidence' }
  return world.as(person).post(`/evidence/${piece.id}/edit`, {
    ...{ ...whole, gatheredOn: '2026-03-05', version: String(version), speaker: 'parent' },
    ...{ elsewhere: 'Leith Primary', schools: '' },
    ...more,
  })
}

async function referred(enquiryId = 'reading-1') {
  const pieces = await piecesToCite(world.db, 'reading', await chosenBy(world.db, 'reading'), enquiryId)
  return lookupIn(pieces)(piece.label)!
}

test('its author says who speaks in it and where it comes from; the group reads both', async () => {
  expect((await edited('sadia')).status).toBe(303)
  const page = (await world.as('sam').get(`/evidence/${piece.id}`)).text
  expect(page).toContain('A parent or carer')
  expect(page).toContain('Leith Primary')
  expect((await edited('sam')).status).toBe(403)
  expect((await edited('kasia')).status).toBe(404)
  const wrong = await edited('sadia', { speaker: 'Mrs Jones' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Choose who speaks in it')
})

test('a quotation says the role and that it comes from elsewhere, and names neither person nor place', async () => {
  expect((await referred()).quoteBy).toBe('A parent or carer; interview, elsewhere')
  expect((await referred('another-cycle')).quoteBy).toBe('A parent or carer; interview, elsewhere, from cycle 1')
})

test('a passage that was cut out of its sentence shows where', async () => {
  const sadia = await world.person('sadia')
  const found = await findEvidence(world.db, sadia, piece.id)
  const [text] = await readableTextsOf(world.db, found)
  const claim = await putClaim(world, 'Children read what others read')
  const quoted = 'until somebody else had chosen'
  const startsAt = words.indexOf(quoted)
  for (const place of [
    { startsAt, endsAt: startsAt + quoted.length },
    { startsAt: 0, endsAt: words.length },
  ])
    await inOne(world.db, trx => linkPassage(trx, claim, found, text!, place, sadia, { bearing: 'for', note: '' }))
  const passages = (await referred()).passages!
  expect([...passages.values()].sort()).toEqual([words, `… ${quoted} …`].sort())

  const { coverage } = await claimInView(world.db, sadia, claim)
  expect(coverage.elsewhere).toBe(1)
  expect(coverage.bySchool).toEqual([{ name: 'Elsewhere', for: 1, against: 0 }])
  expect(coverage.warnings.map(one => one.asks)).not.toContainEqual(expect.stringContaining('one school'))
})
