import { createWriteStream } from 'node:fs'
import { mkdir, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Store } from '../store.js'
import { isMissing } from './bucket-errors.js'

const FETCHED_AT_ONCE = 8
/** The same at each lending, so that what was drawn from it before is found again. */
const ALWAYS = new Date('2000-01-01T00:00:00Z')

/** Files on this machine's own disk of what is kept elsewhere, each under one path, for as long as somebody works with them. */
export class Lending {
  private readonly lent = new Map<string, Lent>()

  constructor(
    private readonly folder: string,
    private readonly open: Store['read'],
  ) {}

  async lend<Result>(keys: string[], work: (pathOf: (key: string) => string) => Promise<Result>): Promise<Result> {
    const all = [...new Set(keys)]
    const borrowed: string[] = []
    try {
      for (let from = 0; from < all.length; from += FETCHED_AT_ONCE) {
        const some = all.slice(from, from + FETCHED_AT_ONCE)
        borrowed.push(...some)
        await Promise.all(some.map(key => this.borrow(key)))
      }
      return await work(key => this.pathOf(key))
    } finally {
      await Promise.all(borrowed.map(key => this.giveBack(key)))
    }
  }

  private pathOf(key: string): string {
    return path.join(this.folder, key)
  }

  private borrow(key: string): Promise<void> {
    const known = this.lent.get(key)
    if (known && known.borrowers > 0) {
      known.borrowers += 1
      return known.fetched
    }
    // One that is just being removed is fetched anew after that.
    const fetched = (known?.removed ?? Promise.resolve()).then(() => this.fetch(key))
    this.lent.set(key, { fetched, borrowers: 1 })
    return fetched
  }

  /** A file that is not there any more is not there for whoever borrows it either. */
  private async fetch(key: string): Promise<void> {
    const place = this.pathOf(key)
    try {
      const bytes = await this.open(key)
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      await pipeline(bytes, createWriteStream(place, { mode: 0o600 }))
      await utimes(place, ALWAYS, ALWAYS)
    } catch (error) {
      await rm(place, { force: true })
      if (!isMissing(error)) throw error
    }
  }

  private async giveBack(key: string): Promise<void> {
    const known = this.lent.get(key)
    if (!known || --known.borrowers > 0) return
    known.removed = known.fetched.catch(() => undefined).then(() => rm(this.pathOf(key), { force: true }))
    await known.removed
    if (this.lent.get(key) === known) this.lent.delete(key)
  }
}

interface Lent {
  fetched: Promise<void>
  borrowers: number
  removed?: Promise<void>
}
