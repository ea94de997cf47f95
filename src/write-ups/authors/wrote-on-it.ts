import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import type { WriteUp } from '../tables.js'
import { partText } from '../write-ups.js'

/** Whether somebody is named as an author of a write-up, or saved words of it, so that they are no second person to it. */
export async function wroteOnIt(db: Db, { id }: Pick<WriteUp, 'id'>, person: Person): Promise<boolean> {
  const named = db
    .selectFrom('writeUpAuthors')
    .select('id')
    .where('writeUpId', '=', id)
    .where('personId', '=', person.id)
  const saved = db
    .selectFrom('textVersions')
    .innerJoin('texts', 'texts.id', 'textVersions.textId')
    .innerJoin('writeUpParts', 'writeUpParts.id', 'texts.owner')
    .select('texts.id')
    .where('texts.kind', '=', partText.kind)
    .where('writeUpParts.writeUpId', '=', id)
    .where('textVersions.savedBy', '=', person.id)
  const found = await named.unionAll(saved).limit(1).executeTakeFirst()
  return found !== undefined
}
