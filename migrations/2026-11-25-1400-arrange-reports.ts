import type { Kysely } from 'kysely'

/** A network arranges its termly report: parts in its own order, pictures, promises and what became of them, places to see. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('report_parts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('term_id', 'text', c => c.notNull().references('terms.id'))
    .addColumn('part', 'text', c => c.notNull())
    .addColumn('heading', 'text', c => c.notNull().defaultTo(''))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('left_out_at', 'text')
    .addColumn('left_out_by', 'text', c => c.references('people.id'))
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .addUniqueConstraint('report_parts_once', ['term_id', 'part'])
    .execute()

  await schema
    .createTable('report_pictures')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('term_id', 'text', c => c.notNull().references('terms.id'))
    .addColumn('part', 'text', c => c.notNull())
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('file_id', 'text', c => c.notNull().references('files.id'))
    .addColumn('alt', 'text', c => c.notNull())
    .addColumn('caption', 'text', c => c.notNull().defaultTo(''))
    .addColumn('chosen_at', 'text', c => c.notNull())
    .addColumn('chosen_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .addColumn('removed_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('report_pictures_term').on('report_pictures').column('term_id').execute()
  await schema.createIndex('report_pictures_evidence').on('report_pictures').column('evidence_id').execute()

  // Made in one term; what became of it is told in the next term's report.
  await schema
    .createTable('report_promises')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('term_id', 'text', c => c.notNull().references('terms.id'))
    .addColumn('promise', 'text', c => c.notNull())
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .addColumn('removed_by', 'text', c => c.references('people.id'))
    .addColumn('outcome', 'text')
    .addColumn('became', 'text', c => c.notNull().defaultTo(''))
    .addColumn('answered_at', 'text')
    .addColumn('answered_by', 'text', c => c.references('people.id'))
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .execute()
  await schema.createIndex('report_promises_term').on('report_promises').column('term_id').execute()

  await schema
    .createTable('report_sights')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('term_id', 'text', c => c.notNull().references('terms.id'))
    .addColumn('what', 'text', c => c.notNull())
    .addColumn('place', 'text', c => c.notNull())
    .addColumn('on_day', 'text')
    .addColumn('hours', 'text', c => c.notNull().defaultTo(''))
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .addColumn('removed_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('report_sights_term').on('report_sights').column('term_id').execute()
}
