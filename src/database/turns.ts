import { AsyncLocalStorage } from 'node:async_hooks'

const askedPastIt =
  'This asks the database past the transaction that it is in, for which it would wait for ever: use the transaction (trx), not db.'

/**
 * Deeds are done one after another, first come first served: of SQLite’s one connection whoever is in a transaction has it to
 * themselves, and at a server the instances take turns besides. Whoever asks past the transaction that they are in would wait for
 * themselves, without a word; and a program that has nothing else to do then ends, as if all were done. They are refused instead,
 * and the deed is taken back.
 */
export class Turns {
  private readonly deeds = new AsyncLocalStorage<{ isOpen: boolean }>()
  private readonly waiting: (() => void)[] = []
  private isTaken = false

  /** @param areAtTheDoor they are taken before there is a connection, of which there are several, and not with the only one */
  constructor(readonly areAtTheDoor = false) {}

  /** A single question needs no turn while nobody has one: it is answered before anybody else can ask. */
  get isFree(): boolean {
    return !this.isTaken
  }

  /** What is done in a transaction, until it is over; what goes on after that may ask again. */
  async within<Result>(deed: () => Promise<Result>): Promise<Result> {
    const own = { isOpen: true }
    try {
      return await this.deeds.run(own, deed)
    } finally {
      own.isOpen = false
    }
  }

  /** @throws where whoever asks is in a transaction, and asks past it */
  refuseWithin(): void {
    if (this.deeds.getStore()?.isOpen) throw new Error(askedPastIt)
  }

  async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.take()
    try {
      return await work()
    } finally {
      this.give()
    }
  }

  async take(): Promise<void> {
    this.refuseWithin()
    if (this.isTaken) await new Promise<void>(resolve => this.waiting.push(resolve))
    this.isTaken = true
  }

  /** Hands the turn on, without a moment in which a third could take it. */
  give(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.isTaken = false
  }
}
