import { inTheSameWords } from '../database/in-the-same-words.js'
import type { Around } from '../enquiries/around.js'
import { daysAfter } from '../web/now.js'
import { quoted, waits } from '../web/waiting.js'
import { plural } from '../words/words.js'
import { claimInWords } from './claims/in-words.js'
import { claimsAgreed, claimsSentTo, thoseToAnswer, whereTheyAnswer } from './claims/to-settle.js'
import { eveningsFor } from './evenings/evenings.js'
import { daysOf, pounds } from './money.js'
import type { ExpenseClaim } from './tables.js'

const most = 10

/** Claims to which somebody says yes or no. */
export const claimsToSayYesTo = waits({
  asks: inTheSameWords(
    ({ person }: Around) => whereTheyAnswer(person, person.networkIds),
    (db, slots) => claimsSentTo(db, slots),
  ),
  async says(rows, { db, person }) {
    const claims = await thoseToAnswer(db, person, rows)
    return claims.slice(0, most).map(one => ({
      text: claimInWords(one, one.name),
      href: `/networks/${one.networkId}/resources/claims/${one.id}`,
      action: 'Answer the claim',
      networkId: one.networkId,
    }))
  },
})

/** A claim that came back to be mended. */
export const claimsSentBack = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db.selectFrom('expenseClaims').selectAll().where('personId', '=', me).where('state', '=', 'sent back'),
  ),
  says: (rows, { person }) =>
    rows
      .filter(one => person.works(one.networkId))
      .map(one => ({
        text: sentBackInWords(one),
        href: `/networks/${one.networkId}/resources/claims/${one.id}`,
        action: 'Look at the claim',
        networkId: one.networkId,
      })),
})

export function sentBackInWords(claim: Pick<ExpenseClaim, 'forWhat' | 'answerWord'>): string {
  return `Your claim for ${quoted(claim.forWhat)} was sent back: ${quoted(claim.answerWord)}`
}

/** What is agreed and not paid yet. */
export const claimsLeftToPay = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ led: networksLed(person) }),
    (db, { led }) => claimsAgreed(db, led).select('networkId').groupBy('networkId'),
  ),
  says: (rows, { person }) =>
    networksLed(person)
      .flatMap(id => rows.filter(row => row.networkId === id))
      .map(({ networkId, count, pence }) => ({
        text: toPayInWords(Number(count), Number(pence ?? 0)),
        href: `/networks/${networkId}/resources/claims?state=agreed`,
        action: 'See the claims',
        networkId,
      })),
})

export function toPayInWords(count: number, pence: number): string {
  return `${plural(count, 'claim is', 'claims are')} agreed and not paid yet, ${pounds(pence)} in all.`
}

/** A school that needs more of an outside colleague’s time. */
export const wishesToAnswer = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ led: networksLed(person) }),
    (db, { led }) =>
      db
        .selectFrom('colleagueWishes')
        .innerJoin('outsideColleagues', 'outsideColleagues.id', 'colleagueWishes.colleagueId')
        .innerJoin('schools', 'schools.id', 'colleagueWishes.schoolId')
        .select([
          'colleagueWishes.id',
          'colleagueWishes.halfDays',
          'colleagueWishes.schoolId',
          'colleagueWishes.askedBy',
        ])
        .select(['outsideColleagues.networkId', 'outsideColleagues.name', 'outsideColleagues.id as colleagueId'])
        .select('schools.name as school')
        .where('outsideColleagues.networkId', 'in', led)
        .where('colleagueWishes.answeredAt', 'is', null),
  ),
  says: (rows, { person }) =>
    rows
      .filter(one => one.askedBy !== person.id && !person.answersFor(one.schoolId))
      .map(one => ({
        text: `${one.school} wishes for ${daysOf(one.halfDays)} more of ${one.name}’s time.`,
        href: `/networks/${one.networkId}/resources/colleagues/${one.colleagueId}/wishes/${one.id}`,
        action: 'Enter what the circle agrees',
        networkId: one.networkId,
      })),
})

/** A bid whose day comes near. */
export const bidsToSend = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ led: networksLed(person), soon: daysAfter(today, 21) }),
    (db, { led, soon }) =>
      db
        .selectFrom('bids')
        .selectAll()
        .where('networkId', 'in', led)
        .where('outcome', '=', 'being written')
        .where('dueOn', '<=', soon)
        .where('removedAt', 'is', null),
  ),
  says: rows =>
    rows.map(one => ({
      text: `The bid to ${one.toWhom} for ${pounds(one.pence)} is being written.`,
      href: `/networks/${one.networkId}/resources/bids/${one.id}`,
      action: 'See the bid',
      due: one.dueOn,
      networkId: one.networkId,
    })),
})

/** A governor is invited to an evening. */
export const eveningsToComeTo = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({
      me: person.id,
      guest: networksVisited(person),
      today,
      until: daysAfter(today, 90),
    }),
    (db, { me, guest, today, until }) =>
      db
        .selectFrom('dataEvenings')
        .select('dataEvenings.id')
        .where('dataEvenings.networkId', 'in', guest)
        .where('dataEvenings.cancelledAt', 'is', null)
        .where('dataEvenings.heldOn', '>=', today)
        .where('dataEvenings.heldOn', '<=', until)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('eveningAnswers')
                .select('eveningAnswers.eveningId')
                .whereRef('eveningAnswers.eveningId', '=', 'dataEvenings.id')
                .where('eveningAnswers.personId', '=', me),
            ),
          ),
        ),
  ),
  async says(open, { db, person }) {
    const evenings = await eveningsFor(db, person, networksVisited(person))
    return evenings
      .filter(one => open.some(other => other.id === one.id))
      .map(one => ({
        text: `You are invited to “${one.title}”, ${one.starts} to ${one.ends}${one.place ? `, ${one.place}` : ''}. Do you come?`,
        href: `/networks/${one.networkId}/resources/evenings/${one.id}`,
        action: 'Say whether you come',
        due: one.heldOn,
        networkId: one.networkId,
      }))
  },
})

function networksLed(person: Around['person']): string[] {
  return person.rolesWith('leads the network').map(role => role.networkId)
}

/** Networks in which somebody does not work. */
function networksVisited(person: Around['person']): string[] {
  return person.networkIds.filter(id => !person.works(id))
}
