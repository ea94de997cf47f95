import { type Kysely, sql } from 'kysely'

/** How far somebody is in the notes of a first visit. Whoever was here before them knows the way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tours_taken')
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('tour', 'text', c => c.notNull())
    .addColumn('notes_read', 'integer', c => c.notNull())
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('tours_taken_once', ['person_id', 'tour'])
    .execute()
  const at = new Date().toISOString()
  for (const tour of ['day', 'group'])
    await sql`insert into tours_taken (person_id, tour, notes_read, ended_at) select id, ${tour}, 0, ${at} from people`.execute(
      db,
    )
}
