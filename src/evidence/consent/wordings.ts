import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'

const most = 12

/** Wordings that the network keeps, to be picked instead of typed; the newest first. */
export async function keptWordings(db: Db, networkId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('consentWordings')
    .select('wording')
    .where('networkId', '=', networkId)
    .where('removedAt', 'is', null)
    .orderBy('keptAt', 'desc')
    .limit(most)
    .execute()
  return rows.map(row => row.wording)
}

/** Keeps a wording for the whole network. The same one again changes nothing. */
export async function keepWording(db: Db, networkId: string, person: Person, wording: string): Promise<void> {
  if (wording === '' || (await keptWordings(db, networkId)).includes(wording)) return
  await db
    .insertInto('consentWordings')
    .values({ id: newId(), networkId, wording, keptAt: now(), keptBy: person.id, removedAt: null })
    .execute()
}
