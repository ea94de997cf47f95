import { sql } from 'kysely'
import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { endRole, giveRole } from '../../people/roles/giving-roles.js'
import { rolesThat } from '../../people/roles/roles.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { containing } from '../../words/folded.js'
import { ofTheme } from '../describing/describing.js'
import { coLeadersOf } from '../themes.js'

/** A colleague who could lead the theme, with the school that they work in. */
export interface Successor {
  id: string
  name: string
  schoolId: string | null
  school: string | null
}

const most = 20

/** Colleagues who join groups and do not lead the theme yet, found by their names. @param words where empty all of them, if they fit on a page */
export async function successorsFor(db: Db, theme: Theme, words: string): Promise<Successor[]> {
  const leads = (await coLeadersOf(db, theme.id)).map(one => one.id)
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select(['people.id', 'people.name', 'networkRoles.schoolId', 'schools.name as school'])
    .where('networkRoles.networkId', '=', theme.networkId)
    .where('networkRoles.role', 'in', rolesThat('joins groups'))
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where(sql<boolean>`people.name like ${containing(words)} escape '\\'`)
    .orderBy('people.name')
    .limit(most * 3)
    .execute()
  const seen = new Map<string, Successor>()
  for (const row of rows) if (!leads.includes(row.id) && !(seen.get(row.id)?.schoolId ?? null)) seen.set(row.id, row)
  return words || seen.size <= most ? [...seen.values()].slice(0, most) : []
}

/**
 * The theme goes over to another co-leader, or gains one. Everything in it stays where it is; the word for whoever takes it
 * over stays with the theme. A network leader gives it: nobody gives a role to themselves.
 * @param from the role that ends; none where another co-leader joins the present ones
 */
export async function handThemeOver(
  trx: Trx,
  theme: Theme,
  by: Person,
  { from, to, word }: { from: string | null; to: Successor; word: string },
): Promise<void> {
  const leaving = from === null ? null : (await coLeadersOf(trx, theme.id)).find(one => one.roleId === from)
  if (leaving === undefined) throw new Conflict('That co-leader does not lead this theme any more.')
  const { id: toPerson, schoolId } = to
  await giveRole(
    trx,
    { networkId: theme.networkId, personId: toPerson, role: 'co-leader', themeId: theme.id, schoolId },
    by,
  )
  if (leaving) await endRole(trx, leaving.roleId, by)
  await trx
    .insertInto('themeHandovers')
    .values({
      id: newId(),
      themeId: theme.id,
      fromPerson: leaving?.id ?? null,
      toPerson,
      word,
      givenAt: now(),
      givenBy: by.id,
    })
    .execute()
  await record(trx, { kind: 'theme handed over', by, ...ofTheme(theme), to: toPerson })
}

/** The newest word that somebody left for this co-leader of the theme. */
export function wordFor(db: Db, themeId: string, personId: string) {
  return db
    .selectFrom('themeHandovers')
    .leftJoin('people', 'people.id', 'themeHandovers.fromPerson')
    .select(['themeHandovers.word', 'themeHandovers.givenAt', 'people.name as from'])
    .where('themeId', '=', themeId)
    .where('toPerson', '=', personId)
    .where('word', '<>', '')
    .orderBy('givenAt', 'desc')
    .executeTakeFirst()
}

/** Who led the theme before, the newest first. */
export function ledBefore(db: Db, themeId: string) {
  return db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['people.name', 'networkRoles.endedAt as until'])
    .where('networkRoles.themeId', '=', themeId)
    .where('networkRoles.role', '=', 'co-leader')
    .where('networkRoles.endedAt', 'is not', null)
    .orderBy('networkRoles.endedAt', 'desc')
    .limit(10)
    .execute()
}
