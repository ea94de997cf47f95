import pg from 'pg'

/** The numbers of the locks that instances share: any, as long as no other program takes the same in this database. */
const leadersLock = 20_260_902
const channel = 'workbench_told'
/** In milliseconds. */
export const looksAgainAfter = 1000

/**
 * Of several instances one leads, as long as its own connection holds a lock that the server gives to one alone and takes back
 * when the connection ends, however it ends. What others tell reaches it there.
 */
export class Leading {
  private client: pg.Client | undefined
  private isLeader = false
  private askedAt = -Infinity
  private lookedAt = -Infinity
  private mayNot = false
  private mustNot: () => Promise<boolean> = () => Promise.resolve(false)
  private asking: Promise<boolean> | undefined
  private then: () => void = () => undefined

  constructor(private readonly address: string) {}

  /** Another instance, and whether this one still may lead, is asked about once a second at most. */
  async isOurs(): Promise<boolean> {
    if (performance.now() - this.lookedAt >= looksAgainAfter) {
      this.lookedAt = performance.now()
      this.mayNot = await this.mustNot()
      if (this.mayNot) await this.rest()
    }
    if (this.mayNot) return false
    if (this.isLeader) return true
    if (performance.now() - this.askedAt < looksAgainAfter) return false
    this.asking ??= this.ask().finally(() => (this.asking = undefined))
    return this.asking
  }

  /** @param mustNot whether another has to lead, such as one of a newer version */
  unless(mustNot: () => Promise<boolean>): void {
    this.mustNot = mustNot
    this.lookedAt = -Infinity
  }

  hear(then: () => void): void {
    this.then = then
  }

  async rest(): Promise<void> {
    const client = this.client
    this.forget(client)
    await client?.end()
  }

  private async ask(): Promise<boolean> {
    this.askedAt = performance.now()
    const client = this.client ?? (await this.connected())
    const { rows } = await client.query<{ ours: boolean }>(`select pg_try_advisory_lock(${leadersLock}) as ours`)
    if (!rows[0]!.ours) return false
    await client.query(`listen ${channel}`)
    this.isLeader = this.client === client
    return this.isLeader
  }

  private async connected(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.address,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'Enquiry Workbench, leading',
    })
    // With the connection the lock is gone: whoever asks next leads.
    client.on('error', () => this.forget(client))
    client.on('end', () => this.forget(client))
    client.on('notification', () => this.then())
    await client.connect()
    this.client = client
    return client
  }

  private forget(client: pg.Client | undefined): void {
    if (this.client !== client) return
    this.client = undefined
    this.isLeader = false
  }
}

/** What an instance says so that the one that leads hears it. */
export const telling = `notify ${channel}`
