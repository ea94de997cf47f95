import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../../database.js'
import { formerNamesOfPeople } from '../../names/former-names.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { withInstead } from '../../texts/instead.js'
import { insteadOfNames } from '../../texts/instead-of-names.js'
import { rewordVersions } from '../../texts/rewording.js'
import { putText } from '../../texts/texts.js'
import { containing } from '../../words/folded.js'
import { partText } from '../../write-ups/write-ups.js'

/**
 * The whole name of somebody whose account closes, in what groups wrote together and whatever it said before, and in what the
 * workbench composed. Where somebody else is called the same, only in the write-ups of their own groups.
 */
export async function forgetNameInTexts(
  trx: Trx,
  person: { id: string; name: string },
  instead: string,
): Promise<void> {
  const before = (await formerNamesOfPeople(trx, [person.id])).get(person.id) ?? []
  const names = [person.name, ...before].filter(name => /\S[\s-]\S/.test(name))
  if (names.length === 0) return
  const changesIn = insteadOfNames(new Map(names.map(name => [name, instead])))
  const says = (column: RawBuilder<unknown>) =>
    sql<boolean>`(${sql.join(
      names.map(name => sql`${column} like ${containing(name)} escape '\\'`),
      sql` or `,
    )})`
  const texts = await trx
    .selectFrom('texts')
    .selectAll()
    .where(({ or, exists, selectFrom }) =>
      or([
        says(sql.ref('texts.body')),
        exists(
          selectFrom('textVersions')
            .select('textVersions.textId')
            .whereRef('textVersions.textId', '=', 'texts.id')
            .where(says(sql.ref('text_versions.body'))),
        ),
      ]),
    )
    .execute()
  const parts = await partsOfTheirGroups(trx, person.id)
  const own = new Set(parts.map(part => part.id))
  const hasNamesake = await isCalledSo(trx, person.id, names)
  for (const text of texts.filter(one => !hasNamesake || (one.kind === partText.kind && own.has(one.owner)))) {
    const said = unread(text.body)
    const changes = changesIn(said)
    if (changes.length > 0) await putText(trx, text, withInstead(said, changes), person as Person)
    await rewordVersions(trx, text.id, changesIn)
  }
  for (const { id, composed } of parts)
    await trx
      .updateTable('writeUpParts')
      .set({ composed: withInstead(composed, changesIn(composed)) })
      .where('id', '=', id)
      .execute()
}

/** The write-up parts of the groups that somebody is in, or was. */
function partsOfTheirGroups(trx: Trx, personId: string) {
  return trx
    .selectFrom('writeUpParts')
    .innerJoin('writeUps', 'writeUps.id', 'writeUpParts.writeUpId')
    .select(['writeUpParts.id', 'writeUpParts.composed'])
    .where('writeUps.groupId', 'in', trx.selectFrom('groupPeople').select('groupId').where('personId', '=', personId))
    .execute()
}

async function isCalledSo(trx: Trx, personId: string, names: string[]): Promise<boolean> {
  const other = await trx
    .selectFrom('people')
    .select('id')
    .where('name', 'in', names)
    .where('id', '<>', personId)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
