import { describe, expect, test } from 'vitest'
import { coverageOf } from '../../src/claims/coverage/coverage.js'
import { newWorld } from '../world.js'
import { putClaim, putPiece, withdraw } from './claim-world.js'

const world = newWorld()

test('a piece is linked from the claim by one press for or against, and a note says why', async () => {
  const claim = await putClaim(world)
  const piece = await putPiece(world, { title: 'The queue at the book box' })
  const picker = await world.as('huw').get(`/claims/${claim.id}/evidence?words=queue&kind=observation`)
  expect(picker.text).toContain('The queue at the book box')
  const back = `/claims/${claim.id}/evidence?words=queue`
  const linked = await world
    .as('huw')
    .post(`/claims/${claim.id}/evidence`, { piece: piece.id, bearing: 'against', back })
  expect(linked.get('location')).toBe(`${back}#piece-${piece.id}`)
  await world.as('sam').post(`/claims/${claim.id}/evidence/${piece.id}`, { note: 'They queued without a friend' })
  const page = await world.as('sadia').get(`/claims/${claim.id}`)
  expect(page.text.indexOf('What speaks against it')).toBeLessThan(page.text.indexOf('The queue at the book box'))
  expect(page.text).toContain('They queued without a friend')
})

test('a piece changes sides, and is unlinked', async () => {
  const claim = await putClaim(world)
  const piece = await putPiece(world)
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: piece.id, bearing: 'for' })
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: piece.id, bearing: 'against' })
  const links = () => world.db.selectFrom('claimEvidence').selectAll().where('claimId', '=', claim.id).execute()
  expect(await links()).toMatchObject([{ evidenceId: piece.id, bearing: 'against' }])
  await world.as('sam').post(`/claims/${claim.id}/evidence/${piece.id}/removal`)
  expect(await links()).toEqual([])
})

test('from a piece, the claim is one press away', async () => {
  const claim = await putClaim(world)
  const piece = await putPiece(world)
  const linked = await world.as('sam').post(`/evidence/${piece.id}/claims`, { claim: claim.id, bearing: 'for' })
  expect(linked.status).toBe(303)
  const list = await world.as('sadia').get('/groups/reading/claims')
  expect(list.text).toContain('One piece of evidence speaks for it')
  expect(list.text).toContain('All that speaks for it comes from one school, St David’s Church Primary')
})

test('neither a private draft nor another group’s piece can be linked', async () => {
  const claim = await putClaim(world)
  const draft = await putPiece(world, { by: 'sam', shared: 'author' })
  const mine = await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: draft.id, bearing: 'for' })
  expect(mine.status).toBe(409)
  const theirs = await world.as('huw').post(`/claims/${claim.id}/evidence`, { piece: draft.id, bearing: 'for' })
  expect(theirs.status).toBe(404)
  const other = await putPiece(world, { group: 'marking', shared: 'network' })
  const wrong = await world.as('sadia').post(`/claims/${claim.id}/evidence`, { piece: other.id, bearing: 'for' })
  expect(wrong.status).toBe(409)
})

test('a button pressed without a side is a sentence, not a fault', async () => {
  const claim = await putClaim(world)
  const piece = await putPiece(world)
  const answer = await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: piece.id, bearing: 'maybe' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Say whether it speaks for the claim or against it')
})

test('a withdrawn piece stays as a gap without a word of it, and the claim shows that it weakened', async () => {
  const claim = await putClaim(world)
  const piece = await putPiece(world, { title: 'A letter to the head' })
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: piece.id, bearing: 'for' })
  await withdraw(world, piece.id)
  const page = await world.as('sam').get(`/claims/${claim.id}`)
  expect(page.text).toContain(`E${piece.number}`)
  expect(page.text).toContain('withdrawn')
  expect(page.text).not.toContain('A letter to the head')
  expect(page.text).not.toContain('A parent asked')
  expect(page.text).toContain('Nothing is linked that speaks for it yet')
  const csv = await world.as('sam').get('/groups/reading/claims.csv')
  expect(csv.text).toContain(`E${piece.number} (withdrawn)`)
})

describe('what a claim rests on', () => {
  const bryn = [{ id: 'bryn', name: 'Ysgol y Bryn' }]
  const weir = [{ id: 'weir', name: 'Weir Lane Primary' }]

  test('several schools, kinds and people, and something against it, leave nothing to ask', () => {
    const speakFor = [
      { kind: 'observation' as const, schools: bryn, loggedBy: 'huw' },
      { kind: 'interview' as const, schools: weir, loggedBy: 'sam' },
    ]
    const coverage = coverageOf(speakFor, [{ kind: 'survey', schools: weir, loggedBy: 'sam' }])
    expect(coverage.schools).toEqual(['Weir Lane Primary', 'Ysgol y Bryn'])
    expect(coverage.kinds).toEqual(['interview', 'observation', 'survey'])
    expect(coverage.warnings).toEqual([])
  })

  test('one person, one school, one kind, and nothing against it are each said', () => {
    const piece = { kind: 'observation' as const, schools: bryn, loggedBy: 'huw' }
    expect(coverageOf([piece, piece], []).warnings.map(one => one.asks)).toEqual([
      'All that speaks for it was gathered by one person',
      'All that speaks for it comes from one school, Ysgol y Bryn',
      'All that speaks for it is of one kind, observation',
      'Nothing against it has been looked for, or found, yet',
    ])
  })
})
