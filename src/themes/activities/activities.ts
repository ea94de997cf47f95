import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import type { ThemeActivity } from '../tables.js'

export type ActivityWords = Pick<ThemeActivity, 'activity' | 'forWhom' | 'onDay'>

/** How far an agreed activity is, in a word. */
export type ActivityState = 'agreed' | 'to be told of' | 'done' | 'dropped'

export function activityState(one: ThemeActivity): ActivityState {
  if (one.doneAt) return 'done'
  if (one.droppedAt) return 'dropped'
  return one.onDay !== null && one.onDay < today() ? 'to be told of' : 'agreed'
}

/** The agreed learning activities of a theme: what is to come by its day, then what was, the newest first. */
export async function activitiesOf(db: Db, themeId: string): Promise<ThemeActivity[]> {
  const rows = await db
    .selectFrom('themeActivities')
    .selectAll()
    .where('themeId', '=', themeId)
    .orderBy('onDay')
    .orderBy('agreedAt')
    .execute()
  const open = rows.filter(one => !one.doneAt && !one.droppedAt)
  const over = rows.filter(one => one.doneAt ?? one.droppedAt)
  const later = (one: ThemeActivity) => one.onDay ?? '9999'
  return [...open.sort((one, other) => later(one).localeCompare(later(other))), ...over.reverse()]
}

/** @throws NotFound */
export function findActivity(db: Db, theme: Theme, id: string): Promise<ThemeActivity> {
  return db
    .selectFrom('themeActivities')
    .selectAll()
    .where('themeId', '=', theme.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('activity'))
}

export async function agreeActivity(trx: Trx, theme: Theme, by: Person, words: ActivityWords): Promise<string> {
  const id = newId()
  const open = { doneAt: null, doneBy: null, droppedAt: null, droppedBy: null }
  await trx
    .insertInto('themeActivities')
    .values({ id, themeId: theme.id, ...words, agreedAt: now(), agreedBy: by.id, changedAt: now(), ...open })
    .execute()
  await record(trx, { kind: 'theme activity agreed', by, ...ofActivity(theme, { id }) })
  return id
}

export async function changeActivity(
  trx: Trx,
  theme: Theme,
  activity: ThemeActivity,
  by: Person,
  words: ActivityWords,
): Promise<void> {
  const changed = { changedAt: now(), sequence: activity.sequence + 1 }
  await trx
    .updateTable('themeActivities')
    .set({ ...words, ...changed })
    .where('id', '=', activity.id)
    .execute()
  await record(trx, { kind: 'theme activity changed', by, ...ofActivity(theme, activity) })
}

/**
 * An activity has taken place or will not, with what came of it or why not; said again, the words are the new ones.
 * @throws Conflict for one that is done and is now said to be dropped
 */
export async function tellOfActivity(
  trx: Trx,
  theme: Theme,
  activity: ThemeActivity,
  by: Person,
  { outcome, cameOfIt }: { outcome: 'done' | 'dropped'; cameOfIt: string },
): Promise<void> {
  if (outcome === 'dropped' && activity.doneAt) throw new Conflict('This activity is done, so it cannot be dropped.')
  const done = outcome === 'done'
  const told = {
    doneAt: done ? (activity.doneAt ?? now()) : null,
    doneBy: done ? (activity.doneBy ?? by.id) : null,
    droppedAt: done ? null : (activity.droppedAt ?? now()),
    droppedBy: done ? null : (activity.droppedBy ?? by.id),
  }
  const changed = { changedAt: now(), sequence: activity.sequence + 1, cameOfIt }
  await trx
    .updateTable('themeActivities')
    .set({ ...told, ...changed })
    .where('id', '=', activity.id)
    .execute()
  const kind = done ? 'theme activity done' : 'theme activity dropped'
  await record(trx, { kind, by, ...ofActivity(theme, activity) })
}

function ofActivity(theme: Theme, { id }: Pick<ThemeActivity, 'id'>) {
  return { networkId: theme.networkId, aboutKind: 'theme activity', aboutId: id }
}
