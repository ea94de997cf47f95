import type { Around } from '../enquiries/around.js'
import { daysAfter } from '../web/now.js'
import { quoted, type WaitingKind } from '../web/waiting.js'
import { plural } from '../words/words.js'
import { claimInWords } from './claims/in-words.js'
import { claimsToAnswer, claimsToPay } from './claims/to-settle.js'
import { saidOf } from './evenings/coming.js'
import { eveningsFor } from './evenings/evenings.js'
import { daysOf, pounds } from './money.js'
import type { ExpenseClaim } from './tables.js'

const most = 10

/** Claims to which somebody says yes or no. */
export const claimsToSayYesTo: WaitingKind<Around> = async ({ db, person }) => {
  const claims = await claimsToAnswer(db, person, person.networkIds)
  return claims.slice(0, most).map(one => ({
    text: claimInWords(one, one.name),
    href: `/networks/${one.networkId}/resources/claims/${one.id}`,
    action: 'Answer the claim',
    networkId: one.networkId,
  }))
}

/** A claim that came back to be mended. */
export const claimsSentBack: WaitingKind<Around> = async ({ db, person }) => {
  const rows = await db
    .selectFrom('expenseClaims')
    .selectAll()
    .where('personId', '=', person.id)
    .where('state', '=', 'sent back')
    .execute()
  return rows
    .filter(one => person.works(one.networkId))
    .map(one => ({
      text: sentBackInWords(one),
      href: `/networks/${one.networkId}/resources/claims/${one.id}`,
      action: 'Look at the claim',
      networkId: one.networkId,
    }))
}

export function sentBackInWords(claim: Pick<ExpenseClaim, 'forWhat' | 'answerWord'>): string {
  return `Your claim for ${quoted(claim.forWhat)} was sent back: ${quoted(claim.answerWord)}`
}

/** What is agreed and not paid yet. */
export const claimsLeftToPay: WaitingKind<Around> = async ({ db, person }) => {
  const found = []
  for (const networkId of person.rolesWith('leads the network').map(role => role.networkId)) {
    const { count, pence } = await claimsToPay(db, person, networkId)
    if (count > 0)
      found.push({
        text: toPayInWords(count, pence),
        href: `/networks/${networkId}/resources/claims?state=agreed`,
        action: 'See the claims',
        networkId,
      })
  }
  return found
}

export function toPayInWords(count: number, pence: number): string {
  return `${plural(count, 'claim is', 'claims are')} agreed and not paid yet, ${pounds(pence)} in all.`
}

/** A school that needs more of an outside colleague’s time. */
export const wishesToAnswer: WaitingKind<Around> = async ({ db, person }) => {
  const led = person.rolesWith('leads the network').map(role => role.networkId)
  if (led.length === 0) return []
  const rows = await db
    .selectFrom('colleagueWishes')
    .innerJoin('outsideColleagues', 'outsideColleagues.id', 'colleagueWishes.colleagueId')
    .innerJoin('schools', 'schools.id', 'colleagueWishes.schoolId')
    .select(['colleagueWishes.id', 'colleagueWishes.halfDays', 'colleagueWishes.schoolId', 'colleagueWishes.askedBy'])
    .select(['outsideColleagues.networkId', 'outsideColleagues.name', 'outsideColleagues.id as colleagueId'])
    .select('schools.name as school')
    .where('outsideColleagues.networkId', 'in', led)
    .where('colleagueWishes.answeredAt', 'is', null)
    .execute()
  return rows
    .filter(one => one.askedBy !== person.id && !person.answersFor(one.schoolId))
    .map(one => ({
      text: `${one.school} wishes for ${daysOf(one.halfDays)} more of ${one.name}’s time.`,
      href: `/networks/${one.networkId}/resources/colleagues/${one.colleagueId}/wishes/${one.id}`,
      action: 'Enter what the circle agrees',
      networkId: one.networkId,
    }))
}

/** A bid whose day comes near. */
export const bidsToSend: WaitingKind<Around> = async ({ db, person, today }) => {
  const led = person.rolesWith('leads the network').map(role => role.networkId)
  if (led.length === 0) return []
  const rows = await db
    .selectFrom('bids')
    .selectAll()
    .where('networkId', 'in', led)
    .where('outcome', '=', 'being written')
    .where('dueOn', '<=', daysAfter(today, 21))
    .where('removedAt', 'is', null)
    .execute()
  return rows.map(one => ({
    text: `The bid to ${one.toWhom} for ${pounds(one.pence)} is being written.`,
    href: `/networks/${one.networkId}/resources/bids/${one.id}`,
    action: 'See the bid',
    due: one.dueOn,
    networkId: one.networkId,
  }))
}

/** A governor is invited to an evening. */
export const eveningsToComeTo: WaitingKind<Around> = async ({ db, person, today }) => {
  const guest = person.networkIds.filter(id => !person.works(id))
  const evenings = await eveningsFor(db, person, guest)
  const said = await saidOf(
    db,
    evenings.map(one => one.id),
    person,
  )
  return evenings
    .filter(one => one.cancelledAt === null && one.heldOn >= today && one.heldOn <= daysAfter(today, 90))
    .filter(one => !said.has(one.id))
    .map(one => ({
      text: `You are invited to “${one.title}”, ${one.starts} to ${one.ends}${one.place ? `, ${one.place}` : ''}. Do you come?`,
      href: `/networks/${one.networkId}/resources/evenings/${one.id}`,
      action: 'Say whether you come',
      due: one.heldOn,
      networkId: one.networkId,
    }))
}
