import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { findEvidence } from '../../src/evidence/evidence.js'
import { recordConsent } from '../../src/evidence/consent/consent.js'
import { textOf } from '../../src/documents/to-text.js'
import { documentOfReport } from '../../src/termly-reports/telling/document-of.js'
import { shareWithNetwork } from '../../src/evidence/sharing/sharing.js'
import { addReference } from '../../src/knowledge/references/adding.js'
import { workFrom } from '../../src/knowledge/references/work.js'
import { log } from '../evidence/real-files.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'
import { reportInMaking } from '../../src/termly-reports/report-in-making.js'
import { knownPartsWith } from '../../src/termly-reports/arranging/parts.js'

const world = newWorld()
const { db } = world
const sadia = await world.person('sadia')
const enquiry = await findEnquiry(db, sadia, 'reading')
const work = (family: string, title: string, year: number) =>
  inOne(db, trx =>
    addReference(trx, enquiry, sadia, workFrom({ type: 'book', title, author: [{ family }], issued: [year] })!),
  )
const clark = await work('Clark', 'Reading for pleasure', 2006)
const deci = await work('Deci', 'Rewards', 1999)
await work('Never', 'Nobody cites this', 2000)
const words = `It is what @${clark.key} says, and what [@${deci.key}, p. 7] doubts.`

test('the words of a piece, a comment and an answer name the works that they cite, and lead those in the group to them', async () => {
  const id = await log(world.as('sam'), { title: 'What we read into it', whatWeSaw: words, audience: 'group' })
  await world.as('huw').post(`/evidence/${id}/comments`, { kind: 'challenge', words: `But see @${deci.key}.` })
  const page = (await world.as('sam').get(`/evidence/${id}`)).text
  expect(page).toMatch(new RegExp(`href="/references/${clark.id}"[^>]*>[^<]*Clark`))
  expect(page).toContain('p. 7')
  const comment = page.slice(page.indexOf('id="comments"'))
  expect(comment).toMatch(/But see .*Deci.*1999/)
  expect(comment).toContain(`href="/references/${deci.id}"`)
  expect(page).not.toContain(`@${clark.key}`)

  const sam = await world.person('sam')
  const nobody = { who: 'no one', audience: 'public', givenBy: '', givenOn: '2026-11-20', wording: '' } as const
  await inOne(db, async trx => recordConsent(trx, await findEvidence(trx, sadia, id), sam, nobody))
  await inOne(db, async trx => shareWithNetwork(trx, await findEvidence(trx, sadia, id), sam))
  const outside = (await world.as('alys').get(`/evidence/${id}`)).text
  expect(outside).toContain('Clark')
  expect(outside).not.toContain('/references/')
})

test('a claim names them where it is made, on the page of its stage, and in its history', async () => {
  const made = await world.as('sadia').post('/groups/reading/claims', {
    ...{ claim: 'Choosing makes quiet readers read on.', strength: 'a hunch', sureBecause: words, whatWouldChange: '' },
  })
  const claim = String(made.headers.location)
  for (const at of [claim, '/groups/reading/claims', '/groups/reading/stages/evidence']) {
    const whole = (await world.as('sadia').get(at)).text
    // On a stage, the claims begin here; a card of a piece shows its first words as they were typed.
    const page = whole.slice(Math.max(0, whole.indexOf('id="claims"')))
    expect([at, page.includes('It is what @'), page.includes('Clark')]).toEqual([at, false, true])
  }
})

test('the reasons of a recommendation name them, for the head who is asked too, who is not led to them', async () => {
  const made = await world.as('sadia').post('/groups/reading/recommendations', {
    ...{ recommendation: 'Let them choose.', reasons: words, cost: '', releaseDays: '' },
  })
  const address = String(made.headers.location)
  expect((await world.as('sadia').get(address)).text).toContain(`href="/references/${clark.id}"`)
  expect((await world.as('sadia').post(`${address}/sending`, { schools: 'weir' })).status).toBe(303)
  for (const at of [address, `${address}/responses/weir`]) {
    const page = await world.as('imran').get(at)
    expect([at, page.status, page.text.includes('Clark')]).toEqual([at, 200, true])
    expect(page.text).not.toContain('/references/')
  }
})

test('a group’s term report names them, and the network’s report lists them after everything', async () => {
  const term = await db.selectFrom('terms').selectAll().where('id', '=', 'hafren-autumn-2026').executeTakeFirstOrThrow()
  const at = new Date().toISOString()
  await db
    .insertInto('texts')
    .values({
      ...{ id: 'told', kind: 'short-report', owner: `reading~${term.id}`, field: 'learned', body: words },
      ...{ version: 1, savedAt: at, savedBy: 'sadia' },
    })
    .execute()
  await db
    .insertInto('shortReports')
    .values({
      ...{ id: 'sent', groupId: 'reading', termId: term.id, releaseDays: null, begunAt: at, begunBy: 'sadia' },
      ...{ sentAt: at, sentBy: 'sadia' },
    })
    .execute()
  await renewAll(db)
  const network = await db.selectFrom('networks').selectAll().where('id', '=', 'hafren').executeTakeFirstOrThrow()
  const text = textOf(await documentOfReport(reportInMaking(db, network, term, knownPartsWith([]))))
  expect(text).toMatch(/It is what Clark \(2006\) says, and what \(Deci, 1999, p\. 7\) doubts/)
  expect(text).toMatch(/What we read\s+Clark[^]*Reading for pleasure[^]*Deci[^]*Rewards/)
  expect(text).not.toContain('Nobody cites this')
})
