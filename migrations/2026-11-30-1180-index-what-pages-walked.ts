import type { Kysely } from 'kysely'

/** What pages looked for by walking through a whole table is found by an index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The newest that are not withdrawn stand in their order; what the other one served is served by it.
  await db.schema.dropIndex('editions_published').execute()
  for (const [name, table, columns] of found)
    await db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute()
}

const found = [
  ['audit_about', 'audit', ['about_kind', 'about_id']],
  ['conference_sessions_group', 'conference_sessions', ['group_id']],
  ['conferences_held_on', 'conferences', ['held_on']],
  ['editions_newest', 'editions', ['withdrawn_at', 'published_at', 'number']],
  ['editions_of', 'editions', ['of_id']],
  ['group_people_school', 'group_people', ['school_id']],
  ['invitations_open', 'invitations', ['accepted_at', 'withdrawn_at', 'expires_at']],
  ['invitations_school', 'invitations', ['school_id']],
  ['key_takeovers_open', 'key_takeovers', ['used_at', 'refused_at', 'asked_at']],
  ['measures_group', 'measures', ['group_id']],
  ['memos_group', 'memos', ['group_id']],
  ['network_roles_role', 'network_roles', ['role', 'ended_at']],
  ['news_positions_place', 'news_positions', ['place_id']],
  ['password_resets_person', 'password_resets', ['person_id', 'asked_at']],
  ['project_writers_person', 'project_writers', ['person_id']],
  ['pupil_keys_owner', 'pupil_keys', ['owner_id']],
  ['pupil_keys_school', 'pupil_keys', ['school_id']],
  ['questionnaires_instrument', 'questionnaires', ['instrument_id', 'closed_at']],
  ['role_confirmations_open', 'role_confirmations', ['confirmed_at', 'refused_at', 'asked_at']],
  ['role_confirmations_school', 'role_confirmations', ['school_id']],
  ['visit_releases_open', 'visit_releases', ['answered_at', 'withdrawn_at', 'last_day']],
] as const
