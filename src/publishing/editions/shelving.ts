import type { Db, Trx } from '../../database.js'
import { textOf } from '../../documents/to-text.js'
import { documentOf } from '../submitting/submissions.js'
import type { Edition } from '../tables.js'
import { pictureIds } from './pictures-then.js'

type Shelvable = Pick<Edition, 'networkId' | 'ofKind' | 'document'>

/** What the library tells of an edition besides its title; an edition is frozen, so it is read once, when it is published. */
export interface OnShelf {
  question: string
  pictured: number
  /** Schools of the network that it names itself. */
  schools: string[]
}

export async function shelfOf(db: Db, edition: Shelvable): Promise<OnShelf> {
  const document = documentOf(edition)
  const { heading, subtitle, lines } = document.titlePage
  const isWriteUp = edition.ofKind === 'write-up'
  const said = isWriteUp ? lines.join('\n') : textOf(document)
  const schools = await db
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('networkId', '=', edition.networkId)
    .execute()
  return {
    question: isWriteUp ? heading : (subtitle ?? heading),
    pictured: pictureIds(document.parts).length > 0 ? 1 : 0,
    schools: schools.filter(school => said.includes(school.name)).map(school => school.id),
  }
}

export async function noteSchools(trx: Trx, edition: Pick<Edition, 'id'>, schools: string[]): Promise<void> {
  if (schools.length === 0) return
  await trx
    .insertInto('editionSchools')
    .values(schools.map(schoolId => ({ editionId: edition.id, schoolId })))
    .execute()
}
