import { type Kysely, sql } from 'kysely'

/**
 * Claims lean on single passages too. A passage that a claim leans on has a number within its piece for good, so that a
 * write-up can quote it. A claim says why the group is as sure as it is, and its revisions keep everything it said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('claim_passages')
    .addColumn('claim_id', 'text', c => c.notNull().references('claims.id'))
    .addColumn('passage_id', 'text', c => c.notNull().references('passages.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('bearing', 'text', c => c.notNull())
    .addColumn('note', 'text', c => c.notNull().defaultTo(''))
    .addColumn('linked_at', 'text', c => c.notNull())
    .addColumn('linked_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('claim_passages_key', ['claim_id', 'passage_id'])
    .execute()
  await schema.createIndex('claim_passages_passage').on('claim_passages').column('passage_id').execute()
  await schema.createIndex('claim_passages_evidence').on('claim_passages').column('evidence_id').execute()

  await schema
    .createTable('passage_numbers')
    .addColumn('passage_id', 'text', c => c.primaryKey().references('passages.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('number', 'integer', c => c.notNull())
    .execute()
  await schema
    .createIndex('passage_numbers_in_piece')
    .unique()
    .on('passage_numbers')
    .columns(['evidence_id', 'number'])
    .execute()

  await schema
    .alterTable('claims')
    .addColumn('sure_because', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await schema.alterTable('claim_revisions').addColumn('sure_because', 'text').execute()
  await schema.alterTable('claim_revisions').addColumn('what_would_change', 'text').execute()
  // Of what was revised before, only what stands now is known.
  await sql`update claim_revisions set sure_because = '', what_would_change =
    (select claims.what_would_change from claims where claims.id = claim_revisions.claim_id)
    where not exists (select 1 from claim_revisions as later where later.claim_id = claim_revisions.claim_id
      and (later.revised_at > claim_revisions.revised_at
        or (later.revised_at = claim_revisions.revised_at and later.id > claim_revisions.id)))`.execute(db)
}
