import type { Kysely } from 'kysely'

/** Write-ups and termly reports: their parts, what was submitted, who approved it, and the editions that went out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('write_ups')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().unique().references('enquiries.id'))
    .addColumn('slug', 'text', c => c.notNull().unique())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('begun_at', 'text', c => c.notNull())
    .addColumn('begun_by', 'text', c => c.notNull().references('people.id'))
    .execute()

  await schema
    .createTable('write_up_parts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('write_up_id', 'text', c => c.notNull().references('write_ups.id'))
    .addColumn('part', 'text', c => c.notNull())
    .addColumn('heading', 'text', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('composed', 'text', c => c.notNull())
    .addColumn('composed_at', 'text', c => c.notNull())
    .addColumn('left_out_at', 'text')
    .addUniqueConstraint('write_up_parts_once', ['write_up_id', 'part'])
    .execute()

  await schema
    .createTable('termly_reports')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('term_id', 'text', c => c.notNull().unique().references('terms.id'))
    .addColumn('slug', 'text', c => c.notNull().unique())
    .addColumn('begun_at', 'text', c => c.notNull())
    .addColumn('begun_by', 'text', c => c.notNull().references('people.id'))
    .execute()

  await schema
    .createTable('short_reports')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('term_id', 'text', c => c.notNull().references('terms.id'))
    .addColumn('release_days', 'real')
    .addColumn('begun_at', 'text', c => c.notNull())
    .addColumn('begun_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('sent_at', 'text')
    .addColumn('sent_by', 'text', c => c.references('people.id'))
    .addUniqueConstraint('short_reports_once', ['group_id', 'term_id'])
    .execute()

  await schema
    .createTable('nudges')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('term_id', 'text', c => c.notNull().references('terms.id'))
    .addColumn('nudged_at', 'text', c => c.notNull())
    .addColumn('nudged_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('nudges_term').on('nudges').columns(['term_id', 'group_id']).execute()

  // `of_kind` is 'write-up' or 'termly report'; `of_id` is that row. The document is frozen as it was submitted.
  await schema
    .createTable('submissions')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('of_kind', 'text', c => c.notNull())
    .addColumn('of_id', 'text', c => c.notNull())
    .addColumn('document', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull().defaultTo(''))
    .addColumn('submitted_at', 'text', c => c.notNull())
    .addColumn('submitted_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('returned_at', 'text')
    .addColumn('returned_by', 'text', c => c.references('people.id'))
    .addColumn('returned_because', 'text')
    .addColumn('approved_at', 'text')
    .addColumn('approved_by', 'text', c => c.references('people.id'))
    .addColumn('taken_back_at', 'text')
    .addColumn('taken_back_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('submissions_of').on('submissions').columns(['of_kind', 'of_id']).execute()

  await schema
    .createTable('editions')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('of_kind', 'text', c => c.notNull())
    .addColumn('of_id', 'text', c => c.notNull())
    .addColumn('slug', 'text', c => c.notNull())
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('summary', 'text', c => c.notNull().defaultTo(''))
    .addColumn('document', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull().defaultTo(''))
    .addColumn('published_at', 'text', c => c.notNull())
    .addColumn('published_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('approved_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_by', 'text', c => c.references('people.id'))
    .addColumn('withdrawn_because', 'text')
    .addUniqueConstraint('editions_once', ['of_kind', 'of_id', 'number'])
    .execute()
  await schema.createIndex('editions_slug').on('editions').columns(['of_kind', 'slug']).execute()
  await schema.createIndex('editions_published').on('editions').column('published_at').execute()

  // Which pieces an edition or a submission leans on, so that a withdrawn consent finds every page that quotes it.
  await schema
    .createTable('edition_evidence')
    .addColumn('edition_id', 'text', c => c.notNull().references('editions.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addPrimaryKeyConstraint('edition_evidence_key', ['edition_id', 'evidence_id'])
    .execute()
  await schema.createIndex('edition_evidence_evidence').on('edition_evidence').column('evidence_id').execute()
}
