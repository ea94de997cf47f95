import type { Kysely } from 'kysely'

/**
 * Passkeys: what somebody's telephone, computer or key answers for them, with the public half alone, and the questions that wait
 * for an answer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('passkeys')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('credential_id', 'text', c => c.notNull().unique())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('public_key', 'text', c => c.notNull())
    .addColumn('counter', 'integer', c => c.notNull())
    .addColumn('transports', 'text', c => c.notNull())
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('last_used_at', 'text')
    .execute()
  await db.schema.createIndex('passkeys_of_person').on('passkeys').column('person_id').execute()
  await db.schema
    .createTable('passkey_questions')
    .addColumn('challenge_hash', 'text', c => c.primaryKey())
    .addColumn('browser_hash', 'text', c => c.notNull())
    .addColumn('asked_for', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.references('people.id'))
    .addColumn('ends_at', 'text', c => c.notNull())
    .execute()
}
