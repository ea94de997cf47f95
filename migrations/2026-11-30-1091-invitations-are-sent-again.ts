import type { Kysely } from 'kysely'

/** An invitation whose link was lost, or ran out, is sent again: it keeps its place, and its earlier link ends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('invitations').addColumn('sent_again_at', 'text').execute()
  await db.schema
    .alterTable('invitations')
    .addColumn('sent_again_by', 'text', c => c.references('people.id'))
    .execute()
  await db.schema
    .createIndex('invitations_of_network')
    .on('invitations')
    .columns(['network_id', 'invited_at'])
    .execute()
}
