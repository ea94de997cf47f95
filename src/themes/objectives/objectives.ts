import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { ofTheme } from '../describing/describing.js'
import type { ThemeObjective } from '../tables.js'

/** What a theme wants to reach, in the order in which it was written down. */
export function objectivesOf(db: Db, themeId: string): Promise<ThemeObjective[]> {
  return db
    .selectFrom('themeObjectives')
    .selectAll()
    .where('themeId', '=', themeId)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

/** @throws NotFound */
export async function findObjective(db: Db, theme: Theme, id: string): Promise<ThemeObjective> {
  const found = (await objectivesOf(db, theme.id)).find(one => one.id === id)
  if (!found) throw new NotFound('objective')
  return found
}

export async function addObjective(trx: Trx, theme: Theme, by: Person, objective: string): Promise<string> {
  const id = newId()
  const open = { answeredAt: null, answeredBy: null, removedAt: null, removedBy: null }
  await trx
    .insertInto('themeObjectives')
    .values({ id, themeId: theme.id, objective, addedAt: now(), addedBy: by.id, ...open })
    .execute()
  await record(trx, { kind: 'theme objective added', by, ...ofTheme(theme) })
  return id
}

/** Its words, and what came of it; without words of what came, it is open again. */
export async function saveObjective(
  trx: Trx,
  theme: Theme,
  objective: ThemeObjective,
  by: Person,
  words: Pick<ThemeObjective, 'objective' | 'cameOfIt'>,
): Promise<void> {
  const answered = words.cameOfIt
    ? { answeredAt: objective.answeredAt ?? now(), answeredBy: objective.answeredBy ?? by.id }
    : { answeredAt: null, answeredBy: null }
  await trx
    .updateTable('themeObjectives')
    .set({ ...words, ...answered })
    .where('id', '=', objective.id)
    .execute()
  await record(trx, { kind: 'theme objective answered', by, ...ofTheme(theme) })
}

export async function removeObjective(trx: Trx, theme: Theme, objective: ThemeObjective, by: Person): Promise<void> {
  await trx
    .updateTable('themeObjectives')
    .set({ removedAt: now(), removedBy: by.id })
    .where('id', '=', objective.id)
    .execute()
  await record(trx, { kind: 'theme objective removed', by, ...ofTheme(theme) })
}
