import type { Db } from '../database.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'

/** Adds a line to the audit trail: who, what, which id; never names, text or secrets. */
export async function noteInAudit(
  db: Db,
  entry: { personId: string | null; did: string; aboutKind?: string; aboutId?: string; networkId?: string | null },
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      id: newId(),
      at: now(),
      personId: entry.personId,
      did: entry.did,
      aboutKind: entry.aboutKind ?? null,
      aboutId: entry.aboutId ?? null,
      networkId: entry.networkId ?? null,
    })
    .execute()
}
