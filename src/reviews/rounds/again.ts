import type { Db } from '../../database.js'
import type { ReviewRound, Stands } from '../tables.js'
import type { PersonToAsk } from './company.js'

/** Those who were asked before: people by their accounts, outsiders by a link, each as they stood towards the company. */
export interface AskedBefore {
  people: { id: string; stands: Stands }[]
  byLink: { email: string; name: string; stands: Exclude<Stands, 'self'> }[]
}

/** Whom a round asked, as far as they are still here. @param inReach the network’s own whom a review can ask now */
export async function askedBefore(db: Db, round: ReviewRound, inReach: PersonToAsk[]): Promise<AskedBefore> {
  const here = new Set(inReach.map(one => one.id))
  const people = await db
    .selectFrom('reviewAsked')
    .innerJoin('people', 'people.id', 'reviewAsked.personId')
    .select(['people.id', 'reviewAsked.stands'])
    .where('roundId', '=', round.id)
    .where('people.disabledAt', 'is', null)
    .execute()
  const links = await db
    .selectFrom('reviewLinks')
    .select(['email', 'name', 'stands'])
    .where('roundId', '=', round.id)
    .execute()
  return {
    people: people.filter(one => one.stands !== 'self' || here.has(one.id)),
    byLink: links.flatMap(({ stands, ...one }) => (stands === 'self' ? [] : [{ ...one, stands }])),
  }
}
