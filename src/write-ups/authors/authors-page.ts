import type { Db } from '../../database.js'
import { type FormState, formOf } from '../../web/read.js'
import { frameOf } from '../document/frame.js'
import type { AuthorsPage } from '../pages.js'
import { addressOf, type FoundWriteUp, writeUpAddress } from '../write-ups.js'
import { namedAndGone, namedIn, notNamed, schoolsToName } from './authors.js'

/** The names as they stand, one a line, with who could be named besides. */
export async function authorsPage(
  db: Db,
  writeUp: FoundWriteUp,
  form?: FormState,
): Promise<AuthorsPage & { title: string }> {
  const { enquiry } = writeUp
  const named = await namedIn(db, writeUp, enquiry)
  const schools = await schoolsToName(db, named)
  return {
    title: 'Authors and schools',
    ...frameOf(writeUp),
    back: writeUpAddress(enquiry),
    address: `${addressOf(writeUp)}/authors`,
    notNamed: notNamed(named),
    gone: namedAndGone(named),
    schools: schools.map(({ id, name }) => ({ value: id, text: name })),
    form:
      form ??
      formOf({ authors: named.authors.map(one => one.name).join('\n'), schools: named.schools.map(one => one.id) }),
  }
}
