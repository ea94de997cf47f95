import { AsyncLocalStorage } from 'node:async_hooks'
import type { Dialect } from 'kysely'

const askedPastIt =
  'This asks the database past the transaction that it is in, for which it would wait for ever: use the transaction (trx), not db.'

/**
 * SQLite has one connection. Whoever asks past the transaction that they are in waits for themselves, without a word; and a
 * program that has nothing else to do then ends, as if all were done. They are refused instead, and the deed is taken back.
 */
export class OwnTransaction {
  private readonly deeds = new AsyncLocalStorage<{ isOpen: boolean }>()

  /** What is done in a transaction, until it is over; what goes on after that may ask again. */
  async within<Result>(deed: () => Promise<Result>): Promise<Result> {
    const own = { isOpen: true }
    try {
      return await this.deeds.run(own, deed)
    } finally {
      own.isOpen = false
    }
  }

  /** The same dialect, of which a deed gets no second connection. */
  guarded(dialect: Dialect): Dialect {
    return {
      createAdapter: () => dialect.createAdapter(),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: db => dialect.createIntrospector(db),
      createDriver: () => {
        const driver = dialect.createDriver()
        const acquire = driver.acquireConnection.bind(driver)
        driver.acquireConnection = () =>
          this.deeds.getStore()?.isOpen ? Promise.reject(new Error(askedPastIt)) : acquire()
        return driver
      },
    }
  }
}
