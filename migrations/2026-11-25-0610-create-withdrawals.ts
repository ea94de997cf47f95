import type { Kysely } from 'kysely'

/** Each withdrawal with the list of what it touched, kept so that those who look after it can go through it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('withdrawals')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('what', 'text', c => c.notNull())
    .addColumn('recorded_at', 'text', c => c.notNull())
    .addColumn('recorded_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('withdrawals_evidence').on('withdrawals').column('evidence_id').execute()

  await schema
    .createTable('withdrawal_touches')
    .addColumn('withdrawal_id', 'text', c => c.notNull().references('withdrawals.id'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('now', 'text', c => c.notNull())
    .addColumn('href', 'text', c => c.notNull().defaultTo(''))
    .addPrimaryKeyConstraint('withdrawal_touches_key', ['withdrawal_id', 'position'])
    .execute()
}
