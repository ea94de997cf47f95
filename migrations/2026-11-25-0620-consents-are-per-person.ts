import { type Kysely, sql } from 'kysely'

/** Consent for each person or group of people seen in a piece, how long it holds, and what a whole school refused. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .alterTable('consents')
    .addColumn('subject', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await schema.alterTable('consents').addColumn('ends_on', 'text').execute()
  await schema.alterTable('consents').addColumn('replaced_at', 'text').execute()
  await schema.createIndex('consents_standing').on('consents').columns(['evidence_id', 'replaced_at']).execute()
  await schema.alterTable('evidence').addColumn('shared_with_school_at', 'text').execute()

  // Until now the newest record counted for the whole piece.
  await sql`update consents set replaced_at = recorded_at where exists (select 1 from consents as newer
    where newer.evidence_id = consents.evidence_id and (newer.recorded_at > consents.recorded_at
      or (newer.recorded_at = consents.recorded_at and newer.id > consents.id)))`.execute(db)

  await schema
    .createTable('school_refusals')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('content', 'text', c => c.notNull())
    .addColumn('audience', 'text', c => c.notNull())
    .addColumn('because', 'text', c => c.notNull())
    .addColumn('recorded_at', 'text', c => c.notNull())
    .addColumn('recorded_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('school_refusals_school').on('school_refusals').columns(['school_id', 'ended_at']).execute()

  // Wordings that a network keeps, to be picked instead of typed.
  await schema
    .createTable('consent_wordings')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('wording', 'text', c => c.notNull())
    .addColumn('kept_at', 'text', c => c.notNull())
    .addColumn('kept_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await schema.createIndex('consent_wordings_network').on('consent_wordings').column('network_id').execute()
}
