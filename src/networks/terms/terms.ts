import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { newId, slugOf } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import type { Network, Term } from '../tables.js'

export interface TermDates {
  name: string
  startsOn: string
  endsOn: string
}

/** A network's terms, the newest first. */
export function termsOf(db: Db, networkId: string): Promise<Term[]> {
  return db.selectFrom('terms').selectAll().where('networkId', '=', networkId).orderBy('startsOn', 'desc').execute()
}

/** @throws NotFound when the network has no such term */
export async function findTerm(db: Db, networkId: string, slug: string): Promise<Term> {
  return db
    .selectFrom('terms')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow(() => new NotFound('term'))
}

/** The term that a day falls in; between terms, the one that ended last. */
export async function termOn(db: Db, networkId: string, day = today()): Promise<Term | undefined> {
  return db
    .selectFrom('terms')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('startsOn', '<=', day)
    .orderBy('startsOn', 'desc')
    .executeTakeFirst()
}

/** The term before this one, in the same network. */
export async function termBefore(db: Db, term: Term): Promise<Term | undefined> {
  return db
    .selectFrom('terms')
    .selectAll()
    .where('networkId', '=', term.networkId)
    .where('startsOn', '<', term.startsOn)
    .orderBy('startsOn', 'desc')
    .executeTakeFirst()
}

/** Adds terms; each gets an address from its season and year, such as `autumn-2026`. */
export async function addTerms(db: Db, network: Network, terms: TermDates[]): Promise<void> {
  for (const term of terms) {
    await db
      .insertInto('terms')
      .values({
        ...{ id: newId(), networkId: network.id, slug: await freeSlug(db, network, term.name) },
        ...{ ...term, changedAt: now() },
      })
      .execute()
  }
}

/** Changes the name and the days of a term; its address stays as it is. */
export async function changeTerm(db: Db, term: Term, dates: TermDates): Promise<void> {
  await db
    .updateTable('terms')
    .set(eb => ({ ...dates, sequence: eb('sequence', '+', 1), changedAt: now() }))
    .where('id', '=', term.id)
    .execute()
}

/** The term among these that shares a day with the given dates. */
export function overlapping(terms: (TermDates & { id?: string })[], dates: TermDates, except?: string) {
  return terms.find(term => term.id !== except && dates.startsOn <= term.endsOn && term.startsOn <= dates.endsOn)
}

/** Likely dates for the three terms of the school year that a day falls in (from August on, the year that begins). */
export function likelyTerms(day = today()): TermDates[] {
  const autumn = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 8 ? 1 : 0)
  return [
    { name: `Autumn term ${autumn}`, startsOn: `${autumn}-09-02`, endsOn: `${autumn}-12-18` },
    { name: `Spring term ${autumn + 1}`, startsOn: `${autumn + 1}-01-05`, endsOn: `${autumn + 1}-03-26` },
    { name: `Summer term ${autumn + 1}`, startsOn: `${autumn + 1}-04-13`, endsOn: `${autumn + 1}-07-21` },
  ]
}

/** The term that most likely comes next, so that nobody types what can be guessed. @param terms the newest first */
export function termLikelyNext([newest]: TermDates[]): TermDates | undefined {
  const after = newest?.endsOn ?? ''
  const year = Number(after.slice(0, 4))
  const guesses = after ? [...likelyTerms(after), ...likelyTerms(`${year + 1}-09-01`)] : likelyTerms()
  return guesses.find(term => term.startsOn > after)
}

async function freeSlug(db: Db, network: Network, name: string): Promise<string> {
  const slug = slugOf(name.replace(/\bterm\b/i, ' '))
  const taken = await db
    .selectFrom('terms')
    .select('id')
    .where('networkId', '=', network.id)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return taken ? `${slug}-${newId(4)}` : slug
}
