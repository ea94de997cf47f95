import { type Kysely, sql } from 'kysely'

/** A closed questionnaire can be opened again: answers of a closing stay apart from those that come after it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('questionnaire_answers').addColumn('settled_at', 'text').execute()
  await sql`update questionnaire_answers set settled_at =
    (select closed_at from questionnaires where questionnaires.id = questionnaire_answers.questionnaire_id)`.execute(db)
}
