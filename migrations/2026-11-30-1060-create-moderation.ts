import type { Kysely } from 'kysely'

/**
 * Colleagues of several schools judge the same pieces of pupils' work, first alone, then together: rounds, their sheet of
 * judgements, who judges, the pieces, what each said, and what was agreed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRounds(db)
  await createPieces(db)
  await createJudgements(db)
}

async function createRounds({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('moderation_rounds')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('about', 'text', c => c.notNull().defaultTo(''))
    .addColumn('leader_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('judge_by', 'text', c => c.notNull())
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('begun_at', 'text')
    .addColumn('begun_by', 'text', c => c.references('people.id'))
    .addColumn('opened_at', 'text')
    .addColumn('opened_by', 'text', c => c.references('people.id'))
    .addColumn('finished_at', 'text')
    .addColumn('finished_by', 'text', c => c.references('people.id'))
    .addColumn('sequence', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('changed_at', 'text', c => c.notNull())
    .execute()
  await schema
    .createIndex('moderation_rounds_network')
    .on('moderation_rounds')
    .columns(['network_id', 'made_at'])
    .execute()
  await schema
    .createIndex('moderation_rounds_leader')
    .on('moderation_rounds')
    .columns(['leader_id', 'finished_at'])
    .execute()

  await schema
    .createTable('moderation_criteria')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('round_id', 'text', c => c.notNull().references('moderation_rounds.id'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .execute()
  await schema
    .createIndex('moderation_criteria_round')
    .on('moderation_criteria')
    .columns(['round_id', 'position'])
    .execute()
  await schema
    .createTable('moderation_levels')
    .addColumn('criterion_id', 'text', c => c.notNull().references('moderation_criteria.id'))
    .addColumn('level', 'integer', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('means', 'text', c => c.notNull().defaultTo(''))
    .addPrimaryKeyConstraint('moderation_levels_pk', ['criterion_id', 'level'])
    .execute()

  await schema
    .createTable('moderation_judges')
    .addColumn('round_id', 'text', c => c.notNull().references('moderation_rounds.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('left_at', 'text')
    .addColumn('leaving_word', 'text', c => c.notNull().defaultTo(''))
    .addPrimaryKeyConstraint('moderation_judges_pk', ['round_id', 'person_id'])
    .execute()
  await schema
    .createIndex('moderation_judges_person')
    .on('moderation_judges')
    .columns(['person_id', 'left_at'])
    .execute()
}

async function createPieces({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('moderation_pieces')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('round_id', 'text', c => c.notNull().references('moderation_rounds.id'))
    .addColumn('number', 'integer', c => c.notNull())
    // Without a reference: a piece that is erased altogether takes its row along, and must not be kept by this.
    .addColumn('evidence_id', 'text')
    .addColumn('school_id', 'text', c => c.references('schools.id'))
    .addColumn('title', 'text', c => c.notNull().defaultTo(''))
    .addColumn('words', 'text', c => c.notNull().defaultTo(''))
    .addColumn('seen', 'text', c => c.notNull().defaultTo('no one'))
    .addColumn('given_by', 'text', c => c.notNull().defaultTo(''))
    .addColumn('goes_to', 'text', c => c.notNull().defaultTo('judges'))
    .addColumn('ends_on', 'text')
    .addColumn('reason', 'text', c => c.notNull().defaultTo(''))
    .addColumn('agreed_at', 'text')
    .addColumn('agreed_by', 'text', c => c.references('people.id'))
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .addColumn('removed_by', 'text', c => c.references('people.id'))
    .addColumn('removed_because', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await schema.createIndex('moderation_pieces_round').on('moderation_pieces').columns(['round_id', 'number']).execute()
  await schema
    .createIndex('moderation_pieces_agreed')
    .on('moderation_pieces')
    .columns(['network_id', 'agreed_at'])
    .execute()
  await schema.createIndex('moderation_pieces_evidence').on('moderation_pieces').column('evidence_id').execute()

  await schema
    .createTable('moderation_files')
    .addColumn('piece_id', 'text', c => c.notNull().references('moderation_pieces.id'))
    .addColumn('file_id', 'text', c => c.notNull().references('files.id'))
    .addColumn('alt', 'text', c => c.notNull().defaultTo(''))
    .addColumn('position', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('moderation_files_pk', ['piece_id', 'file_id'])
    .execute()
}

async function createJudgements({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('moderation_judgements')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('piece_id', 'text', c => c.notNull().references('moderation_pieces.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('because', 'text', c => c.notNull().defaultTo(''))
    .addColumn('given_at', 'text', c => c.notNull())
    .execute()
  await schema
    .createIndex('moderation_judgements_piece')
    .unique()
    .on('moderation_judgements')
    .columns(['piece_id', 'person_id'])
    .execute()
  await schema
    .createTable('moderation_marks')
    .addColumn('judgement_id', 'text', c => c.notNull().references('moderation_judgements.id'))
    .addColumn('criterion_id', 'text', c => c.notNull().references('moderation_criteria.id'))
    .addColumn('level', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('moderation_marks_pk', ['judgement_id', 'criterion_id'])
    .execute()
  await schema
    .createTable('moderation_agreements')
    .addColumn('piece_id', 'text', c => c.notNull().references('moderation_pieces.id'))
    .addColumn('criterion_id', 'text', c => c.notNull().references('moderation_criteria.id'))
    .addColumn('level', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('moderation_agreements_pk', ['piece_id', 'criterion_id'])
    .execute()
  await schema
    .createIndex('moderation_agreements_criterion')
    .on('moderation_agreements')
    .columns(['criterion_id', 'level'])
    .execute()
}
