import type { Kysely } from 'kysely'

/** What a recommendation was begun from, and the schools that its draft is meant for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .alterTable('recommendations')
    .addColumn('claim_id', 'text', c => c.references('claims.id'))
    .execute()
  await schema
    .alterTable('recommendations')
    .addColumn('effect_id', 'text', c => c.references('effects.id'))
    .execute()
  await schema.createIndex('recommendations_claim').on('recommendations').column('claim_id').execute()
  await schema.createIndex('recommendations_effect').on('recommendations').column('effect_id').execute()

  await schema
    .createTable('recommendation_schools')
    .addColumn('recommendation_id', 'text', c => c.notNull().references('recommendations.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addPrimaryKeyConstraint('recommendation_schools_once', ['recommendation_id', 'school_id'])
    .execute()
}
