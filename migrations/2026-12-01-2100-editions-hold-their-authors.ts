import type { Kysely } from 'kysely'

interface Frozen {
  id: string
  of_kind: string
  of_id: string
  document: string
}

interface Then {
  submissions: Frozen
  editions: Frozen & { network_id: string; number: number; withdrawn_at: string | null }
  write_ups: { id: string; group_id: string }
  groups: { id: string; network_id: string }
  networks: { id: string; name: string }
  group_people: { group_id: string; person_id: string }
  people: { id: string; name: string }
  pseudonyms: { group_id: string; kind: string; name: string; pseudonym: string; removed_at: string | null }
  schools: { id: string; name: string; network_id: string }
  termly_reports: { id: string; network_id: string }
  write_up_authors: { id: string; write_up_id: string; position: number; person_id: string | null; name: string }
  write_up_schools: { id: string; write_up_id: string; school_id: string }
}

/**
 * Who wrote an edition, and of which schools it is, belongs to the edition, as a list; a network says under which licence
 * its work goes out. What was submitted or published before keeps what its title page said.
 */
export async function up(db: Kysely<Then>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('write_up_authors')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('write_up_id', 'text', c => c.notNull().references('write_ups.id'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('person_id', 'text', c => c.references('people.id'))
    .addColumn('name', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await schema.createIndex('write_up_authors_of').on('write_up_authors').column('write_up_id').execute()
  await schema.createIndex('write_up_authors_person').on('write_up_authors').column('person_id').execute()
  await schema
    .createTable('write_up_schools')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('write_up_id', 'text', c => c.notNull().references('write_ups.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .execute()
  await schema.createIndex('write_up_schools_of').on('write_up_schools').column('write_up_id').execute()
  await schema.createIndex('write_up_schools_school').on('write_up_schools').column('school_id').execute()
  for (const table of ['networks', 'editions'])
    await schema
      .alterTable(table)
      .addColumn('licence', 'text', c => c.notNull().defaultTo(''))
      .execute()
  for (const { id } of await db.selectFrom('submissions').select('id').execute()) await fill(db, 'submissions', id)
  for (const { id } of await db.selectFrom('editions').select('id').execute()) await fill(db, 'editions', id)
  await keepThoseOfTheNewest(db)
}

async function fill(db: Kysely<Then>, table: 'submissions' | 'editions', id: string): Promise<void> {
  const row = await db
    .selectFrom(table)
    .select(['of_kind', 'of_id', 'document'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const document = JSON.parse(row.document) as { titlePage: { lines: string[] } }
  const known = await around(db, row)
  if (!known) return
  const { lines } = document.titlePage
  const by = row.of_kind === 'write-up' ? lines.findIndex(line => line.startsWith('By ')) : -1
  const authors = by < 0 ? [] : among(lines[by]!.slice(3), known.people)
  const schools = row.of_kind === 'write-up' ? among(lines[by + 1] ?? '', known.schools) : []
  const more = { authors: authors.map(name => ({ name })), schools, publisher: known.network }
  await db
    .updateTable(table)
    .set({ document: JSON.stringify({ ...document, ...more }) })
    .where('id', '=', id)
    .execute()
}

async function around(db: Kysely<Then>, { of_kind, of_id }: Pick<Frozen, 'of_kind' | 'of_id'>) {
  const of: { network_id: string; group_id?: string } | undefined =
    of_kind === 'write-up'
      ? await db
          .selectFrom('write_ups')
          .innerJoin('groups', 'groups.id', 'write_ups.group_id')
          .select(['groups.network_id', 'groups.id as group_id'])
          .where('write_ups.id', '=', of_id)
          .executeTakeFirst()
      : await db.selectFrom('termly_reports').select('network_id').where('id', '=', of_id).executeTakeFirst()
  if (!of) return undefined
  const { name } = await db
    .selectFrom('networks')
    .select('name')
    .where('id', '=', of.network_id)
    .executeTakeFirstOrThrow()
  const schools = await db.selectFrom('schools').select('name').where('network_id', '=', of.network_id).execute()
  return {
    network: name,
    people: (await peopleOf(db, of.group_id ?? '')).flatMap(person => person.names),
    schools: schools.map(school => school.name),
  }
}

/** Everybody who is or was in the group, by their own name and by the pseudonym that they go by outside. */
async function peopleOf(db: Kysely<Then>, group: string): Promise<{ id: string; names: string[] }[]> {
  const people = await db
    .selectFrom('group_people')
    .innerJoin('people', 'people.id', 'group_people.person_id')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('group_people.group_id', '=', group)
    .execute()
  const pseudonyms = await db
    .selectFrom('pseudonyms')
    .select(['name', 'pseudonym'])
    .where('group_id', '=', group)
    .where('kind', '=', 'person')
    .where('removed_at', 'is', null)
    .execute()
  return people.map(({ id, name }) => ({
    id,
    names: [name, ...pseudonyms.filter(one => one.name === name).map(one => one.pseudonym)].filter(Boolean),
  }))
}

/** `Ahmed, Bilal, Sam Rees and Maeve D’Arcy`: names that are known stay whole, whatever stands in them. */
function among(line: string, known: string[]): string[] {
  const longest = [...known].sort((one, other) => other.length - one.length)
  const found: string[] = []
  let rest = line.trim()
  while (rest !== '') {
    const name = longest.find(one => one !== '' && rest.startsWith(one)) ?? /^.*?(?=, | and |$)/s.exec(rest)![0]
    if (name.trim() !== '') found.push(name.trim())
    rest = rest.slice(name.length).replace(/^(?:,? and |, ?)/, '')
    if (name === '' && rest !== '') rest = rest.slice(1)
  }
  return found
}

/** What the newest edition says is where the next one begins. */
async function keepThoseOfTheNewest(db: Kysely<Then>): Promise<void> {
  const editions = await db
    .selectFrom('editions')
    .select(['id', 'of_id', 'network_id'])
    .where('of_kind', '=', 'write-up')
    .orderBy('number', 'desc')
    .execute()
  const newest = new Map(editions.reverse().map(edition => [edition.of_id, edition]))
  for (const [writeUpId, { id, network_id }] of newest) {
    const writeUp = await db.selectFrom('write_ups').select('group_id').where('id', '=', writeUpId).executeTakeFirst()
    if (!writeUp) continue
    const row = await db.selectFrom('editions').select('document').where('id', '=', id).executeTakeFirstOrThrow()
    const document = JSON.parse(row.document) as { authors?: { name: string }[]; schools?: string[] }
    const people = await peopleOf(db, writeUp.group_id)
    const schools = await db.selectFrom('schools').select(['id', 'name']).where('network_id', '=', network_id).execute()
    for (const [position, { name }] of (document.authors ?? []).entries()) {
      const person = people.find(one => one.names.includes(name))
      await db
        .insertInto('write_up_authors')
        .values({
          id: `${writeUpId}-author-${position}`,
          write_up_id: writeUpId,
          position,
          person_id: person?.id ?? null,
          name: person ? '' : name,
        })
        .execute()
    }
    for (const { id: school_id } of schools.filter(one => document.schools?.includes(one.name)))
      await db
        .insertInto('write_up_schools')
        .values({ id: `${writeUpId}-${school_id}`, write_up_id: writeUpId, school_id })
        .execute()
  }
}
