import type { Db } from '../../database.js'
import { dayOf, now } from '../../web/now.js'
import './tables.js'

/** What was read or fetched, by whom. */
export interface Read {
  personId: string
  aboutKind: 'piece' | 'file' | 'minutes' | 'copy' | 'request pack'
  aboutId: string
  networkId?: string | null
}

interface Noted extends Read {
  onDay: string
  firstAt: string
  lastAt: string
  times: number
}

/** Long enough that a morning of pages becomes a few rows; what a kill in between takes is said in docs/decisions. */
const every = 30_000
const most = 500
/** How long a line is kept: a school year, and the time in which somebody asks after it. */
const keptDays = 400

const waiting = new WeakMap<Db, Reads>()

class Reads {
  private readonly notes = new Map<string, Noted>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly db: Db) {}

  note(read: Read): void {
    const at = now()
    const key = [read.aboutKind, read.aboutId, dayOf(at), read.personId].join(' ')
    const known = this.notes.get(key)
    if (known) Object.assign(known, { lastAt: at, times: known.times + 1 })
    else this.notes.set(key, { ...read, onDay: dayOf(at), firstAt: at, lastAt: at, times: 1 })
    if (this.notes.size >= most) void this.write().catch(() => undefined)
    else this.timer ??= setTimeout(() => void this.write().catch(() => undefined), every).unref()
  }

  /** Writes down what waits; where that fails, it waits on. */
  write(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    return (this.writing = this.writing.catch(() => undefined).then(() => this.writeNow()))
  }

  private async writeNow(): Promise<void> {
    const all = [...this.notes]
    this.notes.clear()
    for (const [place, [key, one]] of all.entries()) {
      try {
        await keep(this.db, one)
      } catch (error) {
        for (const [left, note] of [[key, one] as const, ...all.slice(place + 1)])
          if (!this.notes.has(left)) this.notes.set(left, note)
        throw error
      }
    }
  }
}

async function keep(db: Db, { networkId = null, ...one }: Noted): Promise<void> {
  await db
    .insertInto('sensitiveReads')
    .values({ ...one, networkId })
    .onConflict(conflict =>
      conflict.columns(['aboutKind', 'aboutId', 'onDay', 'personId']).doUpdateSet(eb => ({
        lastAt: eb.ref('excluded.lastAt'),
        times: eb('sensitiveReads.times', '+', eb.ref('excluded.times')),
      })),
    )
    .execute()
}

/** Notes that somebody reads something delicate. It costs the page nothing: the lines are written together, a little later. */
export function noteRead(db: Db, read: Read): void {
  const reads = waiting.get(db) ?? new Reads(db)
  waiting.set(db, reads)
  reads.note(read)
}

/** Writes down now what waits, as before somebody asks who has read, and before the program stops. */
export async function writeReads(db: Db): Promise<void> {
  await waiting.get(db)?.write()
}

/** Lines that are older than they are kept go. */
export async function forgetOldReads(db: Db): Promise<void> {
  const before = dayOf(new Date(Date.now() - keptDays * 86_400_000).toISOString())
  await db.deleteFrom('sensitiveReads').where('onDay', '<', before).execute()
}
