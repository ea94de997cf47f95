import type { Kysely } from 'kysely'

/** Copies of a group's work that somebody took away: who, when, for whom, and which pieces were in them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('copies')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('form', 'text', c => c.notNull())
    .addColumn('audience', 'text', c => c.notNull())
    .addColumn('taken_at', 'text', c => c.notNull())
    .addColumn('taken_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('copies_group').on('copies').columns(['group_id', 'taken_at']).execute()

  await schema
    .createTable('copy_pieces')
    .addColumn('copy_id', 'text', c => c.notNull().references('copies.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addPrimaryKeyConstraint('copy_pieces_key', ['copy_id', 'evidence_id'])
    .execute()
  await schema.createIndex('copy_pieces_evidence').on('copy_pieces').column('evidence_id').execute()
}
