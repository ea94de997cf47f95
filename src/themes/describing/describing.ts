import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network, Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'

export type ThemeWords = Pick<Theme, 'name' | 'about' | 'focus'>

/** How a fact knows a theme. */
export function ofTheme(theme: Pick<Theme, 'id' | 'networkId'>) {
  return { networkId: theme.networkId, aboutKind: 'theme', aboutId: theme.id }
}

/** A theme that groups can ask about from now on. @returns its id */
export async function addTheme(
  trx: Trx,
  network: Pick<Network, 'id'>,
  by: Person,
  words: Pick<ThemeWords, 'name' | 'about'>,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('themes')
    .values({ id, networkId: network.id, ...words, closedAt: null, madeAt: now(), madeBy: by.id })
    .execute()
  await record(trx, { kind: 'theme added', by, ...ofTheme({ id, networkId: network.id }) })
  return id
}

/** What is said of a theme. A name that it had is kept, and still finds it. */
export async function describeTheme(trx: Trx, theme: Theme, by: Person, words: ThemeWords): Promise<void> {
  await trx.updateTable('themes').set(words).where('id', '=', theme.id).execute()
  if (words.name !== theme.name)
    await trx
      .insertInto('themeNames')
      .values({ id: newId(), themeId: theme.id, name: theme.name, untilAt: now(), changedBy: by.id })
      .execute()
  await record(trx, { kind: 'theme described', by, ...ofTheme(theme) })
}

/** The theme comes to its end, with a word on it; its groups go on, and everything in it stays to be read. */
export async function closeTheme(trx: Trx, theme: Theme, by: Person, because: string): Promise<void> {
  const closed = await trx
    .updateTable('themes')
    .set({ closedAt: now(), closedBy: by.id, closedBecause: because })
    .where('id', '=', theme.id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) throw new Conflict('This theme has been closed already.')
  await record(trx, { kind: 'theme closed', by, ...ofTheme(theme) })
}

export async function reopenTheme(trx: Trx, theme: Theme, by: Person): Promise<void> {
  const open = { closedAt: null, closedBy: null, closedBecause: '' }
  await trx.updateTable('themes').set(open).where('id', '=', theme.id).execute()
  await record(trx, { kind: 'theme reopened', by, ...ofTheme(theme) })
}
