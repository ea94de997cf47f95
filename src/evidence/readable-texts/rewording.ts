import type { Trx } from '../../database.js'
import type { Person } from '../../people/person.js'
import { type Instead, withInstead } from '../../texts/instead.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Place } from './anchoring.js'
import type { Timing } from './readable-texts.js'
import type { ReadableText } from '../tables.js'

/** Some words of a text that give way to others. */
export type Change = Instead

/**
 * Rewrites words in every version of a piece's texts, so that no earlier version tells what was there. What stands now
 * becomes a new version; every passage keeps its place, letter by letter.
 * @param changesIn what is to change in these words
 * @returns the texts that stand now and were changed, with what undoes it
 */
export async function rewordTexts(
  trx: Trx,
  evidenceId: string,
  person: Pick<Person, 'id'>,
  changesIn: (words: string) => Change[],
): Promise<{ textId: string; back: Change[] }[]> {
  const texts = await trx.selectFrom('readableTexts').selectAll().where('evidenceId', '=', evidenceId).execute()
  const done: { textId: string; back: Change[] }[] = []
  for (const text of texts) {
    const changes = byPlace(changesIn(text.words))
    if (changes.length === 0) continue
    const stands = text.replacedAt === null
    const textId = stands ? await nextVersion(trx, text, changes, person) : text.id
    if (stands) done.push({ textId, back: backwards(text.words, changes) })
    await rewrite(trx, text, changes)
  }
  return done
}

/** Rewrites words in a text that stands now; what stood there stays as an earlier version. */
export async function rewordText(
  trx: Trx,
  textId: string,
  changes: Change[],
  person: Pick<Person, 'id'>,
): Promise<void> {
  const text = await trx
    .selectFrom('readableTexts')
    .selectAll()
    .where('id', '=', textId)
    .where('replacedAt', 'is', null)
    .executeTakeFirst()
  if (text) await nextVersion(trx, text, byPlace(changes), person)
}

async function nextVersion(
  trx: Trx,
  text: ReadableText,
  changes: Change[],
  person: Pick<Person, 'id'>,
): Promise<string> {
  const id = newId()
  const at = now()
  const words = withInstead(text.words, changes)
  await trx.updateTable('readableTexts').set({ replacedAt: at }).where('id', '=', text.id).execute()
  await trx
    .insertInto('readableTexts')
    .values({
      ...text,
      id,
      words,
      timings: movedTimings(text.timings, changes),
      version: text.version + 1,
      madeAt: at,
      madeBy: person.id,
      replacedAt: null,
    })
    .execute()
  const passages = await trx
    .selectFrom('passages')
    .selectAll()
    .where('readableTextId', '=', text.id)
    .where('lostAt', 'is', null)
    .execute()
  for (const passage of passages) {
    const place = moved(passage, changes)
    await trx
      .updateTable('passages')
      .set({ readableTextId: id, ...place, words: words.slice(place.startsAt, place.endsAt) })
      .where('id', '=', passage.id)
      .execute()
  }
  return id
}

/** An earlier version in its own place, with the passages that were lost in it. */
async function rewrite(trx: Trx, text: ReadableText, changes: Change[]): Promise<void> {
  const words = withInstead(text.words, changes)
  await trx
    .updateTable('readableTexts')
    .set({ words, timings: movedTimings(text.timings, changes) })
    .where('id', '=', text.id)
    .execute()
  const passages = await trx.selectFrom('passages').selectAll().where('readableTextId', '=', text.id).execute()
  for (const passage of passages) {
    const place = moved(passage, changes)
    await trx
      .updateTable('passages')
      .set({ ...place, words: passage.words && words.slice(place.startsAt, place.endsAt) })
      .where('id', '=', passage.id)
      .execute()
  }
}

function byPlace(changes: Change[]): Change[] {
  return [...changes].sort((a, b) => a.startsAt - b.startsAt)
}

/** The changes that make the former words again out of the new ones. */
export function backwards(words: string, changes: Change[]): Change[] {
  let shift = 0
  return byPlace(changes).map(({ startsAt, endsAt, instead }) => {
    const back = {
      startsAt: startsAt + shift,
      endsAt: startsAt + shift + instead.length,
      instead: words.slice(startsAt, endsAt),
    }
    shift += instead.length - (endsAt - startsAt)
    return back
  })
}

function moved({ startsAt, endsAt }: Place, changes: Change[]): Place {
  return { startsAt: movedTo(startsAt, changes, 'start'), endsAt: movedTo(endsAt, changes, 'end') }
}

/** Where a place comes to stand; one within the words that gave way takes the whole of what stands there now. */
function movedTo(at: number, changes: Change[], which: 'start' | 'end'): number {
  let shift = 0
  for (const { startsAt, endsAt, instead } of changes) {
    if (at <= startsAt) break
    if (at < endsAt) return startsAt + shift + (which === 'start' ? 0 : instead.length)
    shift += instead.length - (endsAt - startsAt)
  }
  return at + shift
}

function movedTimings(timings: string | null, changes: Change[]): string | null {
  if (timings === null) return null
  const lines = JSON.parse(timings) as Timing[]
  return JSON.stringify(lines.map(line => ({ ...line, ...moved(line, changes) })))
}
