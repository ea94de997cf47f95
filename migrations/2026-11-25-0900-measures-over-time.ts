import type { Kysely } from 'kysely'

interface Before {
  actions: { id: string; group_id: string; enquiry_id: string }
  action_measures: {
    id: string
    action_id: string
    school_id: string
    measure: string
    measured_on: string
    value: number
    pupils: number | null
    added_at: string
    added_by: string
  }
  measures: Record<string, string | null>
  readings: Record<string, string | number | null>
}

/**
 * One source for what is measured: a measure of an enquiry, and its readings in each school on each day, whether they were
 * typed in beside an action or read from a spreadsheet. What was measured beside actions moves there.
 */
export async function up(db: Kysely<Before>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('measures')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().references('enquiries.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('folded', 'text', c => c.notNull())
    .addColumn('baseline_until', 'text')
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addUniqueConstraint('measures_once', ['enquiry_id', 'folded'])
    .execute()

  await schema
    .createTable('measure_imports')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().references('enquiries.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('draft', 'text')
    .addColumn('begun_at', 'text', c => c.notNull())
    .addColumn('begun_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('taken_in_at', 'text')
    .addColumn('taken_in', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('undone_at', 'text')
    .addColumn('undone_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('measure_imports_enquiry').on('measure_imports').column('enquiry_id').execute()

  await schema
    .createTable('readings')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('measure_id', 'text', c => c.notNull().references('measures.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('measured_on', 'text', c => c.notNull())
    .addColumn('value', 'real')
    .addColumn('pupils', 'integer')
    .addColumn('remark', 'text', c => c.notNull().defaultTo(''))
    .addColumn('action_id', 'text', c => c.references('actions.id'))
    .addColumn('import_id', 'text', c => c.references('measure_imports.id'))
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('readings_measure').on('readings').column('measure_id').execute()
  await schema.createIndex('readings_action').on('readings').column('action_id').execute()
  await schema.createIndex('readings_import').on('readings').column('import_id').execute()

  await schema
    .createTable('measure_shares')
    .addColumn('measure_id', 'text', c => c.notNull().references('measures.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('shared_at', 'text', c => c.notNull())
    .addColumn('shared_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('measure_shares_key', ['measure_id', 'school_id'])
    .execute()

  await moveWhatActionsMeasured(db)
  await schema.dropTable('action_measures').execute()
}

async function moveWhatActionsMeasured(db: Kysely<Before>): Promise<void> {
  const rows = await db
    .selectFrom('action_measures')
    .innerJoin('actions', 'actions.id', 'action_measures.action_id')
    .selectAll('action_measures')
    .select(['actions.group_id', 'actions.enquiry_id'])
    .orderBy('action_measures.added_at')
    .execute()
  const known = new Map<string, string>()
  for (const row of rows) {
    const folded = row.measure.toLowerCase().replace(/\s+/g, ' ').trim()
    const key = `${row.enquiry_id} ${folded}`
    if (!known.has(key)) {
      known.set(key, row.id)
      const { group_id, enquiry_id, added_at, added_by } = row
      const measure = {
        id: row.id,
        group_id,
        enquiry_id,
        name: row.measure,
        folded,
        made_at: added_at,
        made_by: added_by,
      }
      await db.insertInto('measures').values(measure).execute()
    }
    const { id, school_id, measured_on, value, pupils, action_id, added_at, added_by } = row
    const reading = {
      id,
      measure_id: known.get(key)!,
      school_id,
      measured_on,
      value,
      pupils,
      action_id,
      added_at,
      added_by,
    }
    await db.insertInto('readings').values(reading).execute()
  }
}
