import type { Kysely } from 'kysely'

/** Whoever invited somebody is told where letters come back: their invitations are found without walking through all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('invitations_of_inviter').on('invitations').column('invited_by').execute()
}
