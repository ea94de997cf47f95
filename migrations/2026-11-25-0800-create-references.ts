import { type Kysely, sql } from 'kysely'

/**
 * The published works that a group knows, each once, and what each of them does to its thinking. What groups had
 * written down in one line becomes a work of which only the title is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('published_references')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('key', 'text', c => c.notNull())
    .addColumn('work', 'text', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('doi', 'text')
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('revised_at', 'text')
    .addColumn('revised_by', 'text', c => c.references('people.id'))
    .addColumn('shared_at', 'text')
    .addColumn('shared_by', 'text', c => c.references('people.id'))
    .addColumn('removed_at', 'text')
    .addColumn('removed_by', 'text', c => c.references('people.id'))
    .addColumn('removed_because', 'text')
    .execute()
  await schema
    .createIndex('published_references_key')
    .unique()
    .on('published_references')
    .columns(['group_id', 'key'])
    .execute()

  await schema
    .createTable('reference_stances')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('reference_id', 'text', c => c.notNull().references('published_references.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().references('enquiries.id'))
    .addColumn('stance', 'text', c => c.notNull())
    .addColumn('sentence', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('said_at', 'text', c => c.notNull())
    .addColumn('said_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('reference_stances_reference').on('reference_stances').column('reference_id').execute()
  await schema.createIndex('reference_stances_enquiry').on('reference_stances').column('enquiry_id').execute()

  await schema
    .createTable('reference_imports')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('found', 'text', c => c.notNull())
    .addColumn('made_at', 'text', c => c.notNull())
    .execute()

  await takeOver(db)
  await schema.dropTable('published_knowledge').execute()
}

interface Line {
  id: string
  group_id: string
  enquiry_id: string
  source: string
  address: string
  stance: string
  sentence: string
  added_at: string
  added_by: string
}

/** The same source at the same address is one work, whatever was said of it. */
async function takeOver(db: Kysely<unknown>): Promise<void> {
  const { rows } =
    await sql<Line>`select published_knowledge.id, enquiries.group_id, enquiry_id, source, address, stance,
    sentence, added_at, added_by from published_knowledge join enquiries on enquiries.id = published_knowledge.enquiry_id
    order by added_at, published_knowledge.id`.execute(db)
  const known = new Map<string, string>()
  const taken = new Map<string, number>()
  for (const line of rows) {
    const place = JSON.stringify([line.group_id, line.source.trim().toLowerCase(), line.address])
    let reference = known.get(place)
    if (!reference) {
      reference = `${line.id}-work`
      known.set(place, reference)
      const number = (taken.get(line.group_id) ?? 0) + 1
      taken.set(line.group_id, number)
      await addWork(db, line, reference, `source${number}`)
    }
    await sql`insert into reference_stances (id, reference_id, enquiry_id, stance, sentence, version, said_at, said_by)
      values (${line.id}, ${reference}, ${line.enquiry_id}, ${line.stance}, ${line.sentence}, 1, ${line.added_at},
      ${line.added_by})`.execute(db)
  }
}

async function addWork(db: Kysely<unknown>, line: Line, id: string, key: string): Promise<void> {
  const work = JSON.stringify({
    type: line.address ? 'webpage' : 'document',
    title: line.source,
    ...(line.address ? { URL: line.address } : {}),
  })
  await sql`insert into published_references (id, group_id, key, work, title, version, added_at, added_by)
    values (${id}, ${line.group_id}, ${key}, ${work}, ${line.source}, 1, ${line.added_at}, ${line.added_by})`.execute(
    db,
  )
}
