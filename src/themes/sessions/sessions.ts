import { sql } from 'kysely'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import type { ThemeSession } from '../tables.js'

export type SessionWords = Pick<
  ThemeSession,
  'kind' | 'title' | 'about' | 'ledBy' | 'schoolId' | 'place' | 'startsAt' | 'endsAt'
>

/** A session with its school and how many come. */
export interface SessionInView extends ThemeSession {
  school: string | null
  coming: number
  came: number
}

/** The sessions of a theme, one page of them: what is to come by its day, or what was, the newest first. */
export async function sessionsOf(
  db: Db,
  themeId: string,
  which: 'ahead' | 'past',
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: SessionInView[]; total: number }> {
  const query = db
    .selectFrom('themeSessions')
    .where('themeId', '=', themeId)
    .where('endsAt', which === 'ahead' ? '>=' : '<', now())
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await inView(db)
    .where('themeId', '=', themeId)
    .where('endsAt', which === 'ahead' ? '>=' : '<', now())
    .orderBy('startsAt', which === 'ahead' ? 'asc' : 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows: rows.map(counted), total: Number(total) }
}

/** Every session of a network's themes, by its day. */
export async function sessionsOfNetwork(db: Db, networkId: string): Promise<(SessionInView & { theme: string })[]> {
  const rows = await inView(db)
    .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
    .select('themes.name as theme')
    .where('themes.networkId', '=', networkId)
    .orderBy('startsAt')
    .execute()
  return rows.map(row => ({ ...counted(row), theme: row.theme }))
}

/** @throws NotFound */
export async function findSession(db: Db, theme: Theme, id: string): Promise<SessionInView> {
  const row = await inView(db)
    .where('themeId', '=', theme.id)
    .where('themeSessions.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('session'))
  return counted(row)
}

function inView(db: Db) {
  return db
    .selectFrom('themeSessions')
    .leftJoin('schools', 'schools.id', 'themeSessions.schoolId')
    .selectAll('themeSessions')
    .select('schools.name as school')
    .select([
      sql<number>`(select count(*) from theme_session_people as one
        where one.session_id = theme_sessions.id and one.withdrew_at is null)`.as('coming'),
      sql<number>`(select count(*) from theme_session_people as one
        where one.session_id = theme_sessions.id and one.came_at is not null)`.as('came'),
    ])
}

function counted<Row extends { coming: number; came: number }>(row: Row): Row {
  return { ...row, coming: Number(row.coming), came: Number(row.came) }
}

/** Somebody who comes to a session, or came. */
export interface ComesTo {
  id: string
  name: string
  came: boolean
}

/** Those who said that they come and did not take it back, by name. */
export async function whoComesTo(db: Db, sessionId: string): Promise<ComesTo[]> {
  const rows = await db
    .selectFrom('themeSessionPeople')
    .innerJoin('people', 'people.id', 'themeSessionPeople.personId')
    .select(['people.id', 'people.name', 'themeSessionPeople.cameAt'])
    .where('sessionId', '=', sessionId)
    .where('withdrewAt', 'is', null)
    .execute()
  return rows.map(({ id, name, cameAt }) => ({ id, name, came: cameAt !== null })).sort(byName)
}

export async function planSession(trx: Trx, theme: Theme, by: Person, words: SessionWords): Promise<string> {
  const id = newId()
  const open = { cancelledAt: null, cancelledBy: null, toldAt: null, toldBy: null }
  await trx
    .insertInto('themeSessions')
    .values({ id, themeId: theme.id, ...words, plannedAt: now(), plannedBy: by.id, changedAt: now(), ...open })
    .execute()
  await record(trx, { kind: 'theme session planned', by, ...ofSession(theme, { id }) })
  return id
}

export async function changeSession(
  trx: Trx,
  theme: Theme,
  session: ThemeSession,
  by: Person,
  words: SessionWords,
): Promise<void> {
  if (session.cancelledAt) throw new Conflict('This session was cancelled.')
  await trx
    .updateTable('themeSessions')
    .set({ ...words, changedAt: now(), sequence: session.sequence + 1 })
    .where('id', '=', session.id)
    .execute()
  await record(trx, { kind: 'theme session changed', by, ...ofSession(theme, session) })
}

export async function cancelSession(
  trx: Trx,
  theme: Theme,
  session: ThemeSession,
  by: Person,
  because: string,
): Promise<void> {
  if (session.cancelledAt) throw new Conflict('This session was cancelled already.')
  if (session.toldAt) throw new Conflict('This session has taken place.')
  await trx
    .updateTable('themeSessions')
    .set({ cancelledAt: now(), cancelledBy: by.id, cancelledBecause: because })
    .set({ changedAt: now(), sequence: session.sequence + 1 })
    .where('id', '=', session.id)
    .execute()
  await record(trx, { kind: 'theme session cancelled', by, ...ofSession(theme, session) })
}

/** Who came, and what came of it; said again, the newer words count. @param came ids of those who had said they would */
export async function tellOfSession(
  trx: Trx,
  theme: Theme,
  session: ThemeSession,
  by: Person,
  { came, othersCame, cameOfIt }: { came: string[]; othersCame: number; cameOfIt: string },
): Promise<void> {
  if (session.cancelledAt) throw new Conflict('This session was cancelled.')
  if (session.startsAt > now()) throw new Conflict('This session has not begun yet.')
  for (const { id } of await whoComesTo(trx, session.id))
    await trx
      .updateTable('themeSessionPeople')
      .set({ cameAt: came.includes(id) ? now() : null })
      .where('sessionId', '=', session.id)
      .where('personId', '=', id)
      .execute()
  await trx
    .updateTable('themeSessions')
    .set({ toldAt: now(), toldBy: by.id, othersCame, cameOfIt })
    .where('id', '=', session.id)
    .execute()
  await record(trx, { kind: 'theme session told of', by, ...ofSession(theme, session) })
}

/** Somebody says that they come, as long as it lies ahead. */
export async function sayComing(trx: Trx, theme: Theme, session: ThemeSession, person: Person): Promise<void> {
  refuseOver(session)
  await trx
    .insertInto('themeSessionPeople')
    .values({ sessionId: session.id, personId: person.id, comingAt: now(), withdrewAt: null, cameAt: null })
    .onConflict(same => same.columns(['sessionId', 'personId']).doUpdateSet({ comingAt: now(), withdrewAt: null }))
    .execute()
  await record(trx, { kind: 'coming to a theme session', by: person, ...atSession(theme, session) })
}

export async function sayNotComing(trx: Trx, theme: Theme, session: ThemeSession, person: Person): Promise<void> {
  refuseOver(session)
  await trx
    .updateTable('themeSessionPeople')
    .set({ withdrewAt: now() })
    .where('sessionId', '=', session.id)
    .where('personId', '=', person.id)
    .execute()
  await record(trx, { kind: 'not coming to a theme session', by: person, ...atSession(theme, session) })
}

function refuseOver(session: ThemeSession): void {
  if (session.cancelledAt) throw new Conflict('This session was cancelled.')
  if (session.endsAt < now()) throw new Conflict('This session is over.')
}

function atSession(theme: Theme, { id }: Pick<ThemeSession, 'id'>) {
  return { networkId: theme.networkId, aboutKind: 'theme session', aboutId: id }
}

function ofSession(theme: Theme, session: Pick<ThemeSession, 'id'>) {
  return { ...atSession(theme, session), theme: theme.id }
}
