import type { Kysely } from 'kysely'

/** An action that goes on in the next cycle is known by the one it was carried from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('actions')
    .addColumn('carried_from', 'text', c => c.references('actions.id'))
    .execute()
}
