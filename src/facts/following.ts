import type { House } from '../house.js'
import { type Fact, factOf } from './facts.js'
import type { Follower } from './followers.js'
import { dueRetries, noLongerPostponed, postpone } from './retrying.js'

/** How many facts are followed at the same time, and how long an answer waits for what is prompt. */
const atOnce = 200
const promptMilliseconds = 3000
/** How often an instance that does not follow itself looks whether another has. */
const lookMilliseconds = 15

/**
 * Follows the facts of this house. Every follower goes through them one by one in their order, and none waits for
 * another: a slow post office keeps no drawing on the disk. A fact leaves the outbox when each of its followers has done
 * its part or stands in the list of retries, so whatever a crash cuts short is begun again at the next start.
 */
export class Following {
  private readonly underway = new Map<string, { all: Promise<void>; prompt: Promise<unknown> }>()
  private readonly lanes = new Map<string, Promise<unknown>>()
  private readonly retrying = new Set<string>()
  private looking: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined
  private isStopped = false

  constructor(
    private readonly house: House,
    private readonly followers: Follower[],
  ) {}

  /** Follows what is there already, and from now on looks again every second for what nobody told of. */
  start(): this {
    this.house.engine.hearTold(() => void this.look())
    const again = () => {
      void this.look().finally(() => {
        if (this.isStopped) return
        this.timer = setTimeout(again, 1000)
        this.timer.unref()
      })
    }
    again()
    return this
  }

  /** Takes up whatever is new, and whatever may be tried again. */
  look(): Promise<void> {
    return (this.looking = this.looking.then(() => this.takeUp()).catch((error: unknown) => this.say(error)))
  }

  /** After a deed: what must follow at once has followed when this resolves, if it can in a few seconds. */
  async promptly(): Promise<void> {
    await this.look()
    const prompt = (await this.house.engine.leads())
      ? Promise.all([...this.underway.values()].map(one => one.prompt))
      : this.followedElsewhere()
    let late: NodeJS.Timeout | undefined
    await Promise.race([prompt, new Promise(resolve => (late = setTimeout(resolve, promptMilliseconds)))])
    clearTimeout(late)
  }

  /** Another instance follows for all: it is told, and what stands in the outbox now is waited for. */
  private async followedElsewhere(): Promise<void> {
    const { db, engine } = this.house
    const rows = await db.selectFrom('factOutbox').select('factId').execute()
    if (rows.length === 0) return
    await engine.tellLeader()
    const ids = rows.map(row => row.factId)
    const until = performance.now() + promptMilliseconds
    while (performance.now() < until) {
      const left = await db.selectFrom('factOutbox').select('factId').where('factId', 'in', ids).limit(1).execute()
      if (left.length === 0) return
      await new Promise(resolve => setTimeout(resolve, lookMilliseconds))
    }
  }

  /** Resolves when every fact that stands now has been followed, or has failed and waits to be tried again. */
  async settled(): Promise<void> {
    do {
      await this.look()
      await Promise.all([...this.underway.values()].map(one => one.all))
      await Promise.all(this.lanes.values())
    } while (!this.isStopped && (await this.house.engine.leads()) && (await this.isWaiting()))
  }

  /** Takes up nothing more; what is under way comes to its end, or is begun again at the next start. */
  async stop(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.timer)
    await this.looking
    await Promise.all([...this.underway.values()].map(one => one.all))
    await Promise.all(this.lanes.values())
  }

  private async takeUp(): Promise<void> {
    if (this.isStopped || !(await this.house.engine.leads())) return
    // In this order: from the outbox, which is short, and never through all facts in the order of their numbers.
    const facts = await this.house.db
      .selectFrom('factOutbox')
      .crossJoin('facts')
      .whereRef('facts.id', '=', 'factOutbox.factId')
      .selectAll('facts')
      .orderBy('facts.number')
      .limit(atOnce + this.underway.size)
      .execute()
    for (const row of facts) if (!this.underway.has(row.id)) this.follow(factOf(row))
    for (const { follower, ...row } of await dueRetries(this.house.db)) this.tryAgain(factOf(row), follower)
  }

  private follow(fact: Fact): void {
    const own = this.followers.filter(follower => follower.follows(fact.kind))
    const runs = own.map(follower => ({ follower, done: this.inLane(follower, () => this.attempt(follower, fact)) }))
    const prompt = Promise.all(runs.filter(run => run.follower.isPrompt).map(run => run.done.catch(() => undefined)))
    const all = Promise.all(runs.map(run => run.done))
      .then(() => this.house.db.deleteFrom('factOutbox').where('factId', '=', fact.id).execute())
      .then(
        () => undefined,
        (error: unknown) => this.say(error),
      )
      .finally(() => this.underway.delete(fact.id))
    this.underway.set(fact.id, { all, prompt })
  }

  private tryAgain(fact: Fact, name: string): void {
    const follower = this.followers.find(one => one.name === name)
    const key = `${fact.id} ${name}`
    if (!follower || this.retrying.has(key)) return
    this.retrying.add(key)
    this.inLane(follower, async () => {
      if (await this.attempt(follower, fact)) await noLongerPostponed(this.house.db, fact.id, name)
    })
      .catch((error: unknown) => this.say(error))
      .finally(() => this.retrying.delete(key))
  }

  /** One by one for each follower. */
  private inLane(follower: Follower, run: () => Promise<unknown>): Promise<unknown> {
    const done = (this.lanes.get(follower.name) ?? Promise.resolve()).then(run)
    this.lanes.set(
      follower.name,
      done.catch(() => undefined),
    )
    return done
  }

  /**
   * @returns whether it went well
   * @throws only when not even the failure could be written down; then the fact stays in the outbox
   */
  private async attempt(follower: Follower, fact: Fact): Promise<boolean> {
    try {
      await follower.run(this.house, fact)
      return true
    } catch (error) {
      this.house.log.error(
        { err: error, follower: follower.name, fact: fact.id },
        'a follower failed, and will try again',
      )
      await postpone(this.house.db, fact.id, follower.name)
      return false
    }
  }

  private async isWaiting(): Promise<boolean> {
    const row = await this.house.db.selectFrom('factOutbox').select('factId').limit(1).executeTakeFirst()
    return row !== undefined
  }

  private say(error: unknown): void {
    this.house.log.error({ err: error }, 'facts could not be followed')
  }
}
