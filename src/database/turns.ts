import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
} from 'kysely'
import { CamelCaseColumns } from './columns.js'
import { HouseSqlite } from './sqlite-words.js'
import type { KeptStatements, Naming } from './statements.js'

const askedPastIt =
  'This asks the database past the transaction that it is in, for which it would wait for ever: use the transaction (trx), not db.'

/**
 * SQLite has one connection, and whoever is in a transaction has it to themselves; all others wait, first come first served.
 * Whoever asks past the transaction that they are in would wait for themselves, without a word; and a program that has nothing
 * else to do then ends, as if all were done. They are refused instead, and the deed is taken back.
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

const asWritten: Naming = column => column

/** The one connection, for transactions and for whoever has to wait for one. */
class DriverInTurns implements Driver {
  private readonly connection: DatabaseConnection

  constructor(
    private readonly statements: KeptStatements,
    private readonly turns: Turns,
  ) {
    this.connection = {
      executeQuery: <Row>({ sql, parameters }: CompiledQuery) =>
        Promise.resolve().then(() => statements.ask(sql, parameters, asWritten) as QueryResult<Row>),
      streamQuery: () => {
        throw new Error('While rows are walked through, nobody else could ask: read them by pages.')
      },
    }
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.turns.take()
    return this.connection
  }

  releaseConnection(): Promise<void> {
    this.turns.give()
    return Promise.resolve()
  }

  beginTransaction = (): Promise<void> => this.say('begin')
  commitTransaction = (): Promise<void> => this.say('commit')
  rollbackTransaction = (): Promise<void> => this.say('rollback')

  destroy(): Promise<void> {
    this.statements.close()
    return Promise.resolve()
  }

  private say(sql: string): Promise<void> {
    this.statements.ask(sql, [], asWritten)
    return Promise.resolve()
  }
}

/** Asks a single question at once, without the six promises of a connection that is taken and given back. */
class AskedAtOnce extends DefaultQueryExecutor {
  constructor(
    dialect: Dialect,
    driver: Driver,
    private readonly statements: KeptStatements,
    private readonly turns: Turns,
    private readonly columns: CamelCaseColumns,
  ) {
    super(dialect.createQueryCompiler(), dialect.createAdapter(), new DefaultConnectionProvider(driver), [columns])
  }

  override async executeQuery<Row>(question: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.turns.isFree) return super.executeQuery<Row>(question)
    return this.statements.ask(question.sql, question.parameters, this.columns.nameOf) as QueryResult<Row>
  }
}

/** The questions of one SQLite file, whose connection is taken in turns. */
export function askedInTurns<Tables>(
  statements: KeptStatements,
  turns = new Turns(),
): { db: Kysely<Tables>; turns: Turns } {
  const driver = new DriverInTurns(statements, turns)
  const dialect = new HouseSqlite(driver)
  const executor = new AskedAtOnce(dialect, driver, statements, turns, new CamelCaseColumns())
  return { db: new Kysely<Tables>({ config: { dialect }, executor, dialect, driver }), turns }
}
