import { type Kysely, sql } from 'kysely'

interface Then {
  editions: { id: string; network_id: string; of_kind: string; document: string; question: string; pictured: number }
  schools: { id: string; name: string; network_id: string }
  edition_schools: { edition_id: string; school_id: string }
}

/** What the library’s shelves tell of an edition is written down when it is published; an edition never changes. */
export async function up(db: Kysely<Then>): Promise<void> {
  await db.schema
    .alterTable('editions')
    .addColumn('question', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('editions')
    .addColumn('pictured', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('edition_schools')
    .addColumn('edition_id', 'text', c => c.notNull().references('editions.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addPrimaryKeyConstraint('edition_schools_key', ['edition_id', 'school_id'])
    .execute()
  await db.schema.createIndex('edition_schools_school').on('edition_schools').column('school_id').execute()
  await db.schema
    .createIndex('editions_of_network')
    .on('editions')
    .columns(['network_id', 'published_at'])
    .where(sql.ref('withdrawn_at'), 'is', null)
    .execute()
  await shelveAll(db)
}

async function shelveAll(db: Kysely<Then>): Promise<void> {
  const schools = await db.selectFrom('schools').select(['id', 'name', 'network_id']).execute()
  const ids = await db.selectFrom('editions').select('id').execute()
  for (const { id } of ids) {
    const edition = await db
      .selectFrom('editions')
      .select(['network_id', 'of_kind', 'document'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { titlePage, parts } = JSON.parse(edition.document) as {
      titlePage: { heading: string; subtitle?: string; lines: string[] }
      parts: unknown[]
    }
    const isWriteUp = edition.of_kind === 'write-up'
    const said = isWriteUp ? titlePage.lines.join('\n') : wordsIn([titlePage, parts]).join(' ')
    const named = schools.filter(school => school.network_id === edition.network_id && said.includes(school.name))
    await db
      .updateTable('editions')
      .set({
        question: isWriteUp ? titlePage.heading : (titlePage.subtitle ?? titlePage.heading),
        pictured: hasPicture(parts) ? 1 : 0,
      })
      .where('id', '=', id)
      .execute()
    for (const school of named)
      await db.insertInto('edition_schools').values({ edition_id: id, school_id: school.id }).execute()
  }
}

function wordsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (part === null || typeof part !== 'object') return []
  return Object.values(part).flatMap(wordsIn)
}

function hasPicture(part: unknown): boolean {
  if (part === null || typeof part !== 'object') return false
  return ('kind' in part && part.kind === 'figure') || Object.values(part).some(hasPicture)
}
