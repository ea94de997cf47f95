import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { beginningOf, dayOf, daysAfter, now } from '../../web/now.js'
import { answersIn, isEmpty, paperOf } from '../answering/papers.js'
import { instrumentIn, itemsOf } from '../instruments/index.js'
import type { Instrument } from '../instruments/instrument.js'
import type { ReviewRound, Stands } from '../tables.js'
import { askedByLink, paperOfLink } from '../links/links.js'
import { askedOf } from './company.js'
import { areFarApart, daysApart } from './nearness.js'
import { fewestAnswers, type Outcome, outcomeOf, type ShownOf, standings } from './outcome.js'
import { aboutRound } from './rounds.js'

/**
 * Closes a round for good. From here on nobody finds their own answers any more: they are written anew, in an order of
 * chance and under names of chance, and what led to them is gone. Of those who stand alike (self, peer, facilitator) a
 * spread is kept where five have answered at least, and where it could not be taken from that of another round; what is
 * not shown is erased unseen.
 */
export async function closeRound(trx: Trx, round: ReviewRound, person: Person): Promise<void> {
  if (!round.openedAt) throw new Conflict('This review is not open yet.')
  const closed = await trx
    .updateTable('reviewRounds')
    .set(eb => ({ closedAt: now(), closedBy: person.id, changedAt: now(), changes: eb('changes', '+', 1) }))
    .where('id', '=', round.id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) throw new Conflict('This review is closed already.')

  const rows = await trx.selectFrom('reviewAnswers').selectAll().where('roundId', '=', round.id).execute()
  const papers = rows.filter(row => !isEmpty(answersIn(row.answers)))
  await rememberWhoAnswered(trx, round, new Set(papers.map(row => row.id)))
  const outcome = await outcomeFrom(trx, round, papers)

  const shuffled = papers
    .filter(row => outcome[row.stands]?.state === 'shown')
    .map(row => ({ ...row, id: newId() }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  await trx.deleteFrom('reviewAnswers').where('roundId', '=', round.id).execute()
  for (const row of shuffled) await trx.insertInto('reviewAnswers').values(row).execute()
  // What was typed by somebody who had been signed out meanwhile would still say whose it is.
  await trx
    .deleteFrom('keptForms')
    .where('address', 'like', `/networks/${round.networkId}/reviews/${round.id}/answer/%`)
    .execute()
  await trx
    .updateTable('reviewRounds')
    .set({ linkSecret: null, outcome: JSON.stringify(outcome) })
    .where('id', '=', round.id)
    .execute()
  await record(trx, { kind: 'review closed', by: person, ...aboutRound(round) })
}

/** That they answered stays known, apart from what: later rounds are held against it, and no page shows it. */
async function rememberWhoAnswered(trx: Trx, round: ReviewRound, papers: ReadonlySet<string>): Promise<void> {
  const asked = await trx.selectFrom('reviewAsked').select('personId').where('roundId', '=', round.id).execute()
  const links = await trx.selectFrom('reviewLinks').select('id').where('roundId', '=', round.id).execute()
  for (const link of links) {
    const answered = papers.has(paperOfLink(round, link)) ? ('done' as const) : null
    await trx.updateTable('reviewLinks').set({ answered }).where('id', '=', link.id).execute()
  }
  const answered = asked.map(one => one.personId).filter(id => papers.has(paperOf(round, id)))
  await trx.updateTable('reviewAsked').set({ answered: null }).where('roundId', '=', round.id).execute()
  for (let from = 0; from < answered.length; from += 400)
    await trx
      .updateTable('reviewAsked')
      .set({ answered: 'done' })
      .where('roundId', '=', round.id)
      .where('personId', 'in', answered.slice(from, from + 400))
      .execute()
}

async function outcomeFrom(trx: Trx, round: ReviewRound, papers: { stands: Stands }[]): Promise<Outcome> {
  const asked = await askedOf(trx, round)
  const outcome: Outcome = {}
  for (const stands of standings.filter(one => asked.some(row => row.stands === one))) {
    const answers = papers.filter(row => row.stands === stands).length
    outcome[stands] = await shownOf(trx, round, stands, answers)
  }
  return outcome
}

async function shownOf(trx: Trx, round: ReviewRound, stands: Stands, answers: number): Promise<ShownOf> {
  if (answers < fewestAnswers) return { state: 'few' }
  const near = await roundsNear(trx, round, stands)
  const companies = [await companyOf(trx, round, stands)]
  for (const one of near) companies.push(await companyOf(trx, one, stands))
  return areFarApart(companies) ? { state: 'shown', answers } : { state: 'near' }
}

/** Who answered, of those who stand alike. */
export async function companyOf(db: Db, round: Pick<ReviewRound, 'id'>, stands: Stands): Promise<Set<string>> {
  const rows = await db
    .selectFrom('reviewAsked')
    .select('personId')
    .where('roundId', '=', round.id)
    .where('stands', '=', stands)
    .where('answered', 'is not', null)
    .execute()
  const links = (await askedByLink(db, round)).filter(one => one.stands === stands && one.answered !== null)
  return new Set([...rows.map(row => row.personId), ...links.map(one => one.key)])
}

/** Rounds of the network that asked some of the same and were closed within the last three hundred days, as far as they are shown. */
export async function roundsNear(db: Db, round: ReviewRound, stands: Stands): Promise<ReviewRound[]> {
  const since = beginningOf(daysAfter(dayOf(now()), -daysApart))
  const rows = await db
    .selectFrom('reviewRounds')
    .selectAll()
    .where('networkId', '=', round.networkId)
    .where('id', '<>', round.id)
    .where('closedAt', '>=', since)
    .execute()
  const ours = instrumentIn(round.instrument)
  return rows.filter(one => outcomeOf(one)[stands]?.state === 'shown' && askTheSame(ours, instrumentIn(one.instrument)))
}

/** Whether two instruments have a statement in common: the same, or one in the same words. */
export function askTheSame(one: Instrument, other: Instrument): boolean {
  const known = new Set(namesOf(other))
  return namesOf(one).some(name => known.has(name))
}

function namesOf(instrument: Instrument): string[] {
  return itemsOf(instrument).flatMap(({ id, words }) => [
    id,
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ])
}
