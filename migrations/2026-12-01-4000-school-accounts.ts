import type { Kysely } from 'kysely'

/**
 * Sign-in with the account of somebody’s school: the issuers that the site trusts (their secret sealed), whose account there is
 * joined to whose here, sign-ins that are under way at an issuer, and people who have come back from one and are joined to
 * nobody yet. A session, and a sign-in that has begun, say by what their person came in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('issuers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('address', 'text', c => c.notNull())
    .addColumn('client_id', 'text', c => c.notNull())
    .addColumn('sealed_secret', 'text')
    .addColumn('domains', 'text', c => c.notNull())
    .addColumn('asks_second_step_since', 'text')
    .addColumn('on_since', 'text')
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('changed_at', 'text', c => c.notNull())
    .execute()
  await db.schema
    .createTable('issuer_accounts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('issuer_id', 'text', c => c.notNull().references('issuers.id'))
    .addColumn('subject', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('email', 'text', c => c.notNull())
    .addColumn('joined_at', 'text', c => c.notNull())
    .execute()
  await db.schema
    .createIndex('issuer_accounts_of_subject')
    .on('issuer_accounts')
    .columns(['issuer_id', 'subject'])
    .unique()
    .execute()
  await db.schema
    .createIndex('issuer_accounts_of_person')
    .on('issuer_accounts')
    .columns(['person_id', 'issuer_id'])
    .unique()
    .execute()
  await db.schema
    .createTable('issuer_sign_ins')
    .addColumn('state_hash', 'text', c => c.primaryKey())
    .addColumn('browser_hash', 'text', c => c.notNull())
    .addColumn('issuer_id', 'text', c => c.notNull().references('issuers.id'))
    .addColumn('sealed', 'text', c => c.notNull())
    .addColumn('ends_at', 'text', c => c.notNull())
    .execute()
  await db.schema
    .createTable('issuer_arrivals')
    .addColumn('token_hash', 'text', c => c.primaryKey())
    .addColumn('issuer_id', 'text', c => c.notNull().references('issuers.id'))
    .addColumn('subject', 'text', c => c.notNull())
    .addColumn('email', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('next', 'text', c => c.notNull())
    .addColumn('arrived_at', 'text', c => c.notNull())
    .addColumn('ends_at', 'text', c => c.notNull())
    .execute()
  await db.schema.alterTable('sessions').addColumn('came_by', 'text').execute()
  await db.schema.alterTable('begun_sign_ins').addColumn('came_by', 'text').execute()
}
