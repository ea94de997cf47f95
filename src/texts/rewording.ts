import type { Trx } from '../database.js'
import { unread } from '../names/names.js'
import type { Person } from '../people/person.js'
import { type Instead, withInstead } from './instead.js'
import { putText } from './texts.js'

/**
 * Writes words of texts anew, in what they say and in whatever they said before, so that no earlier version tells what was
 * there. What stands now becomes a new version.
 * @param owners whose texts, by their kind; some fields of them, or all
 */
export async function rewordTextsOf(
  trx: Trx,
  { kind, owners, isIn = () => true }: { kind: string; owners: string[]; isIn?: (field: string) => boolean },
  person: Person,
  changesIn: (words: string) => Instead[],
): Promise<void> {
  if (owners.length === 0) return
  const texts = await trx
    .selectFrom('texts')
    .selectAll()
    .where('kind', '=', kind)
    .where('owner', 'in', owners)
    .execute()
  for (const text of texts.filter(one => isIn(one.field))) {
    const said = unread(text.body)
    const changes = changesIn(said)
    if (changes.length > 0) await putText(trx, text, withInstead(said, changes), person)
    await rewordVersions(trx, text.id, changesIn)
  }
}

/** Writes words anew in whatever a text said before. */
export async function rewordVersions(trx: Trx, textId: string, changesIn: (words: string) => Instead[]): Promise<void> {
  const versions = await trx.selectFrom('textVersions').selectAll().where('textId', '=', textId).execute()
  for (const { version, body } of versions) {
    const said = unread(body)
    const changes = changesIn(said)
    if (changes.length === 0) continue
    await trx
      .updateTable('textVersions')
      .set({ body: withInstead(said, changes) })
      .where('textId', '=', textId)
      .where('version', '=', version)
      .execute()
  }
}
