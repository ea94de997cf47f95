import { inOne } from '../../database.js'
import { findClaim } from '../../claims/claims.js'
import { linkEvidence } from '../../claims/linking/linking.js'
import { linkPassage } from '../../claims/linking/linking-passages.js'
import { makeClaim } from '../../claims/making/making.js'
import { reviseClaim } from '../../claims/revising/revising.js'
import { shareClaim } from '../../claims/sharing/sharing.js'
import { readableTextsOf } from '../../evidence/readable-texts/readable-texts.js'
import type { Claim } from '../material/types.js'
import { type Deed, latest, moment } from './deeds.js'
import { known, type Telling } from './telling.js'

/** Claims are made, the evidence for and against is linked as it comes, wordings are revised, and some are shared. */
export function claimDeeds(telling: Telling): Deed[] {
  return telling.cycle.claims.flatMap(claim => [
    { at: madeAt(claim), act: () => (claim.carried ? findCarried(telling, claim) : make(telling, claim)) },
    ...linking(telling, claim),
    ...quoting(telling, claim),
    ...settling(telling, claim),
  ])
}

/** After the next cycle has begun, at which the claims of the one before are carried into it. */
export function madeAt(claim: Claim): string {
  return moment(claim.on, claim.carried ? '17:50' : '16:35')
}

async function make(telling: Telling, { key, by, claim, revised, ...more }: Claim): Promise<void> {
  const person = await telling.as(by)
  const { strength, sureBecause = '', whatWouldChange } = more
  const words = { claim: revised?.before ?? claim, strength, sureBecause, whatWouldChange }
  const enquiry = await telling.enquiry(person)
  const made = await inOne(telling.house.db, trx => makeClaim(trx, enquiry, person, words))
  telling.claims.set(key, made.id)
}

async function findCarried(telling: Telling, { key }: Claim): Promise<void> {
  const { id } = await telling.house.db
    .selectFrom('claims')
    .select('id')
    .where('carriedFrom', '=', known(telling.before!.claims, key))
    .executeTakeFirstOrThrow()
  telling.claims.set(key, id)
}

function linking(telling: Telling, claim: Claim): Deed[] {
  const sides = [
    ...claim.for.map(key => ({ key, bearing: 'for' as const })),
    ...claim.against.map(key => ({ key, bearing: 'against' as const })),
  ]
  return sides.map(({ key, bearing }) => ({
    at: latest(moment(claim.on, '17:52'), telling.loggedAt(key)),
    act: async () => {
      const person = await telling.as(claim.by)
      const { db } = telling.house
      const found = await findClaim(db, person, known(telling.claims, claim.key))
      const evidence = await telling.piece(person, key)
      await inOne(db, trx => linkEvidence(trx, found, evidence, person, { bearing }))
    },
  }))
}

/** Words that the group points at when it argues. */
function quoting(telling: Telling, claim: Claim): Deed[] {
  const { db } = telling.house
  return (claim.words ?? []).map(({ piece: key, words, bearing, note }) => ({
    at: latest(moment(claim.on, '17:53'), telling.loggedAt(key)),
    act: async () => {
      const person = await telling.as(claim.by)
      const found = await findClaim(db, person, known(telling.claims, claim.key))
      const piece = await telling.piece(person, key)
      const text = (await readableTextsOf(db, piece)).find(one => one.words.replace(/\r/g, '').includes(words))
      if (!text) throw new Error(`The demo’s ${key} does not say “${words}”.`)
      const startsAt = text.words.indexOf(words)
      const place = { startsAt, endsAt: startsAt + words.length }
      await inOne(db, trx =>
        linkPassage(trx, found, piece, text, place, person, { bearing, ...(note ? { note } : {}) }),
      )
    },
  }))
}

function settling(telling: Telling, { key, claim, strength, revised, then = [], sharedOn, by }: Claim): Deed[] {
  const { db } = telling.house
  const deeds: Deed[] = []
  if (revised)
    deeds.push({
      at: moment(revised.on, '17:55'),
      act: async () => {
        const person = await telling.as(revised.by)
        const found = await findClaim(db, person, known(telling.claims, key))
        await inOne(db, trx => reviseClaim(trx, found, person, { claim, strength, because: revised.why }))
      },
    })
  for (const { on, by: reviser, why, ...says } of then)
    deeds.push({
      at: moment(on, '17:55'),
      act: async () => {
        const person = await telling.as(reviser)
        const found = await findClaim(db, person, known(telling.claims, key))
        await inOne(db, trx => reviseClaim(trx, found, person, { ...says, because: why }))
      },
    })
  if (sharedOn)
    deeds.push({
      at: moment(sharedOn, '17:56'),
      act: async () => {
        const person = await telling.as(by)
        await inOne(db, async trx => shareClaim(trx, await findClaim(trx, person, known(telling.claims, key)), person))
      },
    })
  return deeds
}
