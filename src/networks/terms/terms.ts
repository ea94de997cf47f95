import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { newId, slugOf } from '../../web/new-id.js'
import { daysAfter, now, today } from '../../web/now.js'
import type { Network, Term } from '../tables.js'
import { type BreakDates, keepBreaks } from './breaks.js'

export interface TermDates {
  name: string
  startsOn: string
  endsOn: string
  /** Half terms and holidays within it. */
  breaks: BreakDates[]
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
export async function addTerms(trx: Trx, network: Network, terms: TermDates[]): Promise<void> {
  for (const { breaks, ...term } of terms) {
    const id = newId()
    const slug = await freeSlug(trx, network, term.name)
    await trx
      .insertInto('terms')
      .values({ ...term, id, networkId: network.id, slug, changedAt: now() })
      .execute()
    await keepBreaks(trx, { id }, breaks)
  }
}

/** Changes the name and the days of a term; its address stays as it is. */
export async function changeTerm(trx: Trx, term: Term, { breaks, ...dates }: TermDates): Promise<void> {
  await trx
    .updateTable('terms')
    .set(eb => ({ ...dates, sequence: eb('sequence', '+', 1), changedAt: now() }))
    .where('id', '=', term.id)
    .execute()
  await keepBreaks(trx, term, breaks)
}

/** The term among these that shares a day with the given dates. */
export function overlapping<Days extends { startsOn: string; endsOn: string; id?: string }>(
  terms: Days[],
  dates: { startsOn: string; endsOn: string },
  except?: string,
): Days | undefined {
  return terms.find(
    term =>
      (except === undefined || term.id !== except) && dates.startsOn <= term.endsOn && term.startsOn <= dates.endsOn,
  )
}

/** Likely dates for the three terms of the school year that a day falls in (from August on, the year that begins). */
export function likelyTerms(day = today()): TermDates[] {
  const autumn = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 8 ? 1 : 0)
  const spring = autumn + 1
  return [
    { ...likely('Autumn', `${autumn}-09-02`, `${autumn}-12-18`), breaks: [halfTermFrom(`${autumn}-10-23`)] },
    { ...likely('Spring', `${spring}-01-05`, `${spring}-03-26`), breaks: [halfTermFrom(`${spring}-02-11`)] },
    { ...likely('Summer', `${spring}-04-13`, `${spring}-07-21`), breaks: [halfTermFrom(`${spring}-05-25`)] },
  ]
}

function likely(season: string, startsOn: string, endsOn: string) {
  return { name: `${season} term ${startsOn.slice(0, 4)}`, startsOn, endsOn }
}

/** A school week of holiday: the first one that begins on this day or later. */
function halfTermFrom(day: string): BreakDates {
  const monday = daysAfter(day, (8 - new Date(`${day}T12:00:00Z`).getUTCDay()) % 7)
  return { name: 'Half term', startsOn: monday, endsOn: daysAfter(monday, 4) }
}

/** The term that most likely comes next, so that nobody types what can be guessed. @param terms the newest first */
export function termLikelyNext([newest]: Pick<Term, 'endsOn'>[]): TermDates | undefined {
  if (!newest) return likelyTerms()[0]
  const thisYear = likelyTerms(newest.endsOn)
  const nextYear = likelyTerms(thisYear.at(-1)!.endsOn.replace(/-.*/, '-09-01'))
  return [...thisYear, ...nextYear].find(term => term.startsOn > newest.endsOn)
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
