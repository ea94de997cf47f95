import type { Kysely } from 'kysely'

/** People, how they sign in, who invited them, and the two memories: the audit trail and each group's history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('people')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('email', 'text', c => c.notNull().unique())
    .addColumn('password_hash', 'text')
    .addColumn('created_at', 'text', c => c.notNull())
    .addColumn('administrator_since', 'text')
    .addColumn('disabled_at', 'text')
    .addColumn('disabled_by', 'text', c => c.references('people.id'))
    .execute()

  await schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('started_at', 'text', c => c.notNull())
    .addColumn('last_seen_at', 'text', c => c.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('notice', 'text')
    .execute()
  await schema.createIndex('sessions_person').on('sessions').column('person_id').execute()

  await schema
    .createTable('sign_in_attempts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('account', 'text', c => c.notNull())
    .addColumn('address', 'text', c => c.notNull())
    .addColumn('failed_at', 'text', c => c.notNull())
    .execute()
  await schema
    .createIndex('sign_in_attempts_account')
    .on('sign_in_attempts')
    .columns(['account', 'failed_at'])
    .execute()
  await schema
    .createIndex('sign_in_attempts_address')
    .on('sign_in_attempts')
    .columns(['address', 'failed_at'])
    .execute()

  await schema
    .createTable('password_resets')
    .addColumn('token_hash', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('expires_at', 'text', c => c.notNull())
    .addColumn('used_at', 'text')
    .execute()

  await schema
    .createTable('kept_forms')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('address', 'text', c => c.notNull())
    .addColumn('fields', 'text', c => c.notNull())
    .addColumn('kept_at', 'text', c => c.notNull())
    .addColumn('given_back_at', 'text')
    .execute()
  await schema.createIndex('kept_forms_person').on('kept_forms').column('person_id').execute()

  // A form sent twice acts once: the first answer's address is kept under the form's own key.
  await schema
    .createTable('sent_forms')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('answer', 'text')
    .addColumn('sent_at', 'text', c => c.notNull())
    .execute()

  await schema
    .createTable('settings')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('value', 'text', c => c.notNull())
    .execute()

  await schema
    .createTable('audit')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('person_id', 'text')
    .addColumn('did', 'text', c => c.notNull())
    .addColumn('about_kind', 'text')
    .addColumn('about_id', 'text')
    .addColumn('network_id', 'text')
    .execute()
  await schema.createIndex('audit_at').on('audit').column('at').execute()
}
