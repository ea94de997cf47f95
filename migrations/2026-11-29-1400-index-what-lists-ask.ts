import type { Kysely } from 'kysely'

/**
 * What is looked up on many pages is found by an index: the newest pieces of a cycle and of a group in their own order,
 * so that a list stops at the end of its page, and what belongs to a group, a school, a network, a term or a person.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  const newestFirst = ['gathered_on desc', 'number desc']
  await schema
    .createIndex('evidence_newest_of_cycle')
    .on('evidence')
    .columns(['enquiry_id', ...newestFirst])
    .execute()
  await schema
    .createIndex('evidence_newest_of_group')
    .on('evidence')
    .columns(['group_id', ...newestFirst])
    .execute()
  // The longer one serves what this one served.
  await schema.dropIndex('evidence_group').execute()

  for (const [table, column] of lookedUp)
    await schema.createIndex(`${table}_${column}`).on(table).column(column).execute()
}

const lookedUp = [
  ['network_roles', 'school_id'],
  ['comments', 'made_by'],
  ['comments', 'carried_from'],
  ['claims', 'group_id'],
  ['actions', 'group_id'],
  ['recommendations', 'group_id'],
  ['write_ups', 'group_id'],
  ['questionnaires', 'group_id'],
  ['editions', 'network_id'],
  ['short_reports', 'term_id'],
  ['invitations', 'email'],
  ['handovers', 'to_person'],
] as const
