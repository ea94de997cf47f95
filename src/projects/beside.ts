import type { Db } from '../database.js'
import type { BesidePart } from '../networks/year.js'
import type { Person } from '../people/person.js'
import { lineOf } from './listing.js'
import { projectsByIds } from './projects.js'

const most = 20

/** The projects of a theme on its page, and those of a school on its own; the newest first. */
export const projectsBeside: BesidePart[] = [
  { of: 'theme', view: 'projects/_beside', load: (db, person, id) => shown(db, person, ofTheme(db, id)) },
  { of: 'school', view: 'projects/_beside', load: (db, person, id) => shown(db, person, ofSchool(db, id)) },
]

function ofTheme(db: Db, id: string) {
  return db.selectFrom('projects').select('projects.id').where('themeId', '=', id)
}

function ofSchool(db: Db, id: string) {
  return db
    .selectFrom('projects')
    .select('projects.id')
    .where('projects.id', 'in', eb =>
      eb
        .selectFrom('projectMembers')
        .select('projectId')
        .where('schoolId', '=', id)
        .where('joinedAt', 'is not', null)
        .where('leftAt', 'is', null),
    )
}

async function shown(
  db: Db,
  person: Person,
  query: ReturnType<typeof ofTheme>,
): Promise<Record<string, unknown> | undefined> {
  const rows = await query.orderBy('projects.startsOn', 'desc').limit(most).execute()
  const found = await projectsByIds(
    db,
    person,
    rows.map(row => row.id),
  )
  return found.length === 0 ? undefined : { projects: found.map(lineOf) }
}
