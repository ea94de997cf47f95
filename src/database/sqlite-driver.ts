import {
  type DatabaseConnection,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
} from 'kysely'
import { CamelCaseColumns } from './columns.js'
import { breatheInTime } from '../web/limits/breathing.js'
import type { KeptQuestion } from './kept-question.js'
import { HouseSqlite } from './sqlite-words.js'
import type { KeptStatements, Naming } from './statements.js'
import { Turns } from './turns.js'

const asWritten: Naming = column => column

/** The one connection, for transactions and for whoever has to wait for one. */
class DriverInTurns implements Driver {
  private readonly connection: DatabaseConnection

  constructor(
    private readonly statements: KeptStatements,
    private readonly turns: Turns,
  ) {
    this.connection = {
      executeQuery: async <Row>({ sql, parameters, name }: KeptQuestion) => {
        await breatheInTime()
        return statements.ask(sql, parameters, asWritten, name !== undefined) as QueryResult<Row>
      },
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
  /** On a full disk SQLite has taken everything back by itself, and a second time would hide why. */
  rollbackTransaction = (): Promise<void> =>
    this.statements.isInTransaction ? this.say('rollback') : Promise.resolve()

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

  override async executeQuery<Row>(question: KeptQuestion): Promise<QueryResult<Row>> {
    const breath = breatheInTime()
    if (breath) await breath
    if (!this.turns.isFree) return super.executeQuery<Row>(question)
    const { sql, parameters, name } = question
    return this.statements.ask(sql, parameters, this.columns.nameOf, name !== undefined) as QueryResult<Row>
  }
}

/** The questions of one SQLite file, whose connection is taken in turns. */
export function askedInTurns<Tables>(statements: KeptStatements): { db: Kysely<Tables>; turns: Turns } {
  const turns = new Turns()
  const driver = new DriverInTurns(statements, turns)
  const dialect = new HouseSqlite(driver)
  const executor = new AskedAtOnce(dialect, driver, statements, turns, new CamelCaseColumns())
  return { db: new Kysely<Tables>({ config: { dialect }, executor, dialect, driver }), turns }
}
