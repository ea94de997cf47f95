import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { hashOfToken, newId, newToken } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { CalendarFeed } from '../tables.js'
import type { FeedChoice } from './choices.js'

/** One for each of their devices and groups is plenty; more than that is a mistake somewhere. */
export const mostFeeds = 30

/** The addresses at which somebody’s calendars are read elsewhere now, the newest first. */
export function feedsOf(db: Db, person: Person): Promise<CalendarFeed[]> {
  return db
    .selectFrom('calendarFeeds')
    .selectAll()
    .where('personId', '=', person.id)
    .where('endedAt', 'is', null)
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .execute()
}

/** @throws NotFound for what is somebody else’s, or has ended */
export async function findFeed(db: Db, person: Person, id: string): Promise<CalendarFeed> {
  const feed = (await feedsOf(db, person)).find(one => one.id === id)
  if (!feed) throw new NotFound('address of a calendar')
  return feed
}

/**
 * Makes a secret address. Only its hash is stored: show it now or never.
 * @returns its id and its secret @throws Conflict when they have a great many already
 */
export async function makeFeed(
  trx: Trx,
  person: Person,
  { of, networkId, groupId }: FeedChoice,
): Promise<{ id: string; token: string }> {
  if ((await feedsOf(trx, person)).length >= mostFeeds)
    throw new Conflict(`You have ${mostFeeds} addresses already. End one that you do not use any more.`)
  const { id, token } = { id: newId(), token: newToken() }

  await trx
    .insertInto('calendarFeeds')
    .values({
      ...{ id, personId: person.id, of, networkId, groupId, tokenHash: hashOfToken(token) },
      ...{ madeAt: now(), renewedAt: null, endedAt: null },
    })
    .execute()
  await record(trx, {
    kind: 'calendar address made',
    by: person,
    networkId,
    aboutKind: 'calendar address',
    aboutId: id,
  })

  return { id, token }
}

/** A new secret in the place of the one before, which leads nowhere from now on. @returns the new one */
export async function renewFeed(trx: Trx, person: Person, feed: CalendarFeed): Promise<string> {
  const token = newToken()
  await trx
    .updateTable('calendarFeeds')
    .set({ tokenHash: hashOfToken(token), renewedAt: now() })
    .where('id', '=', feed.id)
    .execute()
  await record(trx, { kind: 'calendar address renewed', by: person, ...about(feed) })
  return token
}

export async function endFeed(trx: Trx, person: Person, feed: CalendarFeed): Promise<void> {
  await trx.updateTable('calendarFeeds').set({ endedAt: now() }).where('id', '=', feed.id).execute()
  await record(trx, { kind: 'calendar address ended', by: person, ...about(feed) })
}

function about({ id, networkId }: CalendarFeed) {
  return { networkId, aboutKind: 'calendar address', aboutId: id }
}

/** What a secret leads to. One that is unknown, was renewed or has ended is all the same: nothing. @throws NotFound */
export async function feedBySecret(db: Db, token: string): Promise<CalendarFeed> {
  const feed = await db
    .selectFrom('calendarFeeds')
    .selectAll()
    .where('tokenHash', '=', hashOfToken(token))
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (!feed) throw new NotFound('page')
  return feed
}
