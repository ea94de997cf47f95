import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { unread } from '../../names/names.js'
import type { Term, Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { reportKind } from '../../termly-reports/short-reports/fields.js'
import { putText, textsOf, textsOfMany } from '../../texts/texts.js'
import { now } from '../../web/now.js'
import { ofTheme } from '../describing/describing.js'
import type { ThemeTerm } from '../tables.js'

/** The texts that a theme writes each term; their owner is the theme and the term. */
export const termTexts = 'theme-term'

export function ownerOfTerm(theme: Pick<Theme, 'id'>, term: Pick<Term, 'id'>): string {
  return `${theme.id}~${term.id}`
}

export async function themeTermOf(db: Db, themeId: string, termId: string): Promise<ThemeTerm> {
  const row = await db
    .selectFrom('themeTerms')
    .selectAll()
    .where('themeId', '=', themeId)
    .where('termId', '=', termId)
    .executeTakeFirst()
  return row ?? { themeId, termId, noteSentAt: null, noteSentBy: null, readingOutAt: null, readingOutBy: null }
}

/** A note that a theme sent to the circle, with its words; the network’s own, with no names of groups in them. */
export interface SentNote {
  themeId: string
  termId: string
  sentAt: string
  sentBy: string | null
  body: string
}

/** The notes that the themes of a network have sent, of one theme or all, of one term or all; the newest first. */
export async function sentNotesOf(
  db: Db,
  of: { networkId: string; themeId?: string; termId?: string },
): Promise<SentNote[]> {
  let query = db
    .selectFrom('themeTerms')
    .innerJoin('themes', 'themes.id', 'themeTerms.themeId')
    .selectAll('themeTerms')
    .where('themes.networkId', '=', of.networkId)
    .where('noteSentAt', 'is not', null)
  if (of.themeId) query = query.where('themeTerms.themeId', '=', of.themeId)
  if (of.termId) query = query.where('themeTerms.termId', '=', of.termId)
  const rows = await query.orderBy('noteSentAt', 'desc').execute()
  const owners = rows.map(row => ownerOfTerm({ id: row.themeId }, { id: row.termId }))
  const texts = await textsOfMany(db, termTexts, owners)
  return rows.map((row, place) => ({
    themeId: row.themeId,
    termId: row.termId,
    sentAt: row.noteSentAt!,
    sentBy: row.noteSentBy,
    body: unread(texts[owners[place]!]?.note?.body ?? ''),
  }))
}

/** The note goes to the network’s research and development circle: from now on everybody who works in the network reads it. */
export async function sendNote(trx: Trx, theme: Theme, term: Term, by: Person): Promise<void> {
  const { note } = await textsOf(trx, termTexts, ownerOfTerm(theme, term))
  if (!unread(note?.body ?? '').trim()) throw new Conflict('There is nothing in the note yet.')
  await setTerm(trx, theme, term, { noteSentAt: now(), noteSentBy: by.id })
  await record(trx, { kind: 'theme note sent', by, ...ofTheme(theme), term: term.id })
}

/** The summary of what groups claim may go out with the termly report, or not any more. */
export async function letReadingOut(trx: Trx, theme: Theme, term: Term, by: Person, out: boolean): Promise<void> {
  const { reading } = await textsOf(trx, termTexts, ownerOfTerm(theme, term))
  if (out && !unread(reading?.body ?? '').trim()) throw new Conflict('There is nothing in the summary yet.')
  await setTerm(
    trx,
    theme,
    term,
    out ? { readingOutAt: now(), readingOutBy: by.id } : { readingOutAt: null, readingOutBy: null },
  )
  const kind = out ? 'cross-group reading may go out' : 'cross-group reading is kept back'
  await record(trx, { kind, by, ...ofTheme(theme), term: term.id })
}

/**
 * What was written for the circle begins the co-leader’s part of the network’s termly report, so that nobody types it twice.
 * @throws Conflict where that part has words already: nothing is written over
 */
export async function beginReportFrom(trx: Trx, theme: Theme, term: Term, by: Person): Promise<void> {
  const field = `theme-${theme.id}`
  const written = unread((await textsOf(trx, reportKind, term.id))[field]?.body ?? '')
  if (written.trim()) throw new Conflict('Your part of the termly report has words already. They stay as they are.')
  const { note } = await textsOf(trx, termTexts, ownerOfTerm(theme, term))
  await putText(trx, { kind: reportKind, owner: term.id, field }, unread(note?.body ?? ''), by)
}

async function setTerm(trx: Trx, theme: Theme, term: Term, set: Partial<ThemeTerm>): Promise<void> {
  const open = { noteSentAt: null, noteSentBy: null, readingOutAt: null, readingOutBy: null }
  await trx
    .insertInto('themeTerms')
    .values({ themeId: theme.id, termId: term.id, ...open, ...set })
    .onConflict(same => same.columns(['themeId', 'termId']).doUpdateSet(set))
    .execute()
}
