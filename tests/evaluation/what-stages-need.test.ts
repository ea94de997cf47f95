import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { actionsOnStage } from '../../src/actions/on-stage.js'
import { adaptAction } from '../../src/actions/schools/schools.js'
import { linkEvidence } from '../../src/claims/linking/linking.js'
import { claimsOnStage } from '../../src/claims/on-stage.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { effectsOnStage } from '../../src/evaluation/on-stage.js'
import { judgeEffect } from '../../src/evaluation/judging.js'
import { findEvidence } from '../../src/evidence/evidence.js'
import { putAction } from '../actions/action-world.js'
import { putClaim, putPiece } from '../claims/claim-world.js'
import { newWorld } from '../world.js'

const world = newWorld()

test('the evidence stage needs a claim with evidence for it, and something against', async () => {
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(world.db, sadia, 'reading')
  const met = async () => (await claimsOnStage.needs!(world.db, enquiry, undefined)).map(need => need.met)
  const claim = await putClaim(world)
  expect(await met()).toEqual([false, false, false])
  for (const bearing of ['for', 'against'] as const) {
    const piece = await findEvidence(world.db, sadia, (await putPiece(world)).id)
    await inOne(world.db, trx => linkEvidence(trx, claim, piece, sadia, { bearing }))
  }
  expect(await met()).toEqual([true, true, false])
  const stage = await world.as('sadia').get('/groups/reading/stages/evidence')
  expect(stage.text).toContain('What we claim so far')
})

test('the action and evaluation stages need each school’s own words and effects', async () => {
  const kasia = await world.person('kasia')
  const enquiry = await findEnquiry(world.db, kasia, 'outdoors')
  const action = await putAction(world)
  const needs = async () => [
    ...(await actionsOnStage.needs!(world.db, enquiry, undefined)),
    ...(await effectsOnStage.needs!(world.db, enquiry, undefined)),
  ]
  expect((await needs()).map(need => need.met)).toEqual([true, false, false])
  for (const school of ['upper-marsh', 'bryn']) {
    await inOne(world.db, trx => adaptAction(trx, action, school, kasia, { adaptation: 'In the yard' }))
    await inOne(world.db, trx =>
      judgeEffect(trx, action, school, kasia, {
        judgement: 'too early to say',
        confidence: 'a hunch',
        whatHappened: 'We have only begun',
      }),
    )
  }
  expect((await needs()).map(need => need.met)).toEqual([true, true, true])
  expect((await world.as('huw').get('/groups/outdoors/stages/action')).text).toContain('What we try')
  expect((await world.as('huw').get('/groups/outdoors/stages/evaluation')).text).toContain('effects-grid')
})

test('a piece’s own page leads to claims and actions', async () => {
  const piece = await putPiece(world, { group: 'outdoors', by: 'huw', school: 'bryn' })
  const page = await world.as('huw').get(`/evidence/${piece.id}`)
  expect(page.text).toContain('Claims it bears on')
  expect(page.text).toContain('Link it to an action')
})
