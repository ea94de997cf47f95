import type { Kysely } from 'kysely'

/** What a group has shared with its facilitators of late is found without walking through all that it logged. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('evidence_shared_outside_of_group')
    .on('evidence')
    .columns(['group_id', 'shared_outside_at'])
    .execute()
}
