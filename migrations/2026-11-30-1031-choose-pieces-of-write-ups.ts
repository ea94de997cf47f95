import type { Kysely } from 'kysely'

/** The pieces that a write-up goes without or lists besides, and what authors are asked about theirs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('write_up_pieces')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('write_up_id', 'text', c => c.notNull().references('write_ups.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('how', 'text', c => c.notNull())
    .addColumn('chosen_at', 'text', c => c.notNull())
    .addColumn('chosen_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('write_up_pieces_of').on('write_up_pieces').columns(['write_up_id', 'ended_at']).execute()
  await schema.createIndex('write_up_pieces_evidence').on('write_up_pieces').column('evidence_id').execute()

  await schema
    .createTable('piece_requests')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('write_up_id', 'text', c => c.notNull().references('write_ups.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('asked_of', 'text', c => c.notNull().references('people.id'))
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('answer', 'text')
    .addColumn('because', 'text', c => c.notNull().defaultTo(''))
    .addColumn('answered_at', 'text')
    .execute()
  await schema.createIndex('piece_requests_of').on('piece_requests').columns(['asked_of', 'answered_at']).execute()
  await schema.createIndex('piece_requests_write_up').on('piece_requests').column('write_up_id').execute()
  await schema.createIndex('piece_requests_evidence').on('piece_requests').column('evidence_id').execute()
}
