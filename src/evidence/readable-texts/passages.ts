import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Place } from './anchoring.js'
import '../facts.js'
import type { Passage, ReadableText } from '../tables.js'

/**
 * Points at some words of a text. The same place again gives the passage that is there already.
 * @throws Conflict when the place is not in the text, or holds no words.
 */
export async function makePassage(trx: Trx, text: ReadableText, place: Place, person: Person): Promise<Passage> {
  const { startsAt, endsAt } = trimmed(text.words, place)
  if (startsAt >= endsAt) throw new Conflict('Select some words first.')
  const known = await trx
    .selectFrom('passages')
    .selectAll()
    .where('readableTextId', '=', text.id)
    .where('startsAt', '=', startsAt)
    .where('endsAt', '=', endsAt)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (known) return known
  const passage: Passage = {
    id: newId(),
    evidenceId: text.evidenceId,
    readableTextId: text.id,
    startsAt,
    endsAt,
    words: text.words.slice(startsAt, endsAt),
    madeAt: now(),
    madeBy: person.id,
    lostAt: null,
    removedAt: null,
  }
  await trx.insertInto('passages').values(passage).execute()
  await record(trx, { kind: 'passage made', by: person, aboutKind: 'passage', aboutId: passage.id })
  return passage
}

/** Within the text, without the white space around it, and never through the middle of a letter. */
function trimmed(words: string, place: Place): Place {
  let startsAt = Math.max(0, Math.min(place.startsAt, words.length))
  let endsAt = Math.max(startsAt, Math.min(place.endsAt, words.length))
  if (isLowSurrogate(words, startsAt)) startsAt--
  if (isLowSurrogate(words, endsAt)) endsAt++
  while (startsAt < endsAt && /\s/.test(words[startsAt]!)) startsAt++
  while (endsAt > startsAt && /\s/.test(words[endsAt - 1]!)) endsAt--
  return { startsAt, endsAt }
}

function isLowSurrogate(words: string, at: number): boolean {
  const unit = words.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
