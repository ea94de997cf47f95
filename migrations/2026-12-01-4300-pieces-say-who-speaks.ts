import type { Kysely } from 'kysely'

/** A piece says who speaks in it, by their role, and from where outside the network it comes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['speaker', 'elsewhere'])
    await db.schema
      .alterTable('evidence')
      .addColumn(column, 'text', c => c.notNull().defaultTo(''))
      .execute()
}
