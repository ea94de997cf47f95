import type { Logger } from 'pino'
import { OwnThreads } from '../heavy/own-threads.js'

const day = 86_400_000

/** Looks through the structure of the database off the path of the pages: at the start, then daily. */
export class LookingThrough {
  /** What was found last: `ok`, or what is wrong; null until the first look is over. */
  found: string | null = null

  constructor(
    private readonly path: string,
    private readonly log: Pick<Logger, 'error'>,
  ) {}

  /**
   * The first look. A large database takes longer than anybody waits for a start; the look goes on meanwhile.
   * @throws a sentence when the database is damaged and that was found within the seconds
   */
  async begin(seconds: number): Promise<void> {
    let late: NodeJS.Timeout | undefined
    await Promise.race([this.look(), new Promise(resolve => (late = setTimeout(resolve, seconds * 1000)))])
    clearTimeout(late)
    if (this.found !== null && this.found !== 'ok')
      throw new Error(
        `The database at ${this.path} is damaged (${this.found}). Keep it as it is, and put a backup back with: npm run restore -- FOLDER`,
      )
  }

  /** @returns stops it */
  keepLooking(): () => void {
    const daily = setInterval(() => void this.look(), day)
    daily.unref()
    return () => clearInterval(daily)
  }

  private async look(): Promise<void> {
    try {
      this.found = await threads.ask({ path: this.path })
    } catch (error) {
      return this.log.error({ err: error }, 'the database could not be looked through')
    }
    if (this.found !== 'ok') this.log.error({ found: this.found }, 'the database is damaged')
  }
}

const threads = new OwnThreads<{ path: string }, string>(
  'src/backups/quick-check-worker',
  {
    of: 'looking through the database',
    weight: 'in the background',
    atOnce: 1,
    waiting: 2,
    milliseconds: 30 * 60_000,
    megabytes: 64,
    idle: 0,
  },
  {
    full: () => new Error('it is being looked through already'),
    tooSlow: () => new Error('looking through it took longer than half an hour'),
    failed: cause => new Error(String(cause)),
  },
)
