import { setTimeout as passed } from 'node:timers/promises'
import pg from 'pg'

/** What a start says of a pooler that would let two instances believe that each of them leads. */
export const sharesSessions =
  'Between the workbench and PostgreSQL stands a pooler that hands a connection to somebody else after each transaction, and the workbench keeps locks and plans with its connection. Give it the server’s own address, or set the pooler to keep a connection for a session (PgBouncer: pool_mode = session).'

/** So long, in milliseconds, the second question may wait where a pooler has one connection for everybody. */
const patience = 2000

/**
 * Whether what is said on a connection stays there: while another is in the middle of a transaction, a pooler that shares
 * connections by the transaction answers this one from elsewhere, or not at all.
 * @param client one that is open at that address
 */
export async function keepsSessions(client: pg.Client, address: string): Promise<boolean> {
  const other = new pg.Client({ connectionString: address, connectionTimeoutMillis: patience })
  other.on('error', () => undefined)
  const before = await backendOf(client)
  await other.connect()
  try {
    await other.query('begin')
    await backendOf(other)
    const asked = backendOf(client)
    const now = await Promise.race([asked, passed(patience, null, { ref: false })])
    await other.query('commit')
    await asked
    return now === before
  } finally {
    await other.end()
  }
}

/** Of the server’s processes, the one that answers a connection just now. */
async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]!.pid
}
