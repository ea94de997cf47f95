import { expect, test } from 'vitest'
import { putClaim, putPiece } from '../claims/claim-world.js'
import { newWorld } from '../world.js'

const world = newWorld()

test('a note that is too long comes back with every word, to be shortened and sent again', async () => {
  const [claim, piece] = [await putClaim(world), await putPiece(world)]
  const address = `/claims/${claim.id}/evidence/${piece.id}`
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: piece.id, bearing: 'for' }).expect(303)
  const note = `They read it twice. ${'And then again. '.repeat(80)}`
  const page = await world.as('sam').post(address, { note, back: `/claims/${claim.id}` })
  expect(page.status).toBe(422)
  expect(page.text).toContain(note.trimEnd())
  expect(page.text).toContain('href="#f-note"')
  expect(page.text).toContain('id="f-note"')
  expect(page.text).toContain(`action="${address}"`)
  expect(page.text).toContain(`name="back" value="/claims/${claim.id}"`)
  await world.as('sam').post(address, { note: 'They read it twice.', back: '' }).expect(303)
})

test('where only the page itself can mend it, what was typed stands there to be copied', async () => {
  const piece = await putPiece(world)
  const page = await world.as('sam').post(`/evidence/${piece.id}/claims`, { claim: '', bearing: 'they argue for it' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Choose a claim')
  expect(page.text).toContain('they argue for it')
  expect(page.text).not.toContain('Send it again')
})
