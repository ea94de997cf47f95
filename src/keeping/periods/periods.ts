import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import '../facts.js'
import { keptKinds } from '../kinds/kinds.js'
import type { KeptKind, Months } from '../kinds/kind.js'

/** How long a network keeps a kind, as it has said. Of what it has said nothing about, nothing goes by itself. */
export interface Period {
  kind: KeptKind
  /** Null where it never goes by itself, and as long as nothing is said. */
  months: Months
  /** Why it never does. */
  never: string
  chosen: boolean
}

/** The periods of a network, in the order of their kinds. */
export async function periodsOf(db: Db, networkId: string): Promise<Period[]> {
  const rows = await db.selectFrom('keepingPeriods').selectAll().where('networkId', '=', networkId).execute()
  return keptKinds.map(kind => {
    const row = rows.find(one => one.kind === kind.kind)
    return row
      ? { kind, months: row.months, never: row.months === null ? row.because : '', chosen: true }
      : { kind, months: null, never: '', chosen: false }
  })
}

/** From now on a network keeps a kind so long. What was announced already is looked at anew before it goes. */
export async function setPeriod(
  trx: Trx,
  network: Pick<Network, 'id'>,
  kind: KeptKind,
  { months, because }: { months: Months; because: string },
  by: Person,
): Promise<void> {
  const row = { months, because, setAt: now(), setBy: by.id }
  await trx
    .insertInto('keepingPeriods')
    .values({ networkId: network.id, kind: kind.kind, ...row })
    .onConflict(c => c.columns(['networkId', 'kind']).doUpdateSet(row))
    .execute()
  await record(trx, {
    kind: 'period of keeping set',
    by,
    networkId: network.id,
    aboutKind: 'network',
    aboutId: network.id,
    because: months === null ? because : null,
    of: kind.kind,
    months,
  })
}

/** Whatever the network has said nothing about is kept as long as is usual. @returns how many kinds these are */
export async function keepAsUsual(trx: Trx, network: Pick<Network, 'id'>, by: Person): Promise<number> {
  const open = (await periodsOf(trx, network.id)).filter(period => !period.chosen)
  for (const { kind } of open) await setPeriod(trx, network, kind, { months: kind.usual, because: '' }, by)
  return open.length
}
