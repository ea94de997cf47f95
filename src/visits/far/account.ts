import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { type Saved, saveText, textsOf } from '../../texts/texts.js'
import { now } from '../../web/now.js'
import { aboutVisit } from '../as-fact.js'
import { boxes } from '../notes/boxes.js'
import { type ShownNote, withWords } from '../notes/notes.js'
import type { Visit } from '../tables.js'

export const accountKind = 'visit-account'
export const accountField = 'account'

const placeOf = (visitId: string) => ({ kind: accountKind, owner: visitId, field: accountField })

/** The account as it stands; it is the network’s own, and no group has names in it. */
export async function accountOf(db: Db, visit: Pick<Visit, 'id'>): Promise<Saved | undefined> {
  return unread(await textsOf(db, accountKind, visit.id))[accountField]
}

/** The notes that their authors let the company or the network read. */
export async function notesReleased(db: Db, visit: Pick<Visit, 'id'>): Promise<ShownNote[]> {
  const rows = await db
    .selectFrom('visitNotes')
    .selectAll()
    .where('visitId', '=', visit.id)
    .where('audience', 'in', ['host', 'network'])
    .execute()
  return withWords(db, rows)
}

/** What can be begun with: the notes box by box, each with its author. */
export function fromNotes(notes: ShownNote[]): string {
  return boxes
    .flatMap(({ box, label }) => {
      const said = notes.filter(one => one.box === box)
      if (said.length === 0) return []
      return [`## ${label}`, ...said.map(one => `${one.words.trim()}\n\n*${one.name}*`)]
    })
    .join('\n\n')
}

/** Puts the notes behind what is written already. @throws Conflict where nobody has released one */
export async function beginFromNotes(trx: Trx, visit: Visit, person: Person): Promise<void> {
  const words = fromNotes(await notesReleased(trx, visit))
  if (words === '') throw new Conflict('Nobody has released a note yet. Each author does so beneath their own.')
  const { body = '', version = 0 } = (await accountOf(trx, visit)) ?? {}
  const whole = body.trim() === '' ? words : `${body.trimEnd()}\n\n${words}`
  await saveText(trx, placeOf(visit.id), { body: whole, version }, person)
}

/** @param how the network reads it; also as words of the termly report; or nobody but those who went */
export async function shareAccount(
  trx: Trx,
  visit: Visit,
  person: Person,
  how: 'network' | 'report' | 'nobody',
): Promise<void> {
  const at = now()
  const shared = how === 'nobody' ? null : (visit.accountSharedAt ?? at)
  await trx
    .updateTable('visits')
    .set({
      accountSharedAt: shared,
      accountSharedBy: shared && person.id,
      accountForReportAt: how === 'report' ? (visit.accountForReportAt ?? at) : null,
      changedAt: at,
    })
    .where('id', '=', visit.id)
    .execute()
  const kind = how === 'nobody' ? 'account of visit taken back' : 'account of visit shared'
  await record(trx, { kind, by: person, ...aboutVisit(visit) })
}
