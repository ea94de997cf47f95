import type { Kysely } from 'kysely'

/** Letters that wait to go out together, and addresses from which letters come back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('letters_to_send')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('letter', 'text', c => c.notNull())
    .addColumn('fact_id', 'text', c => c.notNull())
    .addColumn('says', 'text', c => c.notNull())
    .addColumn('address', 'text', c => c.notNull())
    .addColumn('written_at', 'text', c => c.notNull())
    .addColumn('tries', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('next_at', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('given_up_at', 'text')
    .execute()
  await schema
    .createIndex('letters_to_send_once')
    .on('letters_to_send')
    .columns(['fact_id', 'letter', 'person_id'])
    .unique()
    .execute()
  await schema.createIndex('letters_to_send_due').on('letters_to_send').columns(['sent_at', 'given_up_at']).execute()

  await schema
    .createTable('addresses_that_return')
    .addColumn('email', 'text', c => c.primaryKey())
    .addColumn('since', 'text', c => c.notNull())
    .addColumn('said', 'text', c => c.notNull())
    .execute()

  await schema
    .createTable('letter_doors')
    .addColumn('person_id', 'text', c => c.primaryKey().references('people.id'))
    .addColumn('token', 'text', c => c.notNull().unique())
    .execute()
}
