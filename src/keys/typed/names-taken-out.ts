import { inOne } from '../../database.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { rewordVersions } from '../../texts/rewording.js'
import type { TextPlace } from '../../texts/texts.js'
import { changesFor } from './names-before-leaving.js'
import { placeTypedIn, somebody } from './names-typed.js'
import { namesAround, noticedAmong } from '../noticing.js'
import type { DbAndKeys } from '../store.js'
import type { WhoseWords } from '../whose-words.js'

/**
 * After a text was saved: where a name gave way to a code or to "a pupil", what the text said before loses it too.
 * @param address at which it was saved
 */
export function forgetNamesTakenOut(house: DbAndKeys, whose: WhoseWords) {
  const { db } = house
  return async (person: Person, place: TextPlace, address: string): Promise<void> => {
    const text = await db
      .selectFrom('texts')
      .innerJoin('textVersions', 'textVersions.textId', 'texts.id')
      .select(['texts.id', 'texts.body', 'textVersions.body as before'])
      .where('texts.kind', '=', place.kind)
      .where('texts.owner', '=', place.owner)
      .where('texts.field', '=', place.field)
      .whereRef('textVersions.version', '=', eb => eb('texts.version', '-', 1))
      .executeTakeFirst()
    if (!text) return
    const [said, before] = [unread(text.body), unread(text.before)]
    if (insteadIn(said) <= insteadIn(before)) return
    const typed = await whose(db, person, address, {})
    const noticed = await noticedAmong(await namesAround(house, typed, person), before, placeTypedIn(address))
    const gone = noticed.filter(one => !said.includes(one.words))
    if (gone.length > 0) await inOne(db, trx => rewordVersions(trx, text.id, changesFor(gone)))
  }
}

/** How often a text says "a pupil", or a code. */
function insteadIn(text: string): number {
  return text.match(new RegExp(`(?<!\\p{L})(?:${somebody}|P\\d{2,})(?![\\p{L}\\d])`, 'giu'))?.length ?? 0
}
