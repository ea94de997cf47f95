import type { Kysely } from 'kysely'

/**
 * Headship and data lead wait for a second person, a key is taken over by two, and a reset link says who made it. Roles
 * that are held and invitations that are open stay as they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('role_confirmations')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('confirmed_at', 'text')
    .addColumn('confirmed_by', 'text', c => c.references('people.id'))
    .addColumn('refused_at', 'text')
    .addColumn('refused_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('role_confirmations_network').on('role_confirmations').column('network_id').execute()

  await schema
    .createTable('key_takeovers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('key_id', 'text', c => c.notNull().references('pupil_keys.id'))
    .addColumn('because', 'text', c => c.notNull())
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('agreed_at', 'text')
    .addColumn('agreed_by', 'text', c => c.references('people.id'))
    .addColumn('refused_at', 'text')
    .addColumn('refused_by', 'text', c => c.references('people.id'))
    .addColumn('used_at', 'text')
    .execute()
  await schema.createIndex('key_takeovers_key').on('key_takeovers').column('key_id').execute()

  await schema
    .alterTable('password_resets')
    .addColumn('made_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.alterTable('password_resets').addColumn('followed_at', 'text').execute()
  await schema.alterTable('password_resets').addColumn('seen_at', 'text').execute()
}
