import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { rolesThat } from '../../people/roles/roles.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import type { ThemeChampion } from '../tables.js'

/** A champion with the names around them. */
export interface ChampionInView extends ThemeChampion {
  name: string
  school: string
  asker: string
}

/** The champions of a theme who said yes, and those who were asked and have not answered: schools in the alphabet. */
export async function championsOf(db: Db, themeId: string): Promise<ChampionInView[]> {
  const rows = await champions(db)
    .where('themeChampions.themeId', '=', themeId)
    .where('themeChampions.endedAt', 'is', null)
    .where('themeChampions.saidNoAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.sort((one, other) => byName({ name: one.school }, { name: other.school }) || byName(one, other))
}

/** Champions who said yes and have not stepped back, of every theme of a network. */
export function championsWhoSaidYes(db: Db, networkId: string) {
  return champions(db)
    .innerJoin('themes', 'themes.id', 'themeChampions.themeId')
    .select('themes.name as theme')
    .where('themes.networkId', '=', networkId)
    .where('themes.closedAt', 'is', null)
    .where('themeChampions.saidYesAt', 'is not', null)
    .where('themeChampions.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
}

/** @throws NotFound */
export function findChampion(db: Db, theme: Theme, id: string): Promise<ChampionInView> {
  return champions(db)
    .where('themeChampions.themeId', '=', theme.id)
    .where('themeChampions.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('champion'))
}

function champions(db: Db) {
  return db
    .selectFrom('themeChampions')
    .innerJoin('people', 'people.id', 'themeChampions.personId')
    .innerJoin('people as askers', 'askers.id', 'themeChampions.askedBy')
    .innerJoin('schools', 'schools.id', 'themeChampions.schoolId')
    .selectAll('themeChampions')
    .select(['people.name', 'schools.name as school', 'askers.name as asker'])
}

/** Colleagues of a school who can be asked: those who work there and are not champions of the theme already. */
export async function colleaguesToAsk(db: Db, theme: Theme, schoolId: string): Promise<{ id: string; name: string }[]> {
  const asked = new Set((await championsOf(db, theme.id)).map(one => one.personId))
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('networkRoles.networkId', '=', theme.networkId)
    .where('networkRoles.schoolId', '=', schoolId)
    .where('networkRoles.role', 'in', rolesThat('works'))
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.filter(one => !asked.has(one.id)).sort(byName)
}

/** Asks a colleague to be the person to ask in their school. Nothing is said of them before they have said yes. */
export async function askChampion(
  trx: Trx,
  theme: Theme,
  by: Person,
  { personId, schoolId, why }: Pick<ThemeChampion, 'personId' | 'schoolId' | 'why'>,
): Promise<string> {
  const asked = (await championsOf(trx, theme.id)).find(one => one.personId === personId)
  if (asked) throw new Conflict(`${asked.name} has been asked already.`)
  const id = newId()
  const open = { saidYesAt: null, knows: '', saidNoAt: null, endedAt: null, endedBy: null }
  await trx
    .insertInto('themeChampions')
    .values({ id, themeId: theme.id, personId, schoolId, why, askedAt: now(), askedBy: by.id, ...open })
    .execute()
  await record(trx, { kind: 'champion asked', by, ...ofChampion(theme, { id }) })
  return id
}

/** @param knows what colleagues can ask them, in their own words */
export async function sayYes(
  trx: Trx,
  theme: Theme,
  champion: ThemeChampion,
  by: Person,
  knows: string,
): Promise<void> {
  refuseAnswered(champion, by)
  await trx
    .updateTable('themeChampions')
    .set({ saidYesAt: champion.saidYesAt ?? now(), knows })
    .where('id', '=', champion.id)
    .execute()
  await record(trx, { kind: 'champion said yes', by, ...ofChampion(theme, champion) })
}

export async function sayNo(trx: Trx, theme: Theme, champion: ThemeChampion, by: Person): Promise<void> {
  refuseAnswered(champion, by)
  if (champion.saidYesAt) throw new Conflict('You have said yes. Step back instead.')
  await trx.updateTable('themeChampions').set({ saidNoAt: now() }).where('id', '=', champion.id).execute()
  await record(trx, { kind: 'champion said no', by, ...ofChampion(theme, champion) })
}

/** Somebody is not the person to ask any more, or what was asked is taken back before an answer. */
export async function stepBack(trx: Trx, theme: Theme, champion: ThemeChampion, by: Person): Promise<void> {
  if (champion.endedAt || champion.saidNoAt) throw new Conflict('This has been settled already.')
  await trx
    .updateTable('themeChampions')
    .set({ endedAt: now(), endedBy: by.id })
    .where('id', '=', champion.id)
    .execute()
  await record(trx, { kind: 'champion stepped back', by, ...ofChampion(theme, champion) })
}

function refuseAnswered(champion: ThemeChampion, by: Person): void {
  if (champion.personId !== by.id) throw new NotFound('question')
  if (champion.endedAt || champion.saidNoAt) throw new Conflict('This has been settled already.')
}

function ofChampion(theme: Theme, { id }: Pick<ThemeChampion, 'id'>) {
  return { networkId: theme.networkId, aboutKind: 'champion', aboutId: id, theme: theme.id }
}
