import type { Kysely } from 'kysely'

/**
 * A second step at the door: the app that makes codes (its secret sealed), recovery codes (hashes), since when somebody has been
 * asked to set it up, who took it off for somebody else, and sign-ins that have got as far as the password. A session says
 * which browser it is in, and whether its person is still to be led to the second step.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('second_steps')
    .addColumn('person_id', 'text', c => c.primaryKey().references('people.id'))
    .addColumn('sealed', 'text', c => c.notNull())
    .addColumn('set_up_at', 'text', c => c.notNull())
    .addColumn('last_used', 'integer', c => c.notNull())
    .execute()
  await db.schema
    .createTable('recovery_codes')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('code_hash', 'text', c => c.notNull())
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('used_at', 'text')
    .execute()
  await db.schema.createIndex('recovery_codes_of_person').on('recovery_codes').column('person_id').execute()
  await db.schema
    .createTable('second_steps_asked')
    .addColumn('person_id', 'text', c => c.primaryKey().references('people.id'))
    .addColumn('asked_at', 'text', c => c.notNull())
    .execute()
  await db.schema
    .createTable('second_steps_taken_off')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('taken_off_at', 'text', c => c.notNull())
    .addColumn('taken_off_by', 'text', c => c.references('people.id'))
    .addColumn('seen_at', 'text')
    .execute()
  await db.schema
    .createIndex('second_steps_taken_off_of_person')
    .on('second_steps_taken_off')
    .column('person_id')
    .execute()
  await db.schema
    .createTable('begun_sign_ins')
    .addColumn('token_hash', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('next', 'text', c => c.notNull())
    .addColumn('notice', 'text')
    .addColumn('ends_at', 'text', c => c.notNull())
    .execute()
  await db.schema.createIndex('begun_sign_ins_of_person').on('begun_sign_ins').column('person_id').execute()
  await db.schema.alterTable('sessions').addColumn('browser', 'text').execute()
  await db.schema.alterTable('sessions').addColumn('second_step', 'text').execute()
}
